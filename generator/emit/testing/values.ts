/**
 * Long lists of values stand at many places: each once, in a table. A list is named after the place where it stands
 * first, not after what it holds: with one value more, it keeps its name.
 */
import type { ValueKind } from "../../../templates/testing/document/data.js";
import { innerKinds, isList } from "./kinds.js";

/** Kinds by where they stand: `POST /v1/accounts` or a schema's key. */
export type NamedKind = readonly [place: string, kind: ValueKind];

export interface SharedValues {
  /** The same kind, with references to the table. */
  share(kind: ValueKind): ValueKind;
  /** By name. */
  readonly table: ReadonlyMap<string, ValueKind>;
}

/** Shorter ones are not worth a name. */
const WORTH_SHARING = 100;

interface Found {
  readonly kind: ValueKind;
  /** The place, then the properties that lead to it. */
  readonly path: readonly string[];
  times: number;
}

export function shareValues(kinds: readonly NamedKind[]): SharedValues {
  const found = new Map<string, Found>();
  for (const [place, kind] of kinds) collect(kind, [place], found);
  const shared = [...found].filter(([, { times }]) => times > 1);
  const names = namesOf(shared.map(([, { path }]) => path));
  const named = new Map<string, string>();
  const taken = new Set<string>();
  for (const [n, [text]] of shared.entries()) {
    let name = names[n] ?? "";
    // Two lists of one place, or names with dots in them.
    while (taken.has(name)) name += "'";
    taken.add(name);
    named.set(text, name);
  }

  function share(kind: ValueKind): ValueKind {
    if (typeof kind !== "object") return kind;
    if (!isList(kind)) {
      return Object.fromEntries(Object.entries(kind).map(([name, inner]) => [name, share(inner)]));
    }
    const name = kind[0] === "enum" ? named.get(JSON.stringify(kind)) : undefined;
    if (name !== undefined) return ["values", name];
    if (innerKinds(kind).length === 0) return kind;
    const [tag, ...inner] = kind;
    return [tag, ...(inner as readonly ValueKind[]).map(share)] as unknown as ValueKind;
  }

  const table = shared.map(([text, { kind }]) => [named.get(text) ?? "", kind] as const);
  return { share, table: new Map(table.sort(([a], [b]) => (a < b ? -1 : 1))) };
}

function collect(kind: ValueKind, path: readonly string[], found: Map<string, Found>): void {
  if (isList(kind) && kind[0] === "enum") {
    const text = JSON.stringify(kind);
    if (text.length <= WORTH_SHARING) return;
    const known = found.get(text);
    if (known === undefined) found.set(text, { kind, path, times: 1 });
    else known.times++;
  } else if (typeof kind === "object" && !isList(kind)) {
    for (const [name, inner] of Object.entries(kind)) collect(inner, [...path, name], found);
  } else {
    for (const inner of innerKinds(kind)) collect(inner, path, found);
  }
}

/** The ends of the paths, each long enough to be the only one, where one is: `eps.bank`. */
function namesOf(paths: readonly (readonly string[])[]): readonly string[] {
  const names: string[] = [];
  let open = paths.map((path, n) => ({ path, n }));
  for (let length = 2; open.length > 0; length++) {
    const end = (path: readonly string[]): string => path.slice(-length).join(".");
    const times = new Map<string, number>();
    for (const { path } of open) times.set(end(path), (times.get(end(path)) ?? 0) + 1);
    const isSettled = ({ path }: { readonly path: readonly string[] }): boolean =>
      times.get(end(path)) === 1 || length >= path.length;
    for (const one of open) if (isSettled(one)) names[one.n] = end(one.path);
    open = open.filter((one) => !isSettled(one));
  }
  return names;
}
