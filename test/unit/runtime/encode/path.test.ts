import { describe, expect, it } from "vitest";
import { expandPath, type PathParams } from "../../../../templates/runtime/encode/path.js";

describe("path parameters", () => {
  it.each<[string, string, PathParams]>([
    ["/v1/x/{id}/y", "/v1/x/cs_1/y", { id: "cs_1" }],
    ["/{a}/{b}", "/a%2Fb%3Fc%23d/%C3%BC%20%252e", { a: "a/b?c#d", b: "ü %2e" }],
    ["/{a}", "/7", { a: 7 }],
    ["/{a}", "/7", { a: 7n }],
    ["/{a}", "/false", { a: false }],
    ["/{a}", "/%24%26%241%7Ba%7D", { a: "$&$1{a}" }],
    ["/{a}{b}.json", "/x%3Bb=1.json".replace("=", "%3D"), { a: "x", b: ";b=1" }],
    ["/{a}", "/...", { a: "..." }],
    ["/{a}", "/!'()*~", { a: "!'()*~" }],
  ])("%s gives %s", (template, expected, params) => {
    expect(expandPath(template, params)).toBe(expected);
  });

  it.each([
    [{ id: "" }, 'id: "" is not a value that can be sent'],
    [{ id: "." }, 'id: "." is not a value that can be sent'],
    [{ id: ".." }, 'id: ".." is not a value that can be sent'],
    [{}, 'id: "" is not a value that can be sent'],
    [{ id: undefined }, 'id: "" is not a value that can be sent'],
    [{ id: null }, 'id: "" is not a value that can be sent'],
    [{ id: { encoded: "x" } }, "id: [object Object] is not a value that can be sent"],
    [{ id: { id: "cus_1" } }, "id: [object Object] is not a value that can be sent"],
    [{ id: () => "cus_1" }, "id: [object Function] is not a value that can be sent"],
    [{ id: NaN }, "id: NaN is not a number that can be sent"],
    [{ id: "\ud800" }, "id: half a surrogate pair is not a value that can be sent"],
  ])("refuses %j", (params, message) => {
    expect(() => expandPath("/v1/customers/{id}", params)).toThrow(new TypeError(message));
  });
});
