/** A grammar of schemas, as documents write them: right, odd, and right but odd. */
import fc, { type Arbitrary } from "fast-check";
import { name, text } from "../text.js";

export type Json = unknown;

const primitive = fc.oneof(text, fc.integer(), fc.double(), fc.boolean(), fc.constant(null));
const { value } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    primitive,
    fc.array(tie("value"), { maxLength: 2 }),
    fc.dictionary(name, tie("value"), { maxKeys: 2, noNullPrototype: true }),
  ),
}));

const annotations = {
  title: text,
  description: text,
  deprecated: fc.boolean(),
  default: value,
  example: value,
};

const types = fc.constantFrom("string", "number", "integer", "boolean", "object", "array", "null");
const format = fc.oneof(
  fc.constantFrom("date-time", "date", "uuid", "int64", "byte", "binary", "unix-time"),
  text,
);

/** Schemas that may refer to `refs`. `newer`: with the keywords of 3.1. */
export function schemas(refs: Arbitrary<string>, newer: boolean): Arbitrary<Json> {
  const { schema } = fc.letrec<{ schema: Json }>((tie) => {
    const schema = tie("schema");
    const list = fc.array(schema, { minLength: 1, maxLength: 3 });
    const map = fc.dictionary(name, schema, { maxKeys: 4, noNullPrototype: true });
    const required = fc.uniqueArray(name, { maxLength: 3 });
    const reference = refs.map(($ref) => ({ $ref }));
    const record = <T>(model: { [K in keyof T]: Arbitrary<T[K]> }): Arbitrary<Json> =>
      fc.record<Json>({ ...annotations, ...model } as Record<string, Arbitrary<Json>>, {
        requiredKeys: Object.hasOwn(model, "type") ? ["type" as never] : [],
        noNullPrototype: true,
      });
    const object = record({
      type: fc.constant("object"),
      properties: map,
      required,
      additionalProperties: fc.oneof(fc.boolean(), schema),
      ...(newer
        ? { patternProperties: map, unevaluatedProperties: fc.oneof(fc.boolean(), schema) }
        : {}),
      nullable: fc.boolean(),
      readOnly: fc.boolean(),
      writeOnly: fc.boolean(),
    });
    const array = record({
      type: fc.constant("array"),
      items: schema,
      minItems: fc.nat(3),
      maxItems: fc.nat(3),
      ...(newer ? { prefixItems: list } : {}),
    });
    const scalar = record({
      type: newer
        ? fc.oneof(types, fc.uniqueArray(types, { minLength: 1, maxLength: 3 }))
        : types.filter((type) => type !== "null"),
      format,
      enum: fc.array(primitive, { maxLength: 3 }),
      nullable: fc.boolean(),
      readOnly: fc.boolean(),
      writeOnly: fc.boolean(),
      pattern: text,
    });
    const listed = record({
      enum: fc.array(value, { minLength: 1, maxLength: 4 }),
      ...(newer ? { const: value } : {}),
    });
    const composed = record({
      allOf: list,
      anyOf: list,
      oneOf: list,
      not: schema,
      properties: map,
      required,
      nullable: fc.boolean(),
      discriminator: fc.record(
        {
          propertyName: name,
          mapping: fc.dictionary(name, fc.oneof(refs, name), { maxKeys: 2, noNullPrototype: true }),
        },
        { requiredKeys: ["propertyName"], noNullPrototype: true },
      ),
    });
    const odd = newer
      ? fc.oneof(
          fc.boolean(),
          fc.tuple(reference, object).map(([ref, beside]) => ({ ...(beside as object), ...ref })),
        )
      : fc.constant({});
    return {
      schema: fc.oneof(
        { maxDepth: 4, depthIdentifier: "schema" },
        { weight: 3, arbitrary: scalar },
        { weight: 3, arbitrary: reference },
        { weight: 3, arbitrary: object },
        { weight: 2, arbitrary: array },
        { weight: 2, arbitrary: composed },
        { weight: 1, arbitrary: listed },
        { weight: 1, arbitrary: odd },
      ),
    };
  });
  return schema;
}
