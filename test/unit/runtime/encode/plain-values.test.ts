/** Nothing that is given gets lost: each encoder writes every text in a value, or refuses the value. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BodyEncoder } from "../../../../templates/runtime/encode/body.js";
import { form } from "../../../../templates/runtime/encode/form.js";
import { formOf } from "../../../../templates/runtime/encode/form-body.js";
import { json } from "../../../../templates/runtime/encode/json.js";
import {
  multipart,
  multipartOf,
  nestedMultipart,
} from "../../../../templates/runtime/encode/multipart.js";
import {
  header,
  jsonValue,
  matrix,
  type Style,
  styled,
} from "../../../../templates/runtime/encode/params.js";

/** Makes a value, and knows the texts in it. */
interface Given {
  readonly make: () => unknown;
  readonly texts: readonly string[];
}

/** Whatever may hold a value; `undefined` holds nothing and is left out. */
const HOLDERS: readonly ((value: unknown, text: string) => unknown)[] = [
  (value) => ({ a: value }),
  (value) => [value],
  (value) => ({ a: 1, b: [value, undefined], c: undefined }),
  (value) => Object.assign(Object.create(null), { a: value }) as unknown,
  (value) =>
    new (class {
      a = value;
    })(),
  (value) => new Proxy({ a: value }, {}),
  (value) => Object.create({ a: value }) as unknown,
  (value) =>
    new (class {
      get a() {
        return value;
      }
    })(),
  (value) =>
    new (class {
      #a = value;
      a = () => this.#a;
    })().a,
  (value) =>
    new (class {
      #a = value;
      toString() {
        return String(this.#a);
      }
    })(),
  (value) => ({ toJSON: () => value }),
  (value) =>
    new (class {
      kept = 1;
      toJSON() {
        return value;
      }
    })(),
  (value) => new Map([["a", value]]),
  (value) => new Map([["a", value]]).entries(),
  (value) => new Set([value]),
  (value) => [value].values(),
  (value) => [value].entries(),
  (value) =>
    (function* () {
      yield value;
    })(),
  (value) => Promise.resolve(value),
  (value) => Symbol(String(value)),
  (value) => () => value,
  (_, text) => Object(text) as unknown,
  (_, text) => new Error(text),
  (_, text) => RegExp(text),
  (_, text) => new URL(`https://${text}.test`),
  (_, text) => new URLSearchParams({ a: text }),
  (_, text) => new Headers({ a: text }),
  (_, text) => text[Symbol.iterator](),
  (_, text) => text.matchAll(/./g),
];

/** What holds its bytes out of sight: a text that is never found stands for them. */
const BYTES: readonly (() => unknown)[] = [
  () => new ArrayBuffer(2),
  () => new DataView(new ArrayBuffer(2)),
  () => new Uint8Array(2),
  () => new Float64Array(2),
  () => ({ [Symbol.toStringTag]: "Uint8Array" }),
  () => Object(7) as unknown,
  () => new WeakSet(),
  () => Math,
];

const { given } = fc.letrec<{ given: Given }>((tie) => ({
  given: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.nat(1e6).map((n): Given => ({ make: () => `t${n}t`, texts: [`t${n}t`] })),
    fc
      .tuple(tie("given"), fc.nat(1e6), fc.constantFrom(...HOLDERS))
      .map(([inner, n, hold]): Given => ({
        make: () => hold(inner.make(), `t${n}t`),
        texts: hold.length > 1 ? [`t${n}t`] : inner.texts,
      })),
    fc.tuple(tie("given"), tie("given")).map(([a, b]): Given => ({
      make: () => ({ a: a.make(), b: [b.make()] }),
      texts: [...a.texts, ...b.texts],
    })),
    fc.constantFrom(...BYTES).map((make): Given => ({ make, texts: ["never found"] })),
  ),
}));

const body =
  (encode: BodyEncoder) =>
  async (value: unknown): Promise<string> => {
    const encoded = await encode({ color: value });
    return encoded === undefined ? "" : new Response(encoded.body).text();
  };
const query = (style: Style) => (value: unknown) => styled({ color: style })({ color: value });

const ENCODERS: Readonly<Record<string, (value: unknown) => unknown>> = {
  "a nested form": body(form),
  JSON: body(json),
  "a form": body(formOf()),
  "a form with a style": body(formOf({ color: { style: "deepObject" } })),
  multipart: body(multipart),
  "multipart with a style": body(multipartOf({ color: { style: "deepObject" } })),
  "nested multipart": body(nestedMultipart),
  "a query": query({}),
  "a query, flat": query({ explode: false }),
  "a query of a deep object": query({ style: "deepObject" }),
  "a query of JSON": query({ json: true }),
  "a header": (value) => header("color", value),
  "a header of JSON": (value) => jsonValue("color", value),
  "a path": (value) => matrix()("color", value),
};

describe("keeps or refuses what it is given", () => {
  it.each(Object.entries(ENCODERS))("%s", async (name, encode) => {
    const files = /multipart/.test(name);
    await fc.assert(
      fc.asyncProperty(given, async ({ make, texts }) => {
        const value = make();
        // Bytes are files there, and are sent; a stream of something else fails when it is read.
        fc.pre(!files || !(ArrayBuffer.isView(value) || value instanceof ArrayBuffer));
        let sent: string;
        try {
          sent = decodeURIComponent(String(await encode(value)));
        } catch (error) {
          expect(error).toBeInstanceOf(TypeError);
          expect(String(error)).toMatch(/^TypeError: color/);
          return;
        }
        for (const text of texts) expect(sent).toContain(text);
      }),
      { seed: 13, numRuns: 500 },
    );
  });
});
