/** What people read of a comparison. */
import { describe, expect, it } from "vitest";
import { type Change, diffModels } from "../../../generator/diff/index.js";
import { type DiffFormat, formatDiffs } from "../../../generator/diff/report/index.js";
import { modelOf, type Part } from "../../support/model.js";

const JSON_TYPE = "application/json";
const FORM = "application/x-www-form-urlencoded";
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const object = (properties: object, required: readonly string[] = []) => ({
  type: "object",
  properties,
  ...(required.length === 0 ? {} : { required }),
});
const get = (operationId: string, schema: object) => ({
  get: {
    operationId,
    responses: { "200": { description: "", content: { [JSON_TYPE]: { schema } } } },
  },
});
const post = (operationId: string, schema: object, more: object = {}, type = FORM) => ({
  post: { operationId, requestBody: { content: { [type]: { schema, ...more } } }, responses: {} },
});

interface Sides {
  readonly old: Part;
  readonly now: Part;
}

const schemas = (old: object, now: object, paths: object = {}): Sides => ({
  old: { paths, components: { schemas: old } },
  now: { paths, components: { schemas: now } },
});
const paths = (old: object, now: object, named: object = {}): Sides => ({
  old: { paths: old, components: { schemas: named } },
  now: { paths: now, components: { schemas: named } },
});

function report({ old, now }: Sides) {
  return diffModels(modelOf(old, undefined, "paths").model, modelOf(now, undefined, "paths").model);
}

function told(sides: Sides, format: DiffFormat = "markdown"): string {
  return formatDiffs([report(sides)], format);
}

const lines = (sides: Sides): readonly string[] =>
  report(sides).changes.map(({ rule, symbol, before, after }) =>
    [rule, symbol, before, after].filter(Boolean).join(" "),
  );

const TEXT = { type: "string" };
const NUMBER = { type: "integer" };
const KIND = (...values: string[]) => ({ enum: values });
const BOX = object({ size: { type: "integer" } });
const BIG_BOX = object({ size: { type: "integer" }, colour: { type: "string" } });

describe("a change of a type", () => {
  it.each<[string, Sides, readonly string[]]>([
    [
      "to a schema that is the same under another name",
      schemas(
        { Crate: BOX, A: object({ in: ref("Crate") }) },
        { Box: BOX, A: object({ in: ref("Box") }) },
      ),
      ["schema-removed Crate Crate", "schema-added Box Box"],
    ],
    [
      "to a schema with more properties",
      schemas(
        { Box: BOX, Big: BIG_BOX, A: object({ in: ref("Box") }) },
        { Box: BOX, Big: BIG_BOX, A: object({ in: ref("Big") }) },
      ),
      ["response-type-narrowed A.in Box Big"],
    ],
    [
      "to a schema with fewer properties",
      schemas(
        { Box: BOX, Big: BIG_BOX, A: object({ in: ref("Big") }) },
        { Box: BOX, Big: BIG_BOX, A: object({ in: ref("Box") }) },
      ),
      ["response-type-widened A.in Big Box"],
    ],
    [
      "to a schema that holds itself, as the old one did",
      schemas(
        { Old: object({ next: ref("Old") }), A: object({ in: ref("Old") }) },
        { New: object({ next: ref("New") }), A: object({ in: ref("New") }) },
      ),
      ["schema-added New New", "schema-removed Old Old"],
    ],
    [
      "from any string to some",
      schemas({ A: object({ in: { type: "string" } }) }, { A: object({ in: KIND("x", "y") }) }),
      ['response-type-narrowed A.in string "x" | "y"'],
    ],
    [
      "to what looks the same until it is told in full",
      schemas(
        { A: object({ in: { anyOf: [object({ a: TEXT }), object({ b: TEXT })] } }) },
        { A: object({ in: { anyOf: [object({ a: NUMBER }), object({ b: NUMBER })] } }) },
      ),
      [
        "response-type-widened A.in { a?: string } | { b?: string } { a?: integer } | { b?: integer }",
      ],
    ],
  ])("%s", (_, sides, expected) => {
    expect([...lines(sides)].sort()).toEqual([...expected].sort());
  });
});

