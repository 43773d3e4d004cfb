/** Small document → want: the expand graph. */
import { describe, expect, it } from "vitest";
import type { Schema } from "../../../generator/openapi/index.js";
import { modelOf } from "../../support/model.js";

const ref = (key: string) => ({ $ref: `#/components/schemas/${key}` });
const expandable = (...keys: string[]) => ({
  anyOf: [{ type: "string" }, ...keys.map(ref)],
  "x-expansionResources": { oneOf: keys.map(ref) },
});
const object = (properties: object, fields: string[] = Object.keys(properties)) =>
  ({ type: "object", properties, "x-expandableFields": fields }) as Schema;

function graphOf(schemas: Record<string, Schema>) {
  const dialect = {
    templates: "t",
    lists: [
      {
        mark: { property: "object", value: "list" },
        items: "data",
        type: "L",
        call: "list",
        result: "P",
        properties: ["object", "data"],
      },
    ],
    expansion: {
      parameters: [{ name: "expand", listPrefix: true }],
      targets: "x-expansionResources",
      fields: "x-expandableFields",
      optionalLists: true,
    },
  };
  const { model } = modelOf({ components: { schemas } }, dialect);
  return Object.fromEntries(
    [...model.expand.values()].map(({ key, targets, walked, includable }) => [
      key,
      { x: Object.fromEntries(targets), n: Object.fromEntries(walked), i: [...includable.keys()] },
    ]),
  );
}

describe("the expand graph", () => {
  it("holds expandable properties and their targets", () => {
    const schemas = {
      a: object({ b: expandable("b", "deleted_b") }),
      b: object({}),
      deleted_b: object({}),
    };
    expect(graphOf(schemas)).toEqual({ a: { x: { b: ["b", "deleted_b"] }, n: {}, i: [] } });
  });

  it("finds expandables in arrays", () => {
    const schemas = { a: object({ bs: { type: "array", items: expandable("b") } }), b: object({}) };
    expect(graphOf(schemas)["a"]?.x).toEqual({ bs: ["b"] });
  });

  it("walks through objects, and prunes what leads nowhere", () => {
    const schemas = {
      a: object({
        good: ref("good"),
        bad: ref("bad"),
        many: { type: "array", items: ref("good") },
      }),
      good: object({ b: expandable("bad") }),
      bad: object({ self: ref("bad") }),
    };
    expect(graphOf(schemas)).toEqual({
      a: {
        x: {},
        n: { good: { keys: ["good"], list: false }, many: { keys: ["good"], list: false } },
        i: [],
      },
      good: { x: { b: ["bad"] }, n: {}, i: [] },
    });
  });

  it("replaces unions by their members", () => {
    const schemas = {
      a: object({ u: expandable("u") }),
      u: { anyOf: [ref("b"), ref("c")] },
      b: object({}),
      c: object({}),
    };
    expect(graphOf(schemas)["a"]?.x).toEqual({ u: ["b", "c"] });
  });

  it("includes lists that are not required, and goes on behind them", () => {
    const list = {
      type: "object",
      properties: { object: { enum: ["list"] }, data: { type: "array", items: ref("b") } },
    };
    const schemas = { a: object({ bs: list }), b: object({ c: expandable("c") }), c: object({}) };
    expect(graphOf(schemas)["a"]).toEqual({
      x: {},
      n: { bs: { keys: ["b"], list: true } },
      i: ["bs"],
    });
  });

  it("ends in cycles", () => {
    const schemas = { a: object({ b: ref("b") }), b: object({ a: ref("a"), c: expandable("a") }) };
    expect(Object.keys(graphOf(schemas))).toEqual(["a", "b"]);
  });

  it("leaves alone what the document does not list", () => {
    expect(graphOf({ a: object({ b: expandable("b") }, []), b: object({}) })).toEqual({});
  });
});
