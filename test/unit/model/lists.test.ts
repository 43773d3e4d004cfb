/** Small document → want: containers, ids, and times, as a dialect tells them. */
import { describe, expect, it } from "vitest";
import type { Dialect, ListRule } from "../../../generator/config/index.js";
import { operationOf, modelOf, shapeOf } from "../../support/model.js";

const ref = (key: string) => ({ $ref: `#/components/schemas/${key}` });
const PAGE: ListRule = {
  items: "rows",
  properties: ["rows", "next"],
  type: "Page",
  call: "page",
  result: "PagePromise",
};
const dialect = (more: Partial<Dialect> = {}): Dialect => ({
  templates: "templates/example",
  lists: [PAGE],
  ...more,
});
const rows = { type: "array", items: { type: "string" } };
const page = { type: "object", properties: { rows, next: { type: "string" } } };
const symbol = { kind: "list", name: "Page", items: "rows", item: { type: "string" } };

describe("a container without a mark", () => {
  it.each<[string, object, object | undefined]>([
    ["has all of its properties", page, symbol],
    ["lacks one", { type: "object", properties: { rows } }, undefined],
    ["has another", { ...page, properties: { ...page.properties, a: {} } }, undefined],
    ["has no array", { ...page, properties: { ...page.properties, rows: {} } }, undefined],
  ])("%s", (_, given, want) => {
    const { symbol: found } = shapeOf(given, {}, dialect()) ?? {};
    if (want === undefined) expect(found).toBeUndefined();
    else expect(found).toMatchObject(want);
  });

  it("may be null in either way of saying so", () => {
    for (const given of [
      { ...page, nullable: true },
      { ...page, type: ["object", "null"] },
    ]) {
      const want = { anyOf: [{ type: "object", symbol }], nullable: true };
      expect(shapeOf(given, {}, dialect())).toMatchObject(want);
    }
  });

  it.each(["const", "enum"])("may have a mark instead, by %s", (keyword) => {
    const value = keyword === "const" ? "rows" : ["rows"];
    const given = { type: "object", properties: { rows, kind: { [keyword]: value } } };
    const rule = {
      ...PAGE,
      mark: { property: "kind", value: "rows" },
      properties: ["rows", "next", "kind"],
    };
    expect(shapeOf(given, {}, dialect({ lists: [rule] }))?.symbol).toMatchObject(symbol);
    const other = { ...rule, mark: { property: "kind", value: "columns" } };
    expect(shapeOf(given, {}, dialect({ lists: [other] }))?.symbol).toBeUndefined();
  });

  it.each<[string, object]>([
    ["in place", page],
    ["by its name", ref("Strings")],
    ["by another name", ref("Alias")],
  ])("is returned %s", (_, schema) => {
    const schemas = { Strings: page, Alias: ref("Strings") };
    const responses = { "200": { content: { "application/json": { schema } } } };
    const operation = operationOf({ responses }, { components: { schemas } }, dialect());
    expect(operation?.response).toMatchObject({ kind: "page", item: { type: "string" } });
  });
});

describe("what an id may become", () => {
  const expansion = { parameters: [{ name: "embed" }], targets: "x-link" };
  const targetsOf = (link: unknown, id: object = { type: "integer" }) => {
    const a = { type: "object", properties: { b: { ...id, "x-link": link } } };
    const schemas = { a, b: { type: "object" }, c: { type: "object" } };
    const { model } = modelOf({ components: { schemas } }, { expansion });
    const shape = model.schemas.find(({ key }) => key === "a")?.shape.properties?.["b"];
    return [model.expand.get("a")?.targets.get("b"), shape];
  };

  it.each<[string, unknown, string[] | undefined]>([
    ["a name", "b", ["b"]],
    ["names", ["b", "c"], ["b", "c"]],
    ["a reference", ref("b"), ["b"]],
    ["references", [ref("b"), ref("c")], ["b", "c"]],
    ["a union", { oneOf: [ref("b")] }, ["b"]],
    ["the text of a reference", "#/components/schemas/b", ["b"]],
    ["nothing", [], undefined],
  ])("stands there as %s", (_, link, want) => {
    expect(targetsOf(link)).toEqual([want, { type: "integer" }]);
  });

  it.each(["anyOf", "oneOf"])("stands beside ids of two types in %s", (keyword) => {
    const ids = [{ type: "integer" }, { type: "string" }];
    const [targets, shape] = targetsOf("b", { [keyword]: [...ids, ref("b")] });
    expect([targets, shape]).toEqual([["b"], { [keyword]: ids }]);
  });

  it("must be a schema", () => {
    expect(() => targetsOf(["b", "d"])).toThrow(/x-link names "d"/);
  });
});

it("warns of a list of another rule, which no path goes through", () => {
  const other = { ...PAGE, items: "cells", properties: ["cells"], type: "Row" };
  const cells = { type: "array", items: ref("b") };
  const a = { type: "object", properties: { bs: { properties: { cells } } } };
  const b = { type: "object", properties: { c: { type: "string", "x-link": "a" } } };
  const expansion = { parameters: [{ name: "embed" }], targets: "x-link" };
  const given = dialect({ lists: [PAGE, other], expansion });
  const { warnings, model } = modelOf({ components: { schemas: { a, b } } }, given);
  expect(warnings.map(({ code }) => code)).toEqual(["list-not-walked"]);
  expect(model.expand.has("a")).toBe(false);
});

it.each<["seconds" | "milliseconds" | "text", string, boolean]>([
  ["seconds", "integer", true],
  ["milliseconds", "number", true],
  ["seconds", "string", false],
  ["text", "string", true],
  ["text", "integer", false],
])("takes a Date for a time in %s that is a %s: %s", (unit, type, isTaken) => {
  const at = { name: "at", in: "query", schema: { type, format: "time" } };
  const given = dialect({ dates: [{ format: "time", unit }] });
  const shape = operationOf({ parameters: [at] }, {}, given)?.params?.shape.properties?.["at"];
  expect(JSON.stringify(shape).includes('"date"')).toBe(isTaken);
});

it("takes the first parameter for paths that an operation has, and writes it as the dialect says", () => {
  const parameters = ["include", "embed"].map((name) => ({
    name,
    in: "query",
    schema: { type: "string" },
  }));
  const expansion = {
    parameters: [{ name: "expand" }, { name: "embed", joined: true }, { name: "include" }],
    targets: "x-link",
  };
  const operation = operationOf({ parameters }, {}, { expansion });
  expect(operation?.params).toMatchObject({
    expandParameter: { name: "embed" },
    expand: false,
    styled: [{ name: "embed", style: "form", explode: false }],
  });
});
