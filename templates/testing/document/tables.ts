/** The generator's tables, read out of their notation. */
import { entry, type ValueKind, type Template, type TestOperation } from "./data.js";
import { examples } from "./examples.js";
import { kinds } from "./kinds.js";
import { parse, type Text } from "./notation.js";
import { operations } from "./operations.js";
import { values } from "./values.js";

/** The example of a schema. */
export const exampleOf = /* @__PURE__ */ reader(examples);

const kindOf = /* @__PURE__ */ reader(kinds);
const valuesOf = /* @__PURE__ */ reader(values);

/** What a kind refers to. */
export function resolve([tag, name]: readonly ["ref" | "values", string]): ValueKind {
  return (tag === "ref" ? kindOf(name) : valuesOf(name)) ?? "any";
}

/** What is known of an operation, by method and path. */
export function operationOf(key: string): TestOperation {
  const { path, query, header, cookie, body, response, ...rest } = entry(operations, key) ?? {};
  return {
    ...rest,
    ...(path !== undefined && { path: parse(path) }),
    ...(query !== undefined && { query: parse(query) }),
    ...(header !== undefined && { header: parse(header) }),
    ...(cookie !== undefined && { cookie: parse(cookie) }),
    ...(body !== undefined && { body: parse(body) }),
    ...(response !== undefined && { response: parse(response) }),
  };
}

/** Each text is read when it is first asked for. */
function reader<T extends ValueKind | Template>(
  table: Readonly<Record<string, Text<T>>>,
): (key: string) => T | undefined {
  const known = new Map<string, T>();
  return (key) => {
    const text = entry(table, key);
    if (text !== undefined && !known.has(key)) known.set(key, parse(text));
    return known.get(key);
  };
}
