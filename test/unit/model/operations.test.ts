/** Small operation → want: its place, its parameters and its response. */
import { describe, expect, it } from "vitest";
import { modelOf, operationOf } from "../../support/model.js";

const json = (schema: object) => ({ content: { "application/json": { schema } } });
const ok = { 200: json({ type: "object" }) };

describe("where an operation's params go", () => {
  const query = { name: "q", in: "query", schema: { type: "string" } };
  const header = { name: "h", in: "header", required: true, schema: { type: "string" } };
  const body = json({ type: "object", properties: { a: { type: "string" } } });

  it("only a query", () => {
    expect(operationOf({ parameters: [query] })?.params).toMatchObject({
      placement: "query",
      required: false,
    });
  });
  it("only a body", () => {
    const params = operationOf({ requestBody: body }, { method: "post" })?.params;
    expect(params).toMatchObject({ placement: "body", required: false, body: { isDefault: true } });
  });
  it("both", () => {
    const params = operationOf(
      { parameters: [query], requestBody: { ...body, required: true } },
      { method: "post" },
    )?.params;
    expect(params).toMatchObject({
      placement: "grouped",
      groups: ["query", "body"],
      required: true,
    });
    expect(params?.shape.required).toEqual(["body"]);
  });
  it("a header is always grouped", () => {
    expect(operationOf({ parameters: [header] })?.params).toMatchObject({
      placement: "grouped",
      required: true,
    });
  });
  it("nothing", () => {
    expect(operationOf({})?.params).toBeUndefined();
  });
  it("a body that the API reads from the query", () => {
    const dialect = { templates: "t", bodyAsQuery: ["DELETE" as const] };
    const operation = operationOf({ requestBody: body }, { method: "delete" }, dialect);
    expect(operation?.params).toMatchObject({ placement: "query", groups: ["query"] });
  });
  it("the operation's parameter overrides the path item's", () => {
    const paths = {
      "/x": { parameters: [query], get: { parameters: [{ ...query, required: true }] } },
    };
    const { model } = modelOf({ paths });
    expect(model.operations[0]?.params).toMatchObject({ required: true });
  });
});

describe("null and numbers that a dialect sends as text", () => {
  const text = { type: "string" };
  const empty = { type: "string", enum: [""] };
  const map = { type: "object", additionalProperties: text };
  const dialect = {
    templates: "t",
    nullUnsets: true,
    maps: [{ property: "notes", takes: ["number", "null"] as const }],
  };
  const loose = {
    type: "object",
    additionalProperties: { anyOf: [text, { type: "number" }], nullable: true },
  };
  const unset = { ...empty, nullable: true };

  it.each<[name: string, schema: object, want: object]>([
    ["a", text, text],
    ["a", empty, unset],
    ["a", { type: "string", enum: ["", "b"] }, { ...text, enum: ["", "b"], nullable: true }],
    ["a", { type: "string", enum: ["b"] }, { ...text, enum: ["b"] }],
    ["a", { anyOf: [{ type: "integer" }, empty] }, { anyOf: [{ type: "integer" }, unset] }],
    ["a", { type: "array", items: empty }, { type: "array", items: unset }],
    [
      "a",
      { type: "object", properties: { b: empty } },
      { type: "object", properties: { b: unset } },
    ],
    ["a", map, map],
    ["notes", map, loose],
    ["notes", { anyOf: [map, empty] }, { anyOf: [loose, unset] }],
    ["notes", text, text],
    [
      "a",
      { type: "object", properties: { notes: map } },
      { type: "object", properties: { notes: loose } },
    ],
  ])("%s: %j", (name, schema, want) => {
    const body = json({ type: "object", properties: { [name]: schema } });
    const given = { requestBody: body, responses: { 200: body } };
    const found = operationOf(given, { method: "post" }, dialect);
    expect(found?.params?.shape.properties?.[name]).toEqual(want);
    const strict = operationOf(given, { method: "post" });
    expect(JSON.stringify(strict?.params?.shape)).not.toContain("nullable");
    // What comes back is as the document has it.
    expect(found?.response).toEqual(strict?.response);
  });
});