describe("an encoding", () => {
  const styled = (schema: object, style: object) =>
    post("send", object({ it: schema }), { encoding: { it: style } });
  const both = (schema: object, now: object): Sides =>
    paths({ "/x": styled(schema, {}) }, { "/x": styled(schema, now) });
  const query = (schema: object, parameter: object) => ({
    "/x": {
      get: {
        operationId: "read",
        parameters: [{ name: "it", in: "query", schema, ...parameter }],
        responses: {},
      },
    },
  });
  const DEEP = { style: "deepObject", explode: true };
  const PIPES = { style: "pipeDelimited", explode: false };

  it.each<[string, Sides, number]>([
    ["of a number", both({ type: "number" }, DEEP), 0],
    ['of a number or ""', both({ anyOf: [{ type: "number" }, { enum: [""] }] }, DEEP), 0],
    ["of a text", both({ type: "string" }, DEEP), 0],
    ["of an object", both(object({ a: { type: "string" } }), DEEP), 1],
    ["of a list", both({ type: "array", items: { type: "string" } }, PIPES), 1],
    [
      "of a list, as by default",
      both({ type: "array", items: { type: "string" } }, { style: "form", explode: true }),
      0,
    ],
    [
      "of a parameter that is a number",
      paths(query({ type: "integer" }, {}), query({ type: "integer" }, PIPES)),
      0,
    ],
    [
      "of a parameter that is a list",
      paths(query({ type: "array", items: {} }, {}), query({ type: "array", items: {} }, PIPES)),
      1,
    ],
    [
      "of reserved characters of a text",
      paths(query({ type: "string" }, {}), query({ type: "string" }, { allowReserved: true })),
      1,
    ],
    [
      "of reserved characters of a number",
      paths(query({ type: "integer" }, {}), query({ type: "integer" }, { allowReserved: true })),
      0,
    ],
  ])("%s", (_, sides, changes) => {
    expect(report(sides).changes.map(({ rule }) => rule)).toEqual(
      Array.from({ length: changes }, () => "encoding-changed"),
    );
  });
});

describe("an entry", () => {
  it.each<[string, Sides, string]>([
    [
      "of all values of an enum",
      schemas({ A: object({ k: KIND("a") }) }, { A: object({ k: KIND("a", "b", "c") }) }),
      'new values: `A.k` (`"b", "c"`)',
    ],
    [
      "of the same in many places",
      schemas(
        Object.fromEntries(["A", "B", "C", "D"].map((name) => [name, object({ k: KIND("a") })])),
        Object.fromEntries(
          ["A", "B", "C", "D"].map((name) => [name, object({ k: KIND("a", "b") })]),
        ),
      ),
      'new values: `k` (`"b"`; in `A`, `B`, `C` and 1 more)',
    ],
    [
      "of a schema that has another name",
      schemas({ invoice_box: BOX }, { invoice_big_box: BOX }),
      "types removed: `InvoiceBox` (renamed to `InvoiceBigBox`; types only)",
    ],
    [
      "of a property that has another name",
      schemas({ A: object({ features: BOX }) }, { A: object({ marketing_features: BOX }) }),
      "fields removed: `A.features` (renamed to `marketing_features`)",
    ],
    [
      "of what has to be given now",
      paths(
        { "/x": post("send", object({ a: BOX })) },
        {
          "/x": {
            post: {
              ...post("send", object({ a: BOX }, ["a"])).post,
              requestBody: {
                required: true,
                content: { [FORM]: { schema: object({ a: BOX }, ["a"]) } },
              },
            },
          },
        },
      ),
      "parameters now required: `SendParams` (`a`), `SendParams.a`",
    ],
    [
      "of new methods, each told once",
      paths({}, { "/boxes": get("listBoxes", BOX), "/boxes/{id}": {} }),
      "- **boxes**: new methods: `boxes.retrieve`",
    ],
  ])("%s", (_, sides, expected) => {
    expect(told(sides)).toContain(expected);
  });

  it("does not pair schemas that only look alike", () => {
    expect(told(schemas({ customer_box: BOX }, { invoice_list: BOX }))).not.toContain("renamed");
  });

  it("says which operations a schema reaches, and its resource", () => {
    const using = {
      "/boxes": get("listBoxes", ref("A")),
      "/crates": get("listCrates", object({ a: ref("A") })),
    };
    const [change] = report(schemas({ A: BOX }, { A: BIG_BOX }, using)).changes;
    expect(change).toMatchObject({
      behind: "A",
      resource: "boxes",
      operations: { count: 2, first: ["boxes.retrieve", "crates.retrieve"] },
    } satisfies Partial<Change>);
  });
});

describe("annotations", () => {
  const many = (n: number) => Array.from({ length: n }, (_, at) => `p${at}`);
  const gone = (n: number): Sides =>
    schemas(
      {
        A: object(Object.fromEntries(many(n).map((name) => [name, { type: "string" }]))),
        B: object({ k: KIND("a") }),
      },
      { A: object({}), B: object({ k: KIND("a", "b"), more: BOX }) },
    );

  it.each([
    [3, 3, ""],
    [10, 10, ""],
    [11, 10, "2 more"],
    [40, 10, "31 more"],
  ])("of %i breaking changes are %i, errors first, and count the rest", (n, shown, rest) => {
    const kinds = told(gone(n), "github")
      .split("\n")
      .map((line) => line.split(" ", 1)[0]);
    expect(kinds).toEqual([
      ...Array.from({ length: shown }, () => "::error"),
      "::warning",
      "::notice",
    ]);
    const errors = told(gone(n), "github")
      .split("\n")
      .filter((line) => line.startsWith("::error"));
    if (rest !== "") expect(errors.at(-1)).toContain(`title=${rest}::`);
  });

  it("cannot be ended by a document", () => {
    const hostile = "a\n::error::b,c:d";
    const text = told(schemas({ A: object({ [hostile]: BOX }) }, { A: object({}) }), "github");
    expect(text.split("\n")).toHaveLength(1);
  });
});
