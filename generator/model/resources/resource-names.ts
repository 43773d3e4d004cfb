/**
 * What an overlay says about names of resources, methods and types, where the rule finds others:
 * `x-unfold-resources` at the root of the document, `x-unfold-method` on an operation, `x-unfold-type` on a schema.
 */
import { child, member } from "../../openapi/pointer.js";
import { fail, type ModelContext } from "../context/index.js";

/** `a.b`: the way from the client. */
export type DottedName = readonly string[];

export interface ResourceNames {
  /** The words that name a resource → the names that stand in their place; the first is the resource's own. */
  of(words: readonly string[]): readonly DottedName[] | undefined;
  /** Words that no path was found to have. */
  unused(): readonly string[];
}

/**
 * Reads `x-unfold-resources: { "apple_pay/domains": applePayDomains, accounts: [accounts, account] }`: the words of
 * the path as they stand there, and the name or names of the resource, with dots between its levels.
 */
export function readResourceNames(context: ModelContext): ResourceNames {
  const pointer = "/x-unfold-resources";
  const entries = context.document["x-unfold-resources"];
  const names = new Map<string, readonly DottedName[]>();
  if (typeof entries === "object" && entries !== null) {
    for (const [words, value] of Object.entries(entries)) {
      names.set(words, dottedNames(context, value, child(pointer, words)));
    }
  }
  const used = new Set<string>();
  return {
    of(words) {
      const key = words.join("/");
      used.add(key);
      return names.get(key);
    },
    unused: () => [...names.keys()].filter((words) => !used.has(words)),
  };
}

/**
 * Reads `x-unfold-method: cancel`, a list of such names, or names with dots that begin at the client
 * (`subscriptions.cancel`); undefined where the operation has none.
 */
export function readMethodNames(
  context: ModelContext,
  operation: object,
  pointer: string,
): readonly DottedName[] | undefined {
  const value = member(operation, "x-unfold-method");
  if (value === undefined) return undefined;
  return dottedNames(context, value, `${pointer}/x-unfold-method`);
}

/** Reads `x-unfold-type: Sigma.ScheduledQueryRun` of schemas, or a list of such names, by the keys of the schemas. */
export function readTypeNames(context: ModelContext): ReadonlyMap<string, readonly DottedName[]> {
  const names = new Map<string, readonly DottedName[]>();
  for (const [key, schema] of Object.entries(context.document.components?.schemas ?? {})) {
    const value = member(schema, "x-unfold-type");
    if (value === undefined) continue;
    const pointer = `${child("/components/schemas", key)}/x-unfold-type`;
    names.set(key, dottedNames(context, value, pointer, /^[A-Z][A-Za-z0-9]*$/));
  }
  return names;
}

function dottedNames(
  context: ModelContext,
  value: unknown,
  pointer: string,
  pattern = /^[a-z][A-Za-z0-9]*$/,
): readonly DottedName[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const names = list.map((name) => (typeof name === "string" ? name.split(".") : []));
  const valid =
    names.length > 0 &&
    names.every((name) => name.length > 0 && name.every((part) => pattern.test(part)));
  if (!valid) {
    fail(context, {
      code: "bad-resource-name",
      message: `${JSON.stringify(value)} is not a name`,
      pointer,
      hint: `Give a name like ${pattern.source}, or a list of such names; dots stand between levels.`,
    });
  }
  return names;
}