it("takes a Date where a dialect says that a number is a point in time", () => {
  const at = { name: "at", in: "query", schema: { type: "integer", format: "unix-time" } };
  const dialect = { templates: "t", dates: [{ format: "unix-time", unit: "seconds" as const }] };
  expect(operationOf({ parameters: [at] }, {}, dialect)?.params?.shape.properties?.["at"]).toEqual({
    anyOf: [{ type: "integer" }, { type: "object", symbol: { kind: "date" } }],
    format: "unix-time",
  });
  expect(
    operationOf({ parameters: [at] })?.params?.shape.properties?.["at"]?.anyOf,
  ).toBeUndefined();
});

describe("styles that the call has to state", () => {
  const styled = (parameter: object, nested = false) =>
    operationOf(
      { parameters: [{ name: "p", in: "query", schema: {}, ...parameter }] },
      {},
      nested ? { templates: "t", nested } : undefined,
    )?.params?.styled;

  it.each<[string, object, object[]]>([
    ["form with explode is the default", {}, []],
    [
      "form without explode",
      { explode: false },
      [{ name: "p", in: "query", style: "form", explode: false, allowReserved: false }],
    ],
    [
      "deepObject",
      { style: "deepObject" },
      [{ name: "p", in: "query", style: "deepObject", explode: false, allowReserved: false }],
    ],
    [
      "reserved characters",
      { allowReserved: true },
      [{ name: "p", in: "query", style: "form", explode: true, allowReserved: true }],
    ],
    [
      "by content",
      { content: { "application/json": {} } },
      [{ name: "p", in: "query", style: "json", explode: false, allowReserved: false }],
    ],
  ])("%s", (_, parameter, want) => {
    expect(styled(parameter)).toEqual(want);
  });
  it("none where queries nest", () => {
    expect(styled({ style: "deepObject", explode: true }, true)).toEqual([]);
  });
});

describe("what an operation returns", () => {
  it.each<[string, object, object]>([
    ["JSON", { responses: ok }, { kind: "json", shape: { type: "object" } }],
    [
      "the union of all 2xx, the lowest first",
      { responses: { 202: json({ type: "string" }), 201: json({ type: "integer" }) } },
      { kind: "json", shape: { anyOf: [{ type: "integer" }, { type: "string" }] } },
    ],
    [
      "a range",
      { responses: { "2XX": json({ type: "string" }), 404: json({}) } },
      { kind: "json", shape: { type: "string" } },
    ],
    [
      "the default response where there is no 2xx",
      { responses: { default: json({ type: "string" }) } },
      { kind: "json" },
    ],
    [
      "nothing to HEAD",
      { head: true, responses: { 200: json({ type: "string" }) } },
      { kind: "none" },
    ],
    ["no content", { responses: { 204: { description: "" } } }, { kind: "none" }],
    ["text", { responses: { 200: { content: { "text/csv": {} } } } }, { kind: "text" }],
    ["a file", { responses: { 200: { content: { "application/pdf": {} } } } }, { kind: "stream" }],
    [
      "JSON before others",
      { responses: { 200: { content: { "text/plain": {}, "application/problem+json": {} } } } },
      { kind: "json" },
    ],
  ])("%s", (_, operation, want) => {
    const method = "head" in operation ? "head" : "get";
    expect(operationOf(operation, { method })?.response).toMatchObject(want);
  });
});

