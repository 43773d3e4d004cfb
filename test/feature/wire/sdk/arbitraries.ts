/** Parameters as the document's schemas allow them, and texts that are hard to send. */
import * as fc from "fast-check";
import type { Schema, SchemaObject } from "../../../../generator/openapi/index.js";
import type { Operation } from "../../../support/stripe-document.js";

export type Params = Readonly<Record<string, unknown>>;

/** One call: what both clients are asked to send. */
export interface Call {
  /** Values of the path parameters. */
  readonly path: readonly unknown[];
  readonly params: Params | undefined;
  readonly options: Options;
}

/** What a function takes behind the client: it has a place for params where its operation takes any. */
export function argumentsOf(
  { length }: { readonly length: number },
  { path, params, options }: Call,
): readonly unknown[] {
  if (length === path.length + 3) return [...path, params, options];
  if (Object.keys(params ?? {}).length > 0) throw new Error("The function takes no params");
  return [...path, options];
}

export interface Options {
  readonly idempotencyKey?: string;
  readonly stripeAccount?: string;
  readonly apiVersion?: string;
}

/** `every`: with each optional parameter at each level, so that no part of the document goes unsent. */
export function callOf(operation: Operation, every: boolean): fc.Arbitrary<Call> {
  const params = object(operation.params, every);
  const sendable = operation.multipart ? params.map(plainObject) : params;
  const { required = [] } = toObject(operation.params);
  return fc.record({
    path: fc.tuple(...operation.pathParams.map(() => pathText)),
    params: every || required.length > 0 ? sendable : fc.option(sendable, { nil: undefined }),
    options,
  });
}

/** Without the values for which stripe-node has no use in multipart bodies: see the table of meant differences. */
function plain(value: unknown): unknown {
  if (value === null) return "";
  if (value instanceof Date) return Math.floor(value.getTime() / 1000);
  if (typeof value !== "object" || value instanceof Uint8Array) return value;
  if (Array.isArray(value)) return value.filter((item) => item !== undefined).map(plain);
  return plainObject(value);
}

function plainObject(params: object): Params {
  const members: [string, unknown][] = Object.entries(params);
  return Object.fromEntries(members.map(([name, member]) => [name, plain(member)]));
}

/** Well-formed text: half of a surrogate pair cannot be sent. */
const anyText = fc
  .string({ unit: "binary", maxLength: 12 })
  .filter((text) => !/\p{Cs}/u.test(text));
const text = fc.oneof(
  { weight: 4, arbitrary: fc.string({ maxLength: 12 }) },
  { weight: 2, arbitrary: anyText },
  fc.constantFrom(
    ...[
      "",
      " ",
      "+",
      "a b",
      "[x]",
      "a[b]=c&d",
      "!*()'~",
      "%5B%20",
      "\r\n\0\t",
      "null",
      "😀 ✓ ü",
      "-_.~",
    ],
  ),
);
const pathText = fc.oneof(
  fc.stringMatching(/^[a-z]{2,4}_[A-Za-z0-9]{4,24}$/),
  anyText.filter((value) => !/^\.{0,2}$/.test(value)),
  fc.constantFrom("a/b", "../v1", "...", "%2e%2e", "a?b#c", "ü😀", "!*()'", ";,:@&=+$", "\\", " "),
);
const key = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 8 }).filter((name) => !/\p{Cs}/u.test(name)),
  fc.constantFrom("order id", "__proto__", "constructor", "toString", "a.b", "0", "length", "a[b]"),
);
const expandPath = fc
  .array(fc.constantFrom("customer", "data", "latest_charge", "default_source", "a_b2"), {
    minLength: 1,
    maxLength: 4,
  })
  .map((names) => names.join("."));

const header = fc.stringMatching(/^[!-~]([ -~]{0,30}[!-~])?$/);
const options: fc.Arbitrary<Options> = fc.record(
  {
    idempotencyKey: header,
    stripeAccount: fc.stringMatching(/^acct_[A-Za-z0-9]{1,16}$/),
    apiVersion: fc.constantFrom("2024-04-10", "2020-08-27"),
  },
  { requiredKeys: [] },
);

function object(schema: Schema, every: boolean): fc.Arbitrary<Params> {
  const { properties = {}, required = [], additionalProperties } = toObject(schema);
  const names = Object.keys(properties);
  const named = fc.record(
    Object.fromEntries(names.map((name) => [name, property(name, properties[name], every)])),
    { requiredKeys: every ? names : names.filter((name) => required.includes(name)) },
  );
  if (additionalProperties === undefined || additionalProperties === false) return named;
  const more = fc.dictionary(key, value(additionalProperties, every), {
    maxKeys: 4,
    minKeys: every ? 1 : 0,
  });
  return names.length === 0 ? more : fc.tuple(named, more).map(([a, b]) => ({ ...b, ...a }));
}

function property(name: string, schema: Schema | undefined, every: boolean): fc.Arbitrary<unknown> {
  if (name === "expand") return expand;
  return name === "metadata" ? fc.oneof(metadata, value(schema, every)) : value(schema, every);
}

/** Numbers in metadata are sent as text, and null takes a key away. */
const metadata = fc.dictionary(
  key,
  fc.oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(null)),
  { minKeys: 1, maxKeys: 4 },
);

const expand = fc.array(expandPath, { maxLength: 3 });

function value(schema: Schema = true, every: boolean): fc.Arbitrary<unknown> {
  const { anyOf, enum: allowed, type, format, items } = toObject(schema);
  // The empty text unsets a field, and so does null.
  if (allowed)
    return fc.constantFrom(...allowed.flatMap((each) => (each === "" ? ["", null] : [each])));
  if (anyOf) return fc.oneof(...anyOf.map((each) => value(each, every)));
  switch (type) {
    case "object":
      return object(schema, every);
    case "array":
      return fc.array(element(value(items === undefined ? true : single(items), every)), {
        minLength: every ? 1 : 0,
        maxLength: every ? 2 : 3,
      });
    case "boolean":
      return fc.boolean();
    case "integer":
      return format === "unix-time" ? fc.oneof(fc.nat(2 ** 31), date) : integer;
    case "number":
      return fc.double({ noNaN: true, noDefaultInfinity: true });
    case "string":
      return format === "binary" ? file : format === "decimal" ? fc.oneof(decimal, text) : text;
    default:
      throw new Error(`No values for ${JSON.stringify(schema)}`);
  }
}

/** An element that is undefined is not sent, and its index stays free. */
function element(item: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.option(item, { nil: undefined, freq: 20 });
}

const integer = fc.oneof({ weight: 6, arbitrary: fc.maxSafeInteger() }, fc.bigInt());
const decimal = fc.constantFrom("0.1", "-12.50", "1000000.000001");
const date = fc.date({ noInvalidDate: true });
const file = fc.record({
  data: fc.uint8Array({ maxLength: 64 }),
  name: fc.oneof(
    fc.constantFrom("a.png", 'quo"te.pdf', "ü 😀.txt"),
    fc.stringMatching(/^[\w.]{1,12}$/),
  ),
  type: fc.constantFrom("image/png", "application/octet-stream", "text/plain; charset=utf-8"),
});

function toObject(schema: Schema): SchemaObject {
  if (typeof schema === "boolean") throw new Error("A schema without a type");
  return schema;
}

function single(items: Schema | readonly Schema[]): Schema {
  if (isList(items)) throw new Error("A tuple");
  return items;
}

function isList(items: Schema | readonly Schema[]): items is readonly Schema[] {
  return Array.isArray(items);
}
