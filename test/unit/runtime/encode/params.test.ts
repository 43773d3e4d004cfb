/** The tables of OpenAPI 3.1.1, section 4.8.12.4, "Style Examples". */
import { describe, expect, it } from "vitest";
import {
  cookies,
  header,
  jsonPath,
  jsonValue,
  label,
  matrix,
  simple,
  type Style,
  styled,
} from "../../../../templates/runtime/encode/params.js";

const EMPTY = "";
const STRING = "blue";
const ARRAY = ["blue", "black", "brown"];
const OBJECT = { R: 100, G: 200, B: 150 };

describe("paths", () => {
  it.each([
    [matrix, false, EMPTY, ";color"],
    [matrix, false, STRING, ";color=blue"],
    [matrix, false, ARRAY, ";color=blue,black,brown"],
    [matrix, false, OBJECT, ";color=R,100,G,200,B,150"],
    [matrix, true, EMPTY, ";color"],
    [matrix, true, STRING, ";color=blue"],
    [matrix, true, ARRAY, ";color=blue;color=black;color=brown"],
    [matrix, true, OBJECT, ";R=100;G=200;B=150"],
    [label, false, EMPTY, "."],
    [label, false, STRING, ".blue"],
    [label, false, ARRAY, ".blue,black,brown"],
    [label, false, OBJECT, ".R,100,G,200,B,150"],
    [label, true, ARRAY, ".blue.black.brown"],
    [label, true, OBJECT, ".R=100.G=200.B=150"],
    [simple, false, EMPTY, ""],
    [simple, false, STRING, "blue"],
    [simple, false, ARRAY, "blue,black,brown"],
    [simple, false, OBJECT, "R,100,G,200,B,150"],
    [simple, true, ARRAY, "blue,black,brown"],
    [simple, true, OBJECT, "R=100,G=200,B=150"],
  ])("%o, explode %s, of %j", (write, explode, value, expected) => {
    expect(write(explode)("color", value)).toBe(expected);
  });

  it("encodes what would end a value", () => {
    expect(simple()("color", ["a/b", "c,d", ";e="])).toBe("a%2Fb,c%2Cd,%3Be%3D");
    expect(jsonPath("color", { a: "/" })).toBe("%7B%22a%22%3A%22%2F%22%7D");
  });
});

describe("queries", () => {
  it.each<[Style, unknown, string]>([
    [{ style: "form", explode: false }, EMPTY, "color="],
    [{ style: "form", explode: false }, STRING, "color=blue"],
    [{ style: "form", explode: false }, ARRAY, "color=blue,black,brown"],
    [{ style: "form", explode: false }, OBJECT, "color=R,100,G,200,B,150"],
    [{ style: "form", explode: true }, EMPTY, "color="],
    [{ style: "form", explode: true }, STRING, "color=blue"],
    [{ style: "form", explode: true }, ARRAY, "color=blue&color=black&color=brown"],
    [{ style: "form", explode: true }, OBJECT, "R=100&G=200&B=150"],
    [{}, ARRAY, "color=blue&color=black&color=brown"],
    [{ style: "spaceDelimited" }, ARRAY, "color=blue%20black%20brown"],
    [{ style: "spaceDelimited" }, OBJECT, "color=R%20100%20G%20200%20B%20150"],
    [{ style: "spaceDelimited", explode: true }, ARRAY, "color=blue&color=black&color=brown"],
    [{ style: "pipeDelimited" }, ARRAY, "color=blue%7Cblack%7Cbrown"],
    [{ style: "pipeDelimited" }, OBJECT, "color=R%7C100%7CG%7C200%7CB%7C150"],
    [{ style: "pipeDelimited", explode: true }, ARRAY, "color=blue&color=black&color=brown"],
    [{ style: "deepObject" }, OBJECT, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"],
    [
      { style: "deepObject", explode: true },
      { a: [{ b: "[c]" }] },
      "color%5Ba%5D%5B0%5D%5Bb%5D=%5Bc%5D",
    ],
    [{ json: true }, OBJECT, "color=%7B%22R%22%3A100%2C%22G%22%3A200%2C%22B%22%3A150%7D"],
    [
      { allowReserved: true },
      "/a?b=c:@,;$!*()'&+#[] ü",
      "color=/a?b=c:@,;$!*()'%26%2B%23%5B%5D%20%C3%BC",
    ],
    [{}, new Date(0), "color=1970-01-01T00%3A00%3A00.000Z"],
    [
      { style: "deepObject" },
      { since: new Date(0) },
      "color%5Bsince%5D=1970-01-01T00%3A00%3A00.000Z",
    ],
    [{}, [], ""],
    [{ explode: false }, [], ""],
    [{ style: "deepObject" }, {}, ""],
    [{}, undefined, ""],
    [{}, null, ""],
    [{}, ["a", null, undefined, "b"], "color=a&color=b"],
  ])("%j of %j", (style, value, expected) => {
    expect(styled({ color: style })({ color: value })).toBe(expected);
  });

  it("writes each parameter in its own style, in the caller's order", () => {
    const serialize = styled({ ids: { style: "pipeDelimited" }, filter: { style: "deepObject" } });
    expect(serialize({ q: "a b", filter: { x: 1 }, ids: [1, 2], page: 3 })).toBe(
      "q=a%20b&filter%5Bx%5D=1&ids=1%7C2&page=3",
    );
    expect(serialize(JSON.parse('{"__proto__":1,"toString":2}'))).toBe("__proto__=1&toString=2");
  });

  it.each([
    [{ color: [NaN] }, "color[0]: NaN is not a number that can be sent"],
    [
      { color: { a: { b: 1 } } },
      "color.a: an object inside of another is not a value that can be sent",
    ],
    [{ color: () => 1 }, "color: [object Function] is not a value that can be sent"],
    [{ color: new Date(NaN) }, "color: Invalid Date is not a value that can be sent"],
  ])("refuses %j", (query, message) => {
    expect(() => styled({})(query)).toThrow(new TypeError(message));
  });

  it("refuses what JSON does not know", () => {
    const value = { a: [NaN] };
    const error = new TypeError("color.a[0]: NaN is not a number that can be sent");
    expect(() => styled({ color: { json: true } })({ color: value })).toThrow(error);
    expect(() => jsonPath("color", value)).toThrow(error);
    expect(() => jsonValue("color", value)).toThrow(error);
  });
});

describe("headers and cookies", () => {
  it.each([
    [false, STRING, "blue"],
    [false, ARRAY, "blue,black,brown"],
    [false, OBJECT, "R,100,G,200,B,150"],
    [true, OBJECT, "R=100,G=200,B=150"],
    [false, undefined, undefined],
  ])("a header, explode %s, of %j", (explode, value, expected) => {
    expect(header("X-Color", value, explode)).toBe(expected);
  });

  it("may hold JSON", () => {
    expect(jsonValue("X-Color", { a: 1 })).toBe('{"a":1}');
    expect(jsonValue("X-Color", undefined)).toBeUndefined();
  });

  it("puts all cookies in one header", () => {
    expect(
      cookies({ session: "a;b", tags: ARRAY, gone: undefined }, { tags: { explode: false } }),
    ).toBe("session=a%3Bb; tags=blue,black,brown");
    expect(cookies({})).toBeUndefined();
  });
});