describe("where an operation stands", () => {
  it("by its first tag", () => {
    expect(operationOf({ tags: ["Pet Shop", "x"] })?.module).toBe("pet-shop");
  });
  it("else by the first segment that is neither a version nor a variable", () => {
    expect(operationOf({}, { path: "/v1/{tenant}/books/{id}" })?.module).toBe("books");
  });
  it("on another server only where that is said", () => {
    const servers = [{ url: "https://a.test/" }];
    expect(operationOf({}, { servers })?.server).toBeUndefined();
    expect(
      operationOf({ servers: [{ url: "https://a.test" }] }, { servers })?.server,
    ).toBeUndefined();
    const other = [{ url: "https://{h}.test/v2/", variables: { h: { default: "b" } } }];
    expect(operationOf({ servers: other }, { servers })?.server).toBe("https://{h}.test/v2");
  });
  it("with its path parameters in the order of the template", () => {
    const parameter = (name: string) => ({
      name,
      in: "path",
      required: true,
      schema: { type: "string" },
    });
    const operation = operationOf(
      { parameters: [parameter("b"), parameter("client")] },
      { path: "/{client}/{b}" },
    );
    expect(operation?.pathParameters.map(({ identifier }) => identifier)).toEqual(["client2", "b"]);
  });
  it("warns of a path parameter nobody declared", () => {
    const { model, warnings } = modelOf({ paths: { "/{id}": { get: { operationId: "x" } } } });
    expect(warnings.map(({ code }) => code)).toEqual(["undeclared-path-parameter"]);
    expect(model.operations[0]?.pathParameters[0]?.shape).toEqual({ type: "string" });
  });
});

describe("a parameter that nests", () => {
  const inner = { type: "object", properties: { a: { type: "string" } } };
  const object = (a: object) => ({ type: "object", properties: { a } });
  it.each<[string, object, string | undefined]>([
    ["an object in an object", { schema: object(inner) }, 'an object or array at "a"'],
    ["an array in an object", { schema: object({ type: "array" }) }, 'an object or array at "a"'],
    ["objects as items", { schema: { type: "array", items: inner } }, "objects or arrays as items"],
    ["a flat object", { schema: inner }, undefined],
    ["a flat array", { schema: { type: "array", items: { type: "string" } } }, undefined],
    ["what may be flat", { schema: object({ oneOf: [{ type: "string" }, inner] }) }, undefined],
    ["deepObject", { style: "deepObject", schema: object(inner) }, undefined],
    ["JSON", { content: { "application/json": { schema: object(inner) } } }, undefined],
  ])("by %s is told where no style can write it", (_, parameter, want) => {
    const parameters = [{ name: "q", in: "query", ...parameter }];
    const paths = { "/x": { get: { operationId: "x", parameters } } };
    const { warnings } = modelOf({ paths });
    const text = `the parameter "q" has ${want}, which style form cannot write`;
    expect(warnings.map(({ message }) => message)).toEqual(want === undefined ? [] : [text]);
  });
});

it.each([
  [
    ["*/*", "application/xml"],
    ["application/xml", "*/*"],
  ],
  [
    ["*/*", "application/*", "application/*+json", "text/csv"],
    ["text/csv", "application/*+json", "application/*", "*/*"],
  ],
])("of bodies %j, ranges come last", (given, want) => {
  const content = Object.fromEntries(given.map((type) => [type, { schema: { type: "object" } }]));
  const paths = { "/x": { post: { operationId: "x", requestBody: { content } } } };
  const { model, warnings } = modelOf({ paths });
  const contents = model.operations[0]?.params?.bodies?.contents ?? [];
  expect(contents.map(({ body }) => body.mediaType)).toEqual(want);
  expect(warnings).toEqual([]);
});

it("gives no function the name of a type, nor of another function", () => {
  const paths = Object.fromEntries(
    ["_", "__", "_2", "_ "].map((operationId, n) => [
      `/${n}`,
      { get: { operationId, responses: {} } },
    ]),
  );
  const schemas = { "": {}, _2: {}, "-": {} };
  const { model } = modelOf({ paths, components: { schemas } });
  const names = [...model.operations, ...model.schemas].map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});
