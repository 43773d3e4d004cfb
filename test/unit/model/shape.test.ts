/** Small schema → want: what normalisation makes of it. */
import { describe, expect, it } from "vitest";
import type { Dialect } from "../../../generator/config/index.js";
import { modelOf, operationOf, shapeOf } from "../../support/model.js";

const REF = { $ref: "#/components/schemas/Y" };
const components = {
  schemas: { Y: { type: "object" as const, properties: { id: { type: "string" as const } } } },
};

describe("3.1 schemas", () => {
  it.each<[string, object, object]>([
    [
      "a type with null is nullable",
      { type: ["string", "null"] },
      { type: "string", nullable: true },
    ],
    ["only null", { type: "null" }, { type: "null" }],
    [
      "several types are alternatives",
      { type: ["string", "integer"] },
      { anyOf: [{ type: "string" }, { type: "integer" }] },
    ],
    [
      "an alternative null is nullable",
      { anyOf: [REF, { type: "null" }] },
      { anyOf: [REF], nullable: true },
    ],
    ["const is an enum of one", { const: "a" }, { enum: ["a"] }],
    ["const null", { const: null }, { type: "null" }],
    ["null in an enum is nullable", { enum: ["a", "a", null] }, { enum: ["a"], nullable: true }],
    [
      "prefixItems make a tuple, of which `items` are the rest",
      { type: "array", prefixItems: [{ type: "string" }], minItems: 1, items: { type: "number" } },
      {
        type: "array",
        prefixItems: [{ type: "string" }],
        minItems: 1,
        items: { type: "number" },
        limits: { minItems: 1 },
      },
    ],
    [
      "siblings of a reference hold as well",
      { ...REF, type: "object", required: ["id"] },
      {
        allOf: [REF, { type: "object", properties: { id: { type: "string" } }, required: ["id"] }],
      },
    ],
    [
      "a description beside a reference is only that",
      { ...REF, description: "d" },
      { ...REF, description: "d" },
    ],
    ["true is anything", { type: "array", items: true }, { type: "array", items: {} }],
    ["false is nothing", { type: "array", items: false }, { type: "array", items: { enum: [] } }],
    [
      "patternProperties are additional ones",
      {
        type: "object",
        patternProperties: { "^x": { type: "string" } },
        additionalProperties: false,
      },
      { type: "object", additionalProperties: { anyOf: [{ type: "string" }] } },
    ],
    [
      "patternProperties leave other names open",
      { type: "object", patternProperties: { "^x": { type: "string" } } },
      { type: "object", additionalProperties: true },
    ],
    [
      "binary content in JSON is a string",
      { type: "string", format: "binary" },
      { type: "string", format: "binary" },
    ],
    [
      "keywords that do not bear on the type stand beside it",
      { type: "string", minLength: 3, minimum: 3, pattern: "x", example: "y", default: "z" },
      { type: "string", limits: { minLength: 3, pattern: "x" }, example: "y", default: "z" },
    ],
  ])("%s", (_, given, want) => {
    expect(shapeOf(given, { components })).toEqual(want);
  });
});

describe("a request", () => {
  it("takes binary content as a file", () => {
    const file = { type: "string", format: "binary" };
    const schema = { type: "object", properties: { file } };
    const requestBody = { content: { "multipart/form-data": { schema } } };
    expect(operationOf({ requestBody }, { method: "post" })?.params?.shape.properties).toEqual({
      file: { type: "object", symbol: { kind: "upload" } },
    });
  });
});

describe("3.0 schemas", () => {
  it.each<[string, object, object]>([
    ["nullable", { type: "string", nullable: true }, { type: "string", nullable: true }],
    ["siblings of a reference are ignored", { ...REF, nullable: true, type: "object" }, REF],
    [
      "properties without a type make an object",
      { properties: { a: { type: "string" } } },
      { type: "object", properties: { a: { type: "string" } } },
    ],
  ])("%s", (_, given, want) => {
    expect(shapeOf(given, { openapi: "3.0.3", components })).toEqual(want);
  });
});

