/** Schemas that say what they mean, and values of them. Whether a value is one is for a validator to decide. */
import fc, { type Arbitrary } from "fast-check";

export interface ValueSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, ValueSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: ValueSchema | boolean;
  readonly items?: ValueSchema | boolean;
  readonly prefixItems?: readonly ValueSchema[];
  readonly minItems?: number;
  readonly allOf?: readonly ValueSchema[];
  readonly anyOf?: readonly ValueSchema[];
  readonly oneOf?: readonly ValueSchema[];
}

const NAMES = ["a", "b", "c", "kind", "the name", "1", "x%"];
const LITERALS = ["a", "b", "ü", 1, 2.5, true, null];

/** Schemas, some of which refer to the named ones. */
export function schemasOf(names: readonly string[]): Arbitrary<ValueSchema> {
  const { schema, object } = fc.letrec<{ schema: ValueSchema; object: ValueSchema }>((tie) => {
    const scalar = fc.constantFrom("string", "number", "integer", "boolean");
    const map = fc.dictionary(fc.constantFrom(...NAMES), tie("schema"), {
      maxKeys: 4,
      noNullPrototype: true,
    });
    const few = fc.array(tie("schema"), { minLength: 1, maxLength: 3 });
    const plain = fc
      .record({
        properties: map,
        isRequired: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
      })
      .map(({ properties, isRequired }) => ({
        type: "object",
        properties,
        required: Object.keys(properties).filter((_, n) => isRequired[n]),
      }));
    const objects = fc.array(tie("object"), { minLength: 1, maxLength: 2 });
    return {
      object: fc.oneof(
        { maxDepth: 3, depthIdentifier: "schema" },
        plain,
        plain,
        fc
          .tuple(plain, tie("schema"))
          .map(([own, additionalProperties]) => ({ ...own, additionalProperties })),
        fc.tuple(plain, objects).map(([own, allOf]) => ({ ...own, allOf })),
        fc.tuple(plain, objects).map(([own, anyOf]) => ({ ...own, anyOf })),
        fc
          .tuple(objects, fc.constantFrom(...NAMES))
          .map(([allOf, name]) => ({ allOf, required: [name] })),
      ),
      schema: fc.oneof(
        { maxDepth: 3, depthIdentifier: "schema" },
        scalar.map((type) => ({ type })),
        scalar.map((type) => ({ type: [type, "null"] })),
        fc
          .uniqueArray(fc.constantFrom(...LITERALS), { minLength: 1 })
          .map((values) => ({ enum: values })),
        fc.constantFrom(...LITERALS, { a: [1] }, ["a"]).map((value) => ({ const: value })),
        fc.constantFrom(...names).map((name) => ({ $ref: `#/components/schemas/${name}` })),
        tie("object"),
        tie("object"),
        tie("schema").map((items) => ({ type: "array", items })),
        fc
          .tuple(few, fc.nat(3), fc.oneof(fc.boolean(), tie("schema")))
          .map(([prefixItems, minItems, items]) => ({
            type: "array",
            prefixItems,
            minItems: Math.min(minItems, prefixItems.length),
            items,
          })),
        few.map((anyOf) => ({ anyOf })),
        few.map((oneOf) => ({ oneOf })),
      ),
    };
  });
  return fc.oneof(schema, object);
}

/** Values that may be of the schema; undefined where there seems to be none. */
export function valuesOf(
  schema: ValueSchema,
  named: ReadonlyMap<string, ValueSchema>,
  depth = 0,
): Arbitrary<unknown> {
  const inner = (part: ValueSchema): Arbitrary<unknown> => valuesOf(part, named, depth + 1);
  if (depth > 8) return fc.constant(null);
  if (schema.$ref !== undefined) return inner(named.get(schema.$ref.split("/").at(-1) ?? "") ?? {});
  if (Object.hasOwn(schema, "const")) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const parts = [
    ...(schema.type === undefined ? [] : [typedValues(schema, inner)]),
    ...(schema.allOf ?? []).map(inner),
    ...[schema.anyOf, schema.oneOf].flatMap((options) =>
      options === undefined ? [] : [fc.oneof(...options.map(inner))],
    ),
  ];
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  return fc.tuple(...parts).map((all) => Object.assign({}, ...all.toReversed()) as unknown);
}

function typedValues(
  schema: ValueSchema,
  inner: (part: ValueSchema) => Arbitrary<unknown>,
): Arbitrary<unknown> {
  const {
    type,
    properties = {},
    required = [],
    additionalProperties,
    items,
    prefixItems = [],
    minItems = 0,
  } = schema;
  switch (typeof type === "string" ? type : type?.[0]) {
    case "string":
      return fc.constantFrom("a", "b", 'quote " and \\ and */', "ü");
    case "number":
      return fc.constantFrom(0, -1.5, 1e21);
    case "integer":
      return fc.constantFrom(0, -1, 7);
    case "boolean":
      return fc.boolean();
    case "array": {
      const rest = items === undefined || items === false ? [] : [items === true ? {} : items];
      if (prefixItems.length === 0) return fc.array(inner(rest[0] ?? {}), { maxLength: 2 });
      return fc
        .nat(prefixItems.length)
        .chain((length) =>
          fc.tuple(...prefixItems.slice(0, Math.max(minItems, length)).map(inner)),
        );
    }
    default: {
      const listed = Object.fromEntries(
        Object.entries(properties).map(([name, part]) => [name, inner(part)]),
      );
      const requiredKeys = required.filter((name) => Object.hasOwn(properties, name));
      const own = fc.record(listed, { requiredKeys, noNullPrototype: true });
      if (typeof additionalProperties !== "object") return own;
      return fc
        .tuple(own, fc.option(inner(additionalProperties), { nil: undefined }))
        .map(([value, more]) => (more === undefined ? value : { ...value, more }));
    }
  }
}
