/** Documents that grow in one direction: what takes time or stack with the square of it shows here. */

type Json = unknown;
type Schemas = Readonly<Record<string, Json>>;

/** Makes the document whose shape has `size` parts. */
export type LargeDocument = (size: number) => Json;

const ref = (n: number | string): Json => ({ $ref: `#/components/schemas/S_${n}` });
const numbers = (size: number): number[] => Array.from({ length: size }, (_, n) => n);
const each = (size: number, make: (n: number) => readonly [string, Json]): Schemas =>
  Object.fromEntries(numbers(size).map(make));

/** Each schema is made from the next one; the last one is a string in an object. */
function chain(link: (next: Json) => Json): LargeDocument {
  return (size) =>
    document({
      ...each(size, (n) => [`S_${n}`, link(ref(n + 1))]),
      [`S_${size}`]: { type: "object", properties: { end: { type: "string" } } },
    });
}

const one = (schema: (size: number) => Json): LargeDocument => {
  return (size) => document({ S_0: schema(size) });
};

function document(schemas: Schemas, paths: Schemas = { "/a": { get: operation(ref(0)) } }): Json {
  return { openapi: "3.1.0", info: { title: "a", version: "1" }, paths, components: { schemas } };
}

function operation(schema: Json): object {
  const content = { "application/json": { schema } };
  return {
    parameters: [
      { name: "q", in: "query", schema: { type: "string" } },
      { name: "with", in: "query", schema: { type: "array", items: { enum: ["end"] } } },
    ],
    responses: { 200: { description: "", content } },
  };
}

const text = { type: "string" };

/** Chains of schemas, by what links each one to the next. */
export const CHAINS: Readonly<Record<string, LargeDocument>> = {
  references: chain((next) => next),
  properties: chain((next) => ({ type: "object", properties: { next } })),
  required: chain((next) => ({ type: "object", properties: { next }, required: ["next"] })),
  items: chain((items) => ({ type: "array", items })),
  additionalProperties: chain((additionalProperties) => ({ type: "object", additionalProperties })),
  prefixItems: chain((next) => ({ type: "array", prefixItems: [next] })),
  "allOf of one": chain((next) => ({ allOf: [next] })),
  allOf: chain((next) => ({ allOf: [next, { type: "object", properties: { own: text } }] })),
  anyOf: chain((next) => ({ anyOf: [next, text] })),
  oneOf: chain((next) => ({ oneOf: [next, { type: "integer" }] })),
  nullable: chain((next) => ({ anyOf: [next, { type: "null" }] })),
  "allOf twice": chain((next) => ({ allOf: [next, { allOf: [next] }] })),
  "anyOf twice": chain((next) => ({ anyOf: [next, { anyOf: [next] }, text] })),
  "oneOf twice": chain((next) => ({ oneOf: [next, { oneOf: [next] }] })),
  "properties twice": chain((next) => ({ type: "object", properties: { a: next, b: next } })),
  "required twice": chain((next) => ({
    type: "object",
    properties: { a: next, b: next },
    required: ["a", "b"],
  })),
  "items twice": chain((items) => ({ anyOf: [{ type: "array", items }, items] })),
  not: chain((not) => ({ type: "string", not })),
};

/** A schema within a schema, and so on. */
function nested(wrap: (inner: Json) => Json): LargeDocument {
  return one((size) => numbers(size).reduce<Json>((inner) => wrap(inner), text));
}

/** Documents that are deep, by what holds the next schema. */
export const DEEP: Readonly<Record<string, LargeDocument>> = {
  properties: nested((a) => ({ type: "object", properties: { a } })),
  items: nested((items) => ({ type: "array", items })),
  additionalProperties: nested((inner) => ({ type: "object", additionalProperties: inner })),
  prefixItems: nested((item) => ({ type: "array", prefixItems: [item, text] })),
  allOf: nested((inner) => ({ allOf: [inner, { type: "object", properties: { a: text } }] })),
  anyOf: nested((inner) => ({ anyOf: [{ type: "array", items: inner }, text] })),
  oneOf: nested((inner) => ({ oneOf: [inner, { type: "integer" }] })),
  not: nested((not) => ({ type: "string", not })),
};

/** Documents that are wide: many of one thing. */
export const WIDE: Readonly<Record<string, LargeDocument>> = {
  properties: one((size) => ({
    type: "object",
    properties: each(size, (n) => [`p${n}`, text]),
  })),
  "required properties": one((size) => ({
    type: "object",
    properties: each(size, (n) => [`p${n}`, text]),
    required: numbers(size).map((n) => `p${n}`),
  })),
  "properties that are schemas": (size) =>
    document({
      S_0: { type: "object", properties: each(size, (n) => [`p${n}`, ref(n + 1)]) },
      ...each(size, (n) => [`S_${n + 1}`, { type: "object", properties: { a: text } }]),
    }),
  schemas: (size) =>
    document(each(size, (n) => [`S_${n}`, { type: "object", properties: { a: text } }])),
  operations: (size) =>
    document(
      { S_0: { type: "object", properties: { a: text } } },
      each(size, (n) => [`/p${n}/{id}`, { post: operation(ref(0)) }]),
    ),
  "enum values": one((size) => ({ type: "string", enum: numbers(size).map((n) => `value_${n}`) })),
  allOf: one((size) => ({
    allOf: numbers(size).map((n) => ({ type: "object", properties: { [`p${n}`]: text } })),
  })),
  "allOf of references": (size) =>
    document({
      S_0: { allOf: numbers(size).map((n) => ref(n + 1)) },
      ...each(size, (n) => [`S_${n + 1}`, { type: "object", properties: { [`p${n}`]: text } }]),
    }),
  "allOf that requires": one((size) => ({
    allOf: numbers(size).map((n) => ({
      type: "object",
      properties: { [`p${n}`]: text },
      required: [`p${n}`],
    })),
  })),
  "described properties": one((size) => ({
    type: "object",
    additionalProperties: { type: "integer" },
    properties: each(size, (n) => [
      `p${n}`,
      { ...text, description: `The ${n}th`, enum: ["a", n] },
    ]),
  })),
  oneOf: (size) =>
    document({
      S_0: { oneOf: numbers(size).map((n) => ref(n + 1)) },
      ...each(size, (n) => [`S_${n + 1}`, { type: "object", properties: { [`p${n}`]: text } }]),
    }),
  parameters: (size) =>
    document(
      { S_0: text },
      {
        "/a": {
          get: {
            ...operation(ref(0)),
            parameters: numbers(size).map((n) => ({ name: `q${n}`, in: "query", schema: text })),
          },
        },
      },
    ),
};
