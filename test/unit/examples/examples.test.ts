/** Examples made from the model alone: valid by their schemas, and of the document first. */
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import {
  type ExampleRules,
  readExamples,
  responseValue,
  schemaValue,
} from "../../../generator/examples/index.js";
import { diffModels } from "../../../generator/diff/index.js";
import type { Dialect } from "../../../generator/config/index.js";
import { make } from "../../../generated/src/testing/respond/make.js";
import { operationOf } from "../../../generated/src/testing/document/tables.js";
import { readModel } from "../../../generator/run/read-model.js";
import config from "../../../unfold.config.js";
import { modelOf } from "../../support/model.js";
import { ROOT } from "../../support/validator.js";

const PET = "#/components/schemas/Pet";
const schemas = {
  Pet: {
    type: "object",
    required: ["kind", "name"],
    properties: { kind: { type: "string" }, name: { type: "string", maxLength: 3 } },
    discriminator: { propertyName: "kind", mapping: { meow: "#/components/schemas/Cat" } },
  },
  Cat: {
    allOf: [{ $ref: PET }, { required: ["lives"], properties: { lives: { type: "integer" } } }],
  },
  Dog: {
    type: "object",
    required: ["kind", "good"],
    properties: { kind: {}, good: { const: true } },
  },
  Any: {
    oneOf: [{ $ref: "#/components/schemas/Dog" }, { $ref: "#/components/schemas/Cat" }],
    discriminator: { propertyName: "kind" },
  },
  Tree: {
    type: "object",
    required: ["left", "leaves"],
    properties: {
      left: { anyOf: [{ $ref: "#/components/schemas/Tree" }, { type: "null" }] },
      right: { $ref: "#/components/schemas/Tree" },
      leaves: { type: "array", items: { $ref: "#/components/schemas/Tree" } },
    },
  },
};

const RULES: ExampleRules = {
  dates: [{ format: "unix-time", unit: "seconds" }],
  id: "id",
  variants: ["type"],
  values: {},
};

function exampleOf(schema: object, values = {}): unknown {
  const { model } = modelOf({
    components: { schemas: { ...schemas, X: schema } },
    paths: { "/x": { get: { responses: { 200: json({ $ref: "#/components/schemas/X" }) } } } },
  });
  return schemaValue(readExamples(model, { ...RULES, values }), "X");
}

function json(schema: object, more: object = {}): object {
  return { description: "", content: { "application/json": { schema, ...more } } };
}

describe("an example of a schema", () => {
  it.each<[schema: object, want: unknown]>([
    [{ type: "string" }, "string"],
    [{ type: "string", maxLength: 3 }, "str"],
    [{ type: "string", minLength: 9 }, expect.stringMatching(/^.{9,}$/)],
    [{ type: "string", pattern: "^acct_[0-9]{4}$" }, expect.stringMatching(/^acct_/)],
    [{ type: "string", format: "date" }, expect.stringMatching(/^\d{4}-/)],
    [{ type: "string", enum: ["a", "b"] }, "a"],
    [{ type: "integer", minimum: 7 }, 7],
    [{ type: "integer", exclusiveMinimum: 7 }, 8],
    [{ type: "number", maximum: -2 }, -2],
    [{ type: "integer", minimum: 1, multipleOf: 10 }, 10],
    [{ type: "integer", format: "unix-time" }, 1_700_000_000],
    [{ type: ["null", "boolean"] }, false],
    [{ const: { a: [1, null] } }, { a: [1, null] }],
    [{ type: "array", items: { type: "string" }, minItems: 3 }, ["string", "string", "string"]],
    [{ type: "array", items: { type: "string" }, maxItems: 0 }, []],
    [{ prefixItems: [{ type: "string" }, { type: "integer" }] }, ["string", 0]],
    [{ type: "object", additionalProperties: { type: "string" } }, {}],
    [{ allOf: [{ $ref: PET }, { properties: { age: { type: "integer" } } }] }, { age: 0 }],
    [
      { properties: { cat: { $ref: "#/components/schemas/Cat" } } },
      { cat: { kind: "meow", name: "str", lives: 0 } },
    ],
    [
      { properties: { any: { $ref: "#/components/schemas/Any" } } },
      { any: { kind: "Dog", good: true } },
    ],
    [{ type: "number", exclusiveMinimum: 0, exclusiveMaximum: 1 }, 0.5],
    [{ $ref: "#/components/schemas/Tree" }, { left: null, leaves: [] }],
    [
      { type: "object", properties: { a: { writeOnly: true }, b: { readOnly: true } } },
      { b: null },
    ],
  ])("fits %j", (schema, want) => {
    const example = exampleOf(schema);
    if (typeof want === "object" && want !== null && !Array.isArray(want)) {
      expect(example).toEqual("asymmetricMatch" in want ? want : expect.objectContaining(want));
    } else expect(example).toEqual(want);
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema({ $id: "all", components: { schemas } });
    const text = JSON.stringify(schema).replaceAll('"#/', '"all#/');
    const validate = ajv.compile(JSON.parse(text));
    expect(validate(example), ajv.errorsText(validate.errors)).toBe(true);
  });

  it.each<[schema: object, want: unknown]>([
    [{ type: "string", example: "Ada" }, "Ada"],
    [{ type: "string", examples: ["Bob", "Ada"] }, "Bob"],
    [{ type: "string", default: "Eve" }, "Eve"],
    [{ type: "string", example: 5 }, "string"],
    [{ type: "string", maxLength: 2, example: "Ada" }, "st"],
    [{ enum: ["a", "b"], example: "b" }, "b"],
    [{ type: "integer", minimum: 3, exclusiveMinimum: 5, example: 5 }, 6],
    [{ type: "boolean", example: true }, true],
    [{ properties: { id: { type: "integer" } }, example: { id: 7 } }, { id: 7 }],
    [{ properties: { id: { type: "string" } }, example: { id: "x", more: 1 } }, { id: "x" }],
    [{ type: "array", items: { type: "integer" }, example: [4, 5] }, [4]],
    [{ properties: { constructor: { type: "string" } }, example: {} }, { constructor: "string" }],
  ])("is the document's own, where that fits: %j", (schema, want) => {
    expect(exampleOf(schema)).toEqual(want);
  });

  it("is the configuration's before all others", () => {
    const properties = {
      name: { type: "string", example: "Bob" },
      nickName: { type: "string", example: "Bobby" },
      middleName: { type: "string" },
      id: { type: "string" },
    };
    expect(exampleOf({ properties }, { name: "Ada" })).toEqual({
      name: "Ada",
      nickName: "Bobby",
      middleName: "Ada",
      id: "X_1",
    });
  });

  it("does not grow with arrays in arrays", () => {
    let schema: object = { type: "string" };
    for (let depth = 0; depth < 40; depth++) schema = { type: "array", items: schema, minItems: 9 };
    expect(JSON.stringify(exampleOf(schema)).length).toBeLessThan(10_000);
  });
});

