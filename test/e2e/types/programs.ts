import { nearMisses } from "./near-misses.js";
import type { Root, ValidPath, Walk } from "../../support/types/walk.js";

/** One TypeScript file of the generated suite. Each line of it holds one check. */
export interface Program {
  readonly name: string;
  readonly text: string;
  readonly valid: number;
  readonly invalid: number;
}

/** Which checks to make: every n-th valid path, near miss and untouched rest. 1 makes all. */
export interface Selection {
  readonly every: number;
}

/** The generated suite: one program for each root whose response can be expanded. */
export function programs(walk: Walk, entry: string, { every }: Selection): Program[] {
  let counter = 0;
  const pick = (): boolean => counter++ % every === 0;
  return walk.roots().flatMap((root) => {
    const all = walk.valid(root);
    const valid = all.filter(pick);
    const invalid = nearMisses(walk, root, all).filter(pick);
    const rests = heads(all).filter(pick);
    if (valid.length + invalid.length + rests.length === 0) return [];
    const lines = [
      prelude(entry, root),
      ...valid.map((path) => validCase(root, path)),
      ...invalid.map((path) => `Is<Refuses<${JSON.stringify(path)}>>`),
      ...rests.map((path) => `Is<Keeps<${JSON.stringify(path)}>>`),
    ];
    const text = lines.map((line, i) => (i === 0 ? line : `export type C${String(i)} = ${line};`));
    return [
      {
        name: `${root.names.join("+")}${root.list ? ".list" : ""}`,
        text: `${text.join("\n")}\n`,
        valid: valid.length,
        invalid: invalid.length,
      },
    ];
  });
}

/** One path for each property of the root itself that a path can begin with. */
function heads(paths: readonly ValidPath[]): string[] {
  const first = new Map<string, string>();
  for (const { path } of paths) {
    const head = path.replace(/^data\./, "").split(".", 1)[0] ?? "";
    if (!first.has(head)) first.set(head, path);
  }
  return [...first.values()];
}

function validCase(root: Root, { path, type }: ValidPath): string {
  const segments = path.split(".").slice(root.list ? 1 : 0);
  const read = segments.reduce(
    (inner, segment) => `Read<${inner}, ${JSON.stringify(segment)}>`,
    `Response<${JSON.stringify(path)}>`,
  );
  return `Is<Takes<${JSON.stringify(path)}> extends true ? Same<${read}, ${type}> : false>`;
}

function prelude(entry: string, root: Root): string {
  const name = root.names.map((n) => JSON.stringify(n)).join(" | ");
  const [check, paths] = root.list ? ["CheckListPaths", "ListPaths"] : ["CheckPaths", "Paths"];
  return [
    `import type { ApiList, CheckListPaths, CheckPaths, Expand, ListPaths, Paths, Schemas } from ${JSON.stringify(entry)};`,
    `type Is<T extends true> = T;`,
    `type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;`,
    `/** What is read by a property name: of each member of a union, of the items of an array; ids have none. */`,
    `type Read<T, K> = T extends readonly (infer I)[] ? Read<I, K> : T extends object ? (K extends keyof T ? T[K] : never) : never;`,
    `type Takes<P extends string> = [readonly [P]] extends [${check}<${name}, readonly [P]>] ? true : false;`,
    `type Refuses<P extends string> = Takes<P> extends true ? false : true;`,
    `type Response<P extends string> = Expand<${name}, ${paths}<readonly [P]>>;`,
    `type Head<P> = P extends \`data.\${infer R}\` ? Head<R> : P extends \`\${infer H}.\${string}\` ? H : P;`,
    `type Keeps<P extends string> = Same<Rest<Response<P>, Head<P>>, Rest<Schemas[${name}], Head<P>>>;`,
    `type Rest<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;`,
    `export type { ApiList, CheckListPaths, CheckPaths, ListPaths, Paths };`,
  ].join("\n");
}
