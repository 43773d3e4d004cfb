/** The notation of testing data: what the generator writes, the client's tests read. */
import fc from "fast-check";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { literal } from "../../../../generator/emit/code/literal.js";
import { type Data, notation } from "../../../../generator/emit/testing/notation.js";
import { parse } from "../../../../templates/testing/document/notation.js";

const HOSTILE = [
  ..."% %% %0041 @a - -1 1e5 0x10 true null a(b a|b a=b * {} [] () ' \" ` ${x} \\ \\u0041".split(
    " ",
  ),
  ..."\u2028 \ud800 \udc00 😀 é __proto__ constructor \0".split(" "),
  "",
  " ",
  "a b",
  "\n",
  "\r\n",
];
const text = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: "binary" }), fc.string());
const scalar = fc.oneof(
  text,
  fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => !Object.is(value, -0)),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
);
/** Every tag there is, around anything. */
const TAGS = "id ref array tuple or and null ? ask when enum map open values !".split(" ");
const { data } = fc.letrec<{ data: Data }>((tie) => ({
  data: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    scalar,
    fc.dictionary(text, tie("data")),
    fc
      .tuple(fc.constantFrom(...TAGS), fc.array(tie("data")))
      .map(([tag, parts]) => [tag, ...parts]),
  ),
}));

describe("the notation", () => {
  it("says what was said", () => {
    fc.assert(
      fc.property(data, (given) => {
        expect(parse(notation(given))).toEqual(given);
      }),
      { numRuns: 300 },
    );
  });

  it("stands in TypeScript as any data does", () => {
    fc.assert(
      fc.property(fc.dictionary(text, data.map(notation)), (given) => {
        const code = ts.transpile(literal(given, "return ", ";"), {
          target: ts.ScriptTarget.ES2022,
        });
        expect(new Function(code)()).toEqual(given);
      }),
    );
  });

  it.each<[notation: string, data: Data]>([
    ["{\n id*\n age=integer\n}", { id: ["!", "string"], age: "integer" }],
    ["[@a.b|@c]", ["array", ["or", ["ref", "a.b"], ["ref", "c"]]]],
    ["enum(day 7 %0037 % true)", ["enum", "day", 7, "7", "", true]],
    ["or(a|b c)", ["or", ["or", "a", "b"], "c"]],
    ["ada@example.com", "ada@example.com"],
  ])("writes %s", (want, given) => {
    expect(notation(given)).toBe(want);
  });

  it("has one line more for one property more, of whatever size the object is", () => {
    for (let size = 1; size < 30; size++) {
      const names = Array.from({ length: size }, (_, n) => `property_${n}`);
      const given = Object.fromEntries(names.map((name) => [name, "string"]));
      const before = notation(given).split("\n");
      const after = notation({ ...given, zz_new: "string" }).split("\n");
      expect(after).toEqual([...before.slice(0, -1), " zz_new", "}"]);
    }
  });
});
