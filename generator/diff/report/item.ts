/** One entry in a line: what is concerned, how it differs, and where else. */
import type { Entry } from "./entries.js";

export interface Item {
  /** `Stripe.Subscription.items`; the name alone, where it stands in many places. */
  readonly name: string;
  /** `"a", "b"`, `string → number`, or nothing. */
  readonly detail: string;
  /** What it is called now; empty where that is the same, or nothing. */
  readonly renamed: string;
  /** Other places that have the same, as many as are told. */
  readonly places: readonly string[];
  readonly more: number;
  /** `schema customer; reaches 12 methods: stripe.customers.create, …`. */
  readonly behind: string;
  /** Which of both it breaks, where that is only one. */
  readonly axis: string;
}

/** How many places are named. */
const NAMED = 3;

export function itemOf(entry: Entry): Item {
  const { places, changes, before, after } = entry;
  const [first] = changes;
  const [place = "", ...others] = places;
  const isOne = others.length === 0;
  const name = isOne ? place : shared(places);
  // The name is told already.
  const told = isOne ? [] : places.slice(0, NAMED).map((one) => withoutEnd(one, name));
  const [from, to] = [before.join(", "), after.join(", ")];
  const text = from !== "" && to !== "" ? `${from} → ${to}` : from || to;
  return {
    name,
    // Where what stands behind the name is all, that is told once.
    detail: text === first?.behind ? "" : text,
    renamed: first?.renamed === undefined ? "" : withoutParent(first.renamed, place),
    places: told,
    more: isOne ? 0 : places.length - told.length,
    behind: isOne ? behindOf(entry) : "",
    axis: axisOf(entry),
  };
}

function withoutEnd(place: string, name: string): string {
  return place.endsWith(`.${name}`) ? place.slice(0, -name.length - 1) : place;
}

/** A property of the same object by its name alone. */
function withoutParent(other: string, place: string): string {
  const parent = place.slice(0, place.lastIndexOf(".") + 1);
  return other.startsWith(parent) ? other.slice(parent.length) : other;
}

/** The end that all names have in common, from a dot on: `ideal.bank`. */
function shared(places: readonly string[]): string {
  const lists = places.map((place) => place.split("."));
  const [first = []] = lists;
  let n = 1;
  while (n < first.length && lists.every((list) => list.at(-n - 1) === first.at(-n - 1))) n += 1;
  return first.slice(-n).join(".");
}

function behindOf({ changes: [first] }: Entry): string {
  const { behind, operations } = first ?? {};
  if (behind === undefined) return "";
  if (operations === undefined) return behind;
  const { count, first: names } = operations;
  const rest = count > names.length ? `, and ${count - names.length} more` : "";
  return `${behind}, in ${names.join(", ")}${rest}`;
}

function axisOf({ level, changes: [first] }: Entry): string {
  if (level !== "breaking" || first === undefined) return "";
  if (first.wire !== "breaking") return "types only";
  return first.types === "major" ? "" : "on the wire only";
}
