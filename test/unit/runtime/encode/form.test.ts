import * as fc from "fast-check";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { encodeForm } from "../../../../templates/runtime/encode/form.js";
import { unixSeconds } from "../../../../templates/runtime/encode/value.js";

/** The encoder of the official SDK, the reference for every byte. */
const { stringifyRequestData }: { stringifyRequestData(data: object): string } = await import(
  new URL("../../../../node_modules/stripe/esm/utils.js", import.meta.url).href
);

describe("what is sent", () => {
  it("is a Date in RFC 3339 where nobody says otherwise", () => {
    expect(encodeForm({ a: new Date(0) })).toBe("a=1970-01-01T00%3A00%3A00.000Z");
  });

  it.each<[string, object, string]>([
    ["nesting", { a: { b: { c: 1 } } }, "a[b][c]=1"],
    ["an index for each element", { a: [{ b: 1 }, "x"] }, "a[0][b]=1&a[1]=x"],
    ["expand", { expand: ["x"] }, "expand[0]=x"],
    ["undefined: nothing", { a: undefined, b: { c: undefined }, d: 1 }, "d=1"],
    ["an undefined element: its index stays free", { a: [1, undefined, 2] }, "a[0]=1&a[2]=2"],
    ["null and the empty text: empty", { a: null, b: "" }, "a=&b="],
    ["an empty array or object: nothing", { a: [], b: {}, c: [[], {}], d: 1 }, "d=1"],
    [
      "a Date, as the dialect writes it: whole unix seconds",
      { a: new Date(1_700_000_000_999), b: new Date(-1) },
      "a=1700000000&b=-1",
    ],
    [
      "booleans, numbers and bigints",
      { a: true, b: -0.5, c: 1e21, d: 12n },
      "a=true&b=-0.5&c=1e%2B21&d=12",
    ],
    [
      "reserved characters",
      { a: "!*()' &=+/:?#@,;$%" },
      "a=%21%2A%28%29%27%20%26%3D%2B%2F%3A%3F%23%40%2C%3B%24%25",
    ],
    ["brackets as they are", { "a[b]": "[c]" }, "a[b]=[c]"],
    ["text beyond ASCII", { ü: "✓ 😀" }, "%C3%BC=%E2%9C%93%20%F0%9F%98%80"],
    [
      "__proto__ and constructor as data",
      JSON.parse('{"__proto__":"a","constructor":"b"}'),
      "__proto__=a&constructor=b",
    ],
    ["no prototype at all", { a: Object.assign(Object.create(null), { b: 1 }) }, "a[b]=1"],
    [
      "own members only",
      { a: Object.create({ inherited: 1 }, { own: { value: 2, enumerable: true } }) },
      "a[own]=2",
    ],
    [
      "what comes from another realm",
      { a: runInNewContext("({ b: new Date(1000), c: [1] })") },
      "a[b]=1&a[c][0]=1",
    ],
    ["the same object twice", ((o) => ({ a: o, b: o }))({ c: 1 }), "a[c]=1&b[c]=1"],
  ])("%s", (_, data, expected) => {
    expect(encodeForm(data, unixSeconds)).toBe(expected);
  });

  it("is what the official SDK sends, to the byte", () => {
    const text = fc.string({ unit: "binary" }).filter((text) => !/\p{Cs}/u.test(text));
    const leaf = fc.oneof(
      text,
      fc.constantFrom("", "a b", "[x]", "!*()'"),
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.constant(null),
      fc.constant(undefined),
      fc.date({ noInvalidDate: true }),
    );
    const { params } = fc.letrec((tie) => ({
      params: fc.dictionary(
        text.filter((key) => key !== ""),
        tie("value"),
        { maxKeys: 5 },
      ),
      value: fc.oneof(
        { depthSize: "small" },
        leaf,
        tie("params"),
        fc.array(tie("value"), { maxLength: 4 }),
      ),
    }));
    fc.assert(
      fc.property(params, (params) => {
        const data = params as Record<string, unknown>;
        expect(encodeForm(data, unixSeconds)).toBe(stringifyRequestData(data));
      }),
      { numRuns: 500 },
    );
  });
});

describe("what is refused", () => {
  const cycle: Record<string, unknown> = { a: 1 };
  cycle["self"] = { again: cycle };

  it.each<[object, string]>([
    [
      { line_items: [{ quantity: NaN }] },
      "line_items[0].quantity: NaN is not a number that can be sent",
    ],
    [{ a: { b: -Infinity } }, "a.b: -Infinity is not a number that can be sent"],
    [{ a: new Date(NaN) }, "a: Invalid Date is not a value that can be sent"],
    [{ a: [() => 1] }, "a[0]: [object Function] is not a value that can be sent"],
    [{ a: Symbol("secret") }, "a: [object Symbol] is not a value that can be sent"],
    [cycle, "self.again: a cycle is not a value that can be sent"],
    [{ a: new Map([["b", 1]]) }, "a: [object Map] is not a value that can be sent"],
    [{ a: new Uint8Array(1) }, "a: [object Uint8Array] is not a value that can be sent"],
    [{ a: Promise.resolve() }, "a: [object Promise] is not a value that can be sent"],
    [{ a: { "b c%": "\ud800" } }, "a.b c%: half a surrogate pair is not a value that can be sent"],
    [{ a: { "\udc00": 1 } }, "a: half a surrogate pair is not a value that can be sent"],
  ])("%j", (data, message) => {
    expect(() => encodeForm(data)).toThrow(new TypeError(message));
  });
});
