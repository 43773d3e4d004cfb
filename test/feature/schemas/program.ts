/** Schemas, values of them and near misses, as a document and a program that must compile. */
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import fc from "fast-check";
import { stringLiteral } from "../../../generator/emit/code/encode.js";
import { missesOf } from "./misses.js";
import { schemasOf, type ValueSchema, valuesOf } from "./samples.js";

const VALUES_OF_EACH = 4;

export interface Sampled {
  readonly document: unknown;
  /** `satisfies` for every value, with `@ts-expect-error` above those that are none. */
  readonly check: string;
  readonly values: number;
  readonly misses: number;
}

export function sampleProgram(seed: number, count: number): Sampled {
  const names = Array.from({ length: count }, (_, n) => `S${n}`);
  const sampled = fc.sample(schemasOf(names), { seed, numRuns: count });
  const named = new Map(names.map((name, n): [string, ValueSchema] => [name, sampled[n] ?? {}]));
  const document = {
    openapi: "3.1.0",
    info: {},
    components: { schemas: Object.fromEntries(named) },
  };
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  ajv.addSchema(document, "document");
  const lines: string[] = [];
  let [accepted, refused] = [0, 0];
  for (const [name, schema] of named) {
    if (isCircular(schema, named)) continue;
    const validate = ajv.compile({ $ref: `document#/components/schemas/${name}` });
    const values = fc.sample(valuesOf(schema, named), { seed, numRuns: VALUES_OF_EACH });
    for (const value of values) {
      if (!validate(value)) continue;
      accepted += 1;
      lines.push(`(${literal(value)}) satisfies Schemas["${name}"];`);
      for (const miss of fc.sample(missesOf(value), { seed, numRuns: 2 })) {
        if (validate(miss) || !isTold(validate)) continue;
        refused += 1;
        lines.push("// @ts-expect-error", `(${literal(miss)}) satisfies Schemas["${name}"];`);
      }
    }
  }
  const check = ['import type { Schemas } from "./client/index.js";', ...lines, ""].join("\n");
  return { document, check, values: accepted, misses: refused };
}

/** Whether a schema consists of itself, so that no value has an end. */
function isCircular(start: ValueSchema, named: ReadonlyMap<string, ValueSchema>): boolean {
  const reached = new Set<ValueSchema>([start]);
  for (const schema of reached) {
    const next = [schema.allOf, schema.anyOf, schema.oneOf].flatMap((list) => list ?? []);
    const target = named.get(schema.$ref?.split("/").at(-1) ?? "");
    for (const part of target === undefined ? next : [...next, target]) {
      if (part === start) return true;
      reached.add(part);
    }
  }
  return false;
}

/** Whether the validator's reason is one that a type can hold against a value. */
function isTold({ errors }: ValidateFunction): boolean {
  return (errors ?? []).every(({ keyword, params, instancePath }) => {
    // An index signature speaks of every property, so what is under other names may be what those are, too.
    if (instancePath.includes("/more")) return false;
    if (keyword === "oneOf") return params["passingSchemas"] === null;
    if (keyword === "type") return ![params["type"]].flat().includes("integer");
    return ["required", "enum", "const", "anyOf"].includes(keyword);
  });
}

/** A value as an expression, in which nothing is widened. */
function literal(value: unknown): string {
  if (typeof value === "string") return stringLiteral(value);
  if (typeof value !== "object" || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  const members = Object.entries(value).map(
    ([key, part]) => `${stringLiteral(key)}: ${literal(part)}`,
  );
  return `{ ${members.join(", ")} }`;
}