describe("discriminators", () => {
  it("give each member of a union its literal", () => {
    const discriminator = { propertyName: "kind", mapping: { y: "#/components/schemas/Y" } };
    expect(shapeOf({ oneOf: [REF], discriminator }, { components })?.oneOf).toEqual([
      {
        allOf: [REF, { type: "object", properties: { kind: { enum: ["y"] } }, required: ["kind"] }],
      },
    ]);
  });

  it("use the schema's name where nothing is mapped", () => {
    const shape = shapeOf(
      { oneOf: [REF], discriminator: { propertyName: "kind" } },
      { components },
    );
    expect(shape?.oneOf?.[0]?.allOf?.[1]?.properties).toEqual({ kind: { enum: ["Y"] } });
  });

  it("leave a member alone that lists the values itself", () => {
    const schemas = { Y: { properties: { kind: { enum: ["why"] } } } };
    const discriminator = { propertyName: "kind" };
    expect(shapeOf({ oneOf: [REF], discriminator }, { components: { schemas } })?.oneOf).toEqual([
      REF,
    ]);
  });
});

describe("a dialect", () => {
  const dialect = {
    templates: "templates/example",
    nullableIsPresent: true,
    deleted: { prefix: "deleted_", property: "deleted" },
    expansion: {
      parameters: [{ name: "expand" }],
      targets: "x-expansionResources",
      optionalLists: true,
    },
    lists: [
      {
        mark: { property: "object", value: "list" },
        items: "data",
        type: "ApiList",
        call: "list",
        result: "PagePromise",
        properties: ["object", "data"],
      },
    ],
  };
  const list = {
    type: "object",
    properties: { object: { enum: ["list"] }, data: { type: "array", items: REF } },
  };
  const container = {
    type: "object",
    properties: { object: { enum: ["list"] }, data: { type: "array" } },
    required: [],
  };
  const symbol = { kind: "list", name: "ApiList", items: "data", item: REF, container };

  it("holds nullable properties to be present", () => {
    const given = {
      type: "object",
      properties: { a: { type: ["string", "null"] }, b: { type: "string" } },
    };
    expect(shapeOf(given, {}, dialect)?.required).toEqual(["a"]);
    expect(shapeOf(given)?.required).toBeUndefined();
  });

  it("recognises containers of one item type", () => {
    expect(shapeOf(list, { components }, dialect)).toEqual({ type: "object", symbol });
  });

  it("takes a container with other properties for an ordinary object", () => {
    const given = { ...list, properties: { ...list.properties, more: { type: "string" } } };
    expect(shapeOf(given, { components }, dialect)?.symbol).toBeUndefined();
  });

  it("keeps an optional container off the plain type", () => {
    const given = { type: "object", properties: { items: list, id: { type: "string" } } };
    expect(Object.keys(shapeOf(given, { components }, dialect)?.properties ?? {})).toEqual(["id"]);
  });

  it("follows the notes on properties", () => {
    const given = {
      type: "object",
      required: ["a"],
      properties: {
        a: { type: "string" },
        b: { type: "string" },
        c: { type: "string" },
        items: list,
      },
      "x-unfold-properties": {
        a: { presence: "optional" },
        b: { presence: "required" },
        c: { includable: true },
        items: { includable: false },
      },
    };
    const shape = shapeOf(given, { components }, dialect);
    expect(Object.keys(shape?.properties ?? {})).toEqual(["a", "b", "items"]);
    expect(shape?.required).toEqual(["b"]);
  });

  it.each([{ a: { presence: "perhaps" } }, { a: { other: true } }])(
    "refuses a note that says nothing we know: %j",
    (notes) => {
      const given = { properties: { a: { type: "string" } }, "x-unfold-properties": notes };
      expect(() => shapeOf(given)).toThrow(/bad entry/);
    },
  );

  it("tells of every note whose property is gone, and heeds the others", () => {
    const notes = {
      gone: { presence: "optional" },
      a: { presence: "required" },
      lost: { includable: true },
    };
    const X = { properties: { a: { type: "string" } }, "x-unfold-properties": notes };
    const { model, warnings } = modelOf({ components: { schemas: { X } } });
    expect(model.schemas[0]?.shape.required).toEqual(["a"]);
    expect(warnings.map(({ code, location }) => [code, location?.pointer])).toEqual([
      ["unused-property-note", "/components/schemas/X/x-unfold-properties/gone"],
      ["unused-property-note", "/components/schemas/X/x-unfold-properties/lost"],
    ]);
  });

  it("marks what has a deleted twin as not deleted", () => {
    const schemas = { deleted_X: { type: "object" as const } };
    const given = { type: "object", properties: { id: { type: "string" } } };
    const shape = shapeOf(given, { components: { schemas } }, dialect);
    expect(shape?.properties?.["deleted"]).toEqual({ enum: [] });
  });
});

