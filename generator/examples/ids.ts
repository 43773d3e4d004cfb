/** Which variable of an operation's path is the `id` of what it responds with. */
import type { Operation } from "../model/types/index.js";
import type { ResponseExample, Template } from "./types.js";

export interface Responding {
  readonly operation: Operation;
  readonly response: ResponseExample;
}

/** Schema → the last variables of the paths that end with one and respond with it: what its ids are called in paths. */
export type NamesOfIds = ReadonlyMap<string, ReadonlySet<string>>;

export function namesOfIds(all: readonly Responding[]): NamesOfIds {
  const names = new Map<string, Set<string>>();
  for (const { operation, response } of all) {
    const variable = /\{([^{}]+)\}$/.exec(operation.requestPath ?? operation.path)?.[1];
    if (variable === undefined || response.page !== undefined) continue;
    for (const key of keysOf(response.template)) {
      names.set(key, (names.get(key) ?? new Set()).add(variable));
    }
  }
  return names;
}

/** `/sessions/{session}` has that session, and so has `/sessions/{session}/expire`, which responds with one, too. */
export function idIn({ operation, response }: Responding, names: NamesOfIds): string | undefined {
  const { path } = operation;
  const { page, template } = response;
  const variable = /\{([^{}]+)\}[^{}]*$/.exec(path)?.[1];
  if (variable === undefined || page !== undefined || template === undefined) return undefined;
  const isNamed = keysOf(template).some((key) => names.get(key)?.has(variable) === true);
  return path.endsWith("}") || isNamed ? variable : undefined;
}

/** The schemas that a response may be of. */
function keysOf(template: Template | undefined): readonly string[] {
  if (!Array.isArray(template)) return [];
  const [tag, ...rest]: readonly Template[] = template;
  if (tag === "ref") return rest.filter((key) => typeof key === "string");
  return tag === "or" || tag === "null" ? rest.flatMap(keysOf) : [];
}
