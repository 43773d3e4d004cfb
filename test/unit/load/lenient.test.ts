/** What only a vendor can fix is let through on request, as unknown, with a warning each. */
import { expect, it } from "vitest";
import { load } from "../../../generator/load/index.js";
import { readModel } from "../../../generator/run/read-model.js";
import { diagnosticOf, folder } from "./folder.js";

const component = (schema: object, more: object = {}) => ({
  openapi: "3.0.3",
  paths: {},
  components: { schemas: { A: { type: "object", properties: { a: schema } } }, ...more },
});
const responses = { R: { description: "a response" } };

it.each<[string, object]>([
  ["leads nowhere", component({ $ref: "#/components/schemas/None" })],
  ["leads to a file that is not there", component({ $ref: "none.yaml#/A" })],
  ["leads to a response", component({ $ref: "#/components/responses/R" }, { responses })],
  ["has siblings", component({ $ref: "#/components/schemas/None", type: "string" })],
])("a reference of a schema that %s", async (_, document) => {
  const cwd = folder({ "openapi.json": document });
  const strict = await diagnosticOf(load("openapi.json", { cwd }));
  const { document: loaded, warnings } = await load("openapi.json", { cwd, lenient: true });
  expect(loaded.components?.schemas?.["A"]).toMatchObject({ properties: { a: {} } });
  expect(JSON.stringify(loaded.components?.schemas)).toContain('"a":{}');
  const told = warnings.filter(({ code }) => code === strict.code);
  expect(told).toMatchObject([{ message: strict.message, location: strict.location }]);
  expect(told[0]?.location).toMatchObject({ file: "openapi.json", line: expect.any(Number) });
});

it("a response that is not there is one without content", async () => {
  const get = { responses: { 200: { $ref: "#/components/responses/None" } } };
  const cwd = folder({ "openapi.json": { openapi: "3.1.0", paths: { "/a": { get } } } });
  const { document } = await load("openapi.json", { cwd, lenient: true });
  expect(document.paths?.["/a"]?.get?.responses).toEqual({ 200: {} });
});

it.each<[string, unknown, object]>([
  ["is text", "string", {}],
  ["is a list", [{ type: "string" }], {}],
  ["has a list of properties", { properties: ["a"] }, {}],
  ["has a discriminator of nothing", { discriminator: {} }, {}],
  ["holds such a schema", { properties: { b: 1 } }, { properties: { b: {} } }],
  [
    "has text among its parts",
    { allOf: [{ type: "object" }, "A"] },
    { allOf: [{ type: "object" }, {}] },
  ],
  ["has a reference that is no text", { $ref: 1 }, {}],
  [
    "is a response",
    { description: "a response", content: { "application/json": { schema: { type: "string" } } } },
    { description: "a response" },
  ],
])("a schema that %s", async (_, schema, want) => {
  const cwd = folder({ "openapi.json": component(schema as object) });
  const { document, warnings } = await load("openapi.json", { cwd, lenient: true });
  const a = document.components?.schemas?.["A"];
  expect(a).toMatchObject({ properties: { a: want } });
  expect(warnings[0]?.location).toMatchObject({ file: "openapi.json", line: expect.any(Number) });
  const { warnings: told } = await readModel(
    { name: "a", document: "openapi.json", output: "", lenient: true },
    { cwd },
  );
  expect(told.length).toBeGreaterThan(0);
});

it.each<[string, unknown]>([
  ["is text", "ok"],
  ["is a list", []],
  ["has text as its content", { description: "R", content: "text" }],
])("a response that %s is one without content", async (_, response) => {
  const get = { responses: { 200: response, 201: { description: "Made" } } };
  const cwd = folder({ "openapi.json": { openapi: "3.1.0", paths: { "/a": { get } } } });
  const strict = await diagnosticOf(load("openapi.json", { cwd }));
  const { document, warnings } = await load("openapi.json", { cwd, lenient: true });
  const { responses: loaded } = document.paths?.["/a"]?.get ?? {};
  expect(loaded).toEqual({ 200: {}, 201: { description: "Made" } });
  expect(warnings).toMatchObject([{ message: strict.message, location: strict.location }]);
});

it.each<[string, object]>([
  ["an operation", { paths: { "/a": { get: "text" } } }],
  ["a parameter", { paths: { "/a": { get: { parameters: ["text"] } } } }],
  ["a body", { paths: { "/a": { post: { requestBody: "text" } } } }],
])("%s is needed as it is", async (_, document) => {
  const cwd = folder({ "openapi.json": { openapi: "3.1.0", ...document } });
  await diagnosticOf(load("openapi.json", { cwd, lenient: true }));
});

it("a parameter that is not there is needed", async () => {
  const get = { parameters: [{ $ref: "#/components/parameters/None" }], responses: {} };
  const cwd = folder({ "openapi.json": { openapi: "3.1.0", paths: { "/a": { get } } } });
  await diagnosticOf(load("openapi.json", { cwd, lenient: true }));
});

it("is an error under --strict", async () => {
  const cwd = folder({ "openapi.json": component({ $ref: "#/components/schemas/None" }) });
  await diagnosticOf(load("openapi.json", { cwd, lenient: true, strict: true }));
});