describe("expandable values", () => {
  it("are ids until they are expanded", () => {
    const customer = {
      anyOf: [{ type: "string" }, REF],
      nullable: true,
      "x-expansionResources": { oneOf: [REF] },
    };
    const expansion = { parameters: [{ name: "expand" }], targets: "x-expansionResources" };
    const dialect = { templates: "templates/example", expansion };
    const shape = shapeOf({ properties: { customer } }, { components }, dialect);
    expect(shape?.properties?.["customer"]).toEqual({ type: "string", nullable: true });
  });
});

it("has an end where a property requires itself of what is inside of it", () => {
  const own = { allOf: [{ oneOf: [{ $ref: "#/components/schemas/X" }] }], required: ["own"] };
  const shape = shapeOf({ properties: { own } });
  expect(JSON.stringify(shape)).toContain('"required":["own"]');
});

describe("the value of a discriminator", () => {
  const mark = "x-ms-discriminator-value";
  const kinds = { type: "string", enum: ["a-b", "X"] };
  it.each<[string, object, object, Dialect, unknown]>([
    ["its name", {}, {}, {}, ["X"]],
    ["its name, where the property lists it", { kind: kinds }, {}, {}, ["X"]],
    ["a mark that nobody names", {}, { [mark]: "a-b" }, {}, ["X"]],
    ["the mark", {}, { [mark]: "a-b" }, { discriminatorValue: mark }, ["a-b"]],
    ["the mark, listed", { kind: kinds }, { [mark]: "a-b" }, { discriminatorValue: mark }, ["a-b"]],
    ["a mark that is not text", {}, { [mark]: 1 }, { discriminatorValue: mark }, ["X"]],
    ["nothing that is listed", { kind: { enum: ["a", "b"] } }, {}, {}, undefined],
  ])("is that of %s", (_, properties, more, dialect, want) => {
    const Y = { type: "object", properties, discriminator: { propertyName: "kind" } };
    const parts = { components: { schemas: { Y, X: { allOf: [REF], ...more } } } };
    const { model, warnings } = modelOf(parts, dialect);
    const shape = model.schemas.find(({ key }) => key === "X")?.shape;
    expect(shape?.allOf?.[1]?.properties?.["kind"]?.enum).toEqual(want);
    expect(warnings.map(({ code }) => code)).toEqual(want ? [] : ["unknown-discriminator-value"]);
  });

  it("is mapped before it is marked", () => {
    const discriminator = { propertyName: "kind", mapping: { m: "#/components/schemas/X" } };
    const Y = { type: "object", discriminator };
    const parts = { components: { schemas: { Y, X: { allOf: [REF], [mark]: "a-b" } } } };
    const { model } = modelOf(parts, { discriminatorValue: mark });
    expect(JSON.stringify(model.schemas)).toContain('"enum":["m"]');
  });

  it("names the mark that the document has", () => {
    const Y = { type: "object", properties: { kind: { enum: ["a", "b"] } } };
    const base = { ...Y, discriminator: { propertyName: "kind" } };
    const X = { allOf: [REF], [mark]: "a" };
    const [warning] = modelOf({ components: { schemas: { Y: base, X } } }).warnings;
    expect(warning?.hint).toContain(`dialect: { discriminatorValue: "${mark}" }`);
  });
});