it("is not a change of the types that only examples and limits differ", () => {
  const model = (more: object) =>
    modelOf({
      components: { schemas: { X: { properties: { limits: { type: "string", ...more } } } } },
      paths: { "/x": { get: { responses: { 200: json({ $ref: "#/components/schemas/X" }) } } } },
    }).model;
  const { changes } = diffModels(model({ maxLength: 1, example: "a" }), model({ default: "b" }));
  expect(changes).toEqual([]);
});

describe("an example of a response", () => {
  const responses = (more: object, schema: object = { type: "string" }) => ({
    paths: { "/x": { get: { responses: { 200: json(schema, more) } } } },
    components: { schemas, examples: { one: { value: { a: 2 } } } },
  });

  it.each<[what: string, part: object, want: unknown]>([
    ["made", responses({}), "string"],
    ["the document's", responses({ example: { a: 1 } }), { a: 1 }],
    [
      "the document's, by reference",
      responses({ examples: { one: { $ref: "#/components/examples/one" } } }),
      { a: 2 },
    ],
    [
      "made, where the document's stands elsewhere",
      responses({ examples: { far: { externalValue: "https://example.com" } } }),
      "string",
    ],
    [
      "none, where nothing comes",
      { paths: { "/x": { get: { responses: { 204: { description: "" } } } } } },
      undefined,
    ],
    [
      "none, where it is not JSON",
      { paths: { "/x": { get: { responses: { 200: { content: { "text/plain": {} } } } } } } },
      undefined,
    ],
  ])("is %s", (_, part, want) => {
    const examples = readExamples(modelOf(part).model, RULES);
    expect(responseValue(examples, "GET /x")).toEqual(want);
    expect(responseValue(examples, "GET /y")).toBeUndefined();
  });

  it("is a whole page, with what its document calls it", () => {
    const dialect: Dialect = {
      lists: [
        {
          mark: { property: "object", value: "page" },
          items: "data",
          url: "url",
          type: "Page",
          call: "list",
          result: "PagePromise",
          properties: ["object", "count", "next", "url", "more", "data"],
        },
      ],
    };
    const page = {
      required: ["object", "data", "url", "count"],
      properties: {
        object: { enum: ["page"] },
        count: { type: "integer", minimum: 1 },
        next: { type: ["string", "null"] },
        url: { type: "string", pattern: "^/x$" },
        more: { type: "string" },
        data: { type: "array", items: { type: "string", example: "a" } },
      },
    };
    const { model } = modelOf(responses({}, page), dialect);
    const examples = readExamples(model, RULES);
    expect(responseValue(examples, "GET /x")).toEqual({
      object: "page",
      count: 1,
      next: null,
      url: "/x",
      data: ["a"],
    });
    expect(examples.responses.get("GET /x")?.page).toEqual({ url: "url" });
  });
});

describe("every operation of Stripe", () => {
  it("has the value that the client's test data makes", async () => {
    const [stripe] = config.projects;
    if (stripe === undefined) throw new Error("There is no project");
    const { model } = await readModel(stripe, { cwd: ROOT });
    const { testing, dialect } = stripe;
    const values = typeof testing === "object" ? (testing.values ?? {}) : {};
    const examples = readExamples(model, { ...RULES, ...dialect, values });
    const different = [...examples.responses.keys()].filter((key) => {
      const { response } = operationOf(key);
      const made = response === undefined ? undefined : make(response, undefined, []);
      return JSON.stringify(made) !== JSON.stringify(responseValue(examples, key));
    });
    expect(different).toEqual([]);
    expect(examples.responses.size).toBe(534);
  });
});
