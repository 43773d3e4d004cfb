/** Shapes of parameters → kinds: what a test's `fetch` needs to know to find a wrong one. Plain data. */
import { shortHash } from "../../support/hash.js";
import { componentKey } from "../../model/context/extensions.js";
import { requires } from "../../openapi/required.js";
import type { Shape, ShapeType } from "../../model/types/index.js";

/**
 * What a value has to be, in the form that `templates/testing/data.ts` describes and a client's tests read. A
 * parameter of expand paths is not listed.
 */
export type Kind =
  | KindName
  | { readonly [property: string]: Kind }
  | readonly ["enum", ...unknown[]]
  | readonly ["tuple", ...Kind[]]
  | readonly ["or", ...Kind[]]
  | readonly ["and", ...Kind[]]
  | readonly ["array" | "map" | "!", Kind]
  | readonly ["open", Kind, Kind]
  | readonly ["kind", string];

type KindName = Exclude<ShapeType, "array" | "object"> | "file" | "raw" | "any";

export function kindOf(shape: Shape): Kind {
  const kind = plainKind(shape);
  return shape.nullable === true ? ["or", kind, "null"] : kind;
}

function plainKind(shape: Shape): Kind {
  const { symbol, $ref, enum: values, allOf, anyOf, oneOf } = shape;
  if (symbol !== undefined) return symbolKind(symbol.kind);
  if ($ref !== undefined) return ["kind", componentKey($ref) ?? $ref.slice(1)];
  if (values !== undefined) return ["enum", ...values];
  const parts: Kind[] = (allOf ?? []).map(kindOf);
  const options = oneOf ?? anyOf;
  if (options !== undefined) parts.push(union(options));
  if (shape.properties !== undefined) parts.push(objectKind(shape));
  const [only = own(shape), ...more] = parts;
  return more.length === 0 ? only : ["and", only, ...more];
}

/** A `Date` is sent as what stands beside it. */
function union(options: readonly Shape[]): Kind {
  const sent = options.filter(({ symbol }) => symbol?.kind !== "date");
  const [only = "any", ...more] = sent.map(kindOf);
  return more.length === 0 ? only : ["or", only, ...more];
}

function symbolKind(symbol: NonNullable<Shape["symbol"]>["kind"]): Kind {
  switch (symbol) {
    case "upload":
      return "file";
    case "raw":
      return "raw";
    case "expand":
      return ["array", "string"];
    case "date":
    case "list":
    case "body":
      return "any";
  }
}

function objectKind(shape: Shape): Kind {
  const { properties = {}, additionalProperties } = shape;
  const taken = Object.entries(properties).filter(([, { symbol }]) => symbol?.kind !== "expand");
  const entries = taken.map(([name, property]): [string, Kind] => {
    const kind = kindOf(property);
    return [name, requires(shape, name) ? ["!", kind] : kind];
  });
  const object = Object.fromEntries(entries);
  if (additionalProperties === undefined || additionalProperties === false) return object;
  return ["open", object, additionalProperties === true ? "any" : kindOf(additionalProperties)];
}

function own({ type, items, prefixItems, additionalProperties }: Shape): Kind {
  if (Array.isArray(type)) {
    const types: readonly ShapeType[] = type;
    return ["or", ...types.map((one) => own({ type: one }))];
  }
  switch (type as ShapeType | undefined) {
    case "array":
      if (prefixItems !== undefined) return ["tuple", ...prefixItems.map(kindOf)];
      return ["array", items === undefined ? "any" : kindOf(items)];
    case "object": {
      const values = typeof additionalProperties === "object" ? additionalProperties : undefined;
      return ["map", values === undefined ? "any" : kindOf(values)];
    }
    case undefined:
      return "any";
    default:
      return type as KindName;
  }
}

/** Whatever stands several times is put in a table, under a name made of what it is. */
export interface KindTable {
  /** The same kind, with references to the table. */
  share(kind: Kind): Kind;
  /** The same for what stands in it, but not for itself. */
  within(kind: Kind): Kind;
  /** What has been referred to. */
  shared(): Readonly<Record<string, Kind>>;
}

/** Shorter texts are not worth a name. */
const WORTH_SHARING = 60;

export function shareKinds(all: readonly Kind[]): KindTable {
  const counts = new Map<string, number>();
  const texts = new Map<object, string>();
  for (const kind of all) count(kind);
  const kinds = new Map<string, Kind>();

  /** A kind in one that has been seen already is not counted again: it goes with the one around it. */
  function count(kind: Kind): void {
    if (typeof kind !== "object") return;
    const text = JSON.stringify(kind);
    texts.set(kind, text);
    const times = (counts.get(text) ?? 0) + 1;
    counts.set(text, times);
    if (times === 1) for (const inner of innerKinds(kind)) count(inner);
  }

  function share(kind: Kind): Kind {
    if (typeof kind !== "object") return kind;
    const text = texts.get(kind) ?? JSON.stringify(kind);
    const times = counts.get(text) ?? 0;
    const isShared = text.length > WORTH_SHARING && times > 1 && !isRequired(kind);
    if (!isShared) return within(kind);
    // No schema has such a key.
    const name = `#${shortHash(text)}`;
    if (!kinds.has(name)) kinds.set(name, within(kind));
    return ["kind", name];
  }

  function within(kind: Kind): Kind {
    if (!isList(kind)) {
      if (typeof kind !== "object") return kind;
      return Object.fromEntries(Object.entries(kind).map(([name, inner]) => [name, share(inner)]));
    }
    const [tag, ...rest] = kind;
    if (tag === "enum" || tag === "kind") return kind;
    return [tag, ...(rest as readonly Kind[]).map(share)] as unknown as Kind;
  }

  return {
    share,
    within,
    shared: () => Object.fromEntries([...kinds].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

function isList(kind: Kind): kind is Extract<Kind, readonly unknown[]> {
  return Array.isArray(kind);
}

function isRequired(kind: Kind): boolean {
  return isList(kind) && kind[0] === "!";
}

/** The schemas that a kind refers to. */
export function referredKinds(kind: Kind): readonly string[] {
  if (isList(kind) && kind[0] === "kind") return [kind[1]];
  return innerKinds(kind).flatMap(referredKinds);
}

function innerKinds(kind: Kind): readonly Kind[] {
  if (typeof kind !== "object") return [];
  if (!isList(kind)) return Object.values(kind);
  const [tag, ...rest] = kind;
  return tag === "enum" || tag === "kind" ? [] : (rest as readonly Kind[]);
}
