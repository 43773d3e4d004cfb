/** What is said beside resources and fields, for documents that Stripe's does not stand for. */
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Dialect } from "../../../generator/config/index.js";
import { build } from "../../../generator/run/build.js";
import { HARBOUR } from "../../feature/dialects/harbour/project.js";
import { type SmallProject, smallProject } from "../../support/project.js";

const get = (tag: string) => ({ get: { tags: [tag], responses: { 200: RESPONSE } } });
const RESPONSE = {
  description: "",
  content: { "application/json": { schema: { $ref: "#/components/schemas/Thing" } } },
};
const text = (format: string, description?: string) => ({ type: "string", format, description });
const time = (description?: string) => ({ type: "integer", format: "unix-time", description });
const DOCUMENT = {
  openapi: "3.1.0",
  info: { title: "Things", version: "1" },
  paths: {
    "/api/pets": get("pets"),
    "/api/sums": {
      get: {
        ...get("sums").get,
        parameters: [{ name: "from", in: "query", schema: text("int64") }],
      },
    },
    "/api/pets/{id}/*/": get("pets"),
    "/api/shops/{id}": get("shops"),
    "/api/shops/{id}/open": get("shops"),
    "/api/cats/{id}": get("few"),
    "/api/dogs/{id}": get("few"),
    "/api/dogs": get("few"),
    ...Object.fromEntries([..."abcde"].map((path) => [`/api/${path}`, get("many")])),
  },
  components: {
    schemas: {
      Thing: {
        type: "object",
        properties: {
          plain: text("byte", "A picture."),
          told: text("byte", "A picture in base64."),
          total: text("int64"),
          totals: { type: "array", items: text("int64", "Of each.") },
          rates: { type: "object", additionalProperties: text("decimal") },
          share: text("decimal", "A decimal."),
          bare: time(),
          since: time("Seconds since the epoch."),
        },
      },
    },
  },
};

const dialect: Dialect = {
  templates: HARBOUR.dialect.templates,
  dates: [{ format: "unix-time", unit: "seconds" }],
};

let project: SmallProject;
let texts: ReadonlyMap<string, string>;
beforeAll(async () => {
  project = await smallProject();
  await project.write("api.json", JSON.stringify(DOCUMENT));
  const { output } = await build(
    { name: "things", document: "api.json", output: "", resources: "tags", docs: "full", dialect },
    { cwd: project.cwd },
  );
  texts = output;
});
afterAll(() => project.remove());

/** The comment above a property, in any module. */
function commentOn(property: string): string | undefined {
  const found = new RegExp(`/\\*\\*((?:(?!\\*/)[^])*)\\*/\\n +(?:readonly )?${property}\\??:`);
  for (const module of texts.values()) {
    const [, comment] = found.exec(module) ?? [];
    if (comment !== undefined) return comment.replaceAll(/\n +\*/g, "").trim();
  }
  return undefined;
}

it.each([
  ["pets", "`/api/pets`"],
  ["shops", "`/api/shops/{id}`"],
  ["few", "`/api/cats/{id}`, `/api/dogs`"],
  ["many", "`/api/a`, `/api/b`, `/api/c`, `/api/d`, …"],
])("says which paths the resource %s stands for", (name, comment) => {
  expect(commentOn(name)).toBe(comment);
});

it.each([
  ["plain", "A picture. Base64."],
  ["told", "A picture in base64."],
  [
    "total",
    "A whole number of 64 bits as text, which `BigInt` reads: as a number it might be rounded.",
  ],
  [
    "totals",
    "A whole number of 64 bits as text, which `BigInt` reads: as a number it might be rounded.",
  ],
  ["from", "A whole number of 64 bits, a `bigint` or text: as a number it might be rounded."],
  ["rates", "A decimal number as text: as a number it might be rounded."],
  ["share", "A decimal."],
  ["bare", "Unix time, in seconds."],
  ["since", "Seconds since the epoch."],
])("says of the field %s once what its format means", (name, comment) => {
  expect(commentOn(name)).toBe(comment);
});

it.each<[what: string, responses: object, tag: string]>([
  ["no error", { 200: RESPONSE }, "@throws {ApiError}"],
  ["errors", { 200: RESPONSE, 404: RESPONSE }, "@throws {ApiErrorOf<GetCatErrors>} told apart by"],
])("an operation whose document has %s names the error type", async (_, responses, tag) => {
  const document = {
    openapi: "3.1.0",
    info: { title: "Cats", version: "1" },
    paths: { "/cat": { get: { operationId: "getCat", responses } } },
    components: { schemas: { Thing: { type: "object" } } },
  };
  await project.write("cats.json", JSON.stringify(document));
  const cats = { name: "cats", document: "cats.json", output: "", resources: "paths" } as const;
  const { output } = await build(cats, { cwd: project.cwd });
  for (const path of ["operations/cat.ts", "resources/cat.ts"])
    expect(output.get(path)).toContain(tag);
});

it("an error that the templates do not export is told with the file that lacks it", async () => {
  const dialect = { ...HARBOUR.dialect, error: "HarborError" };
  await expect(build({ ...HARBOUR, dialect }, { cwd: import.meta.dirname })).rejects.toThrow(
    /harbour\/index\.ts does not export HarborError/,
  );
});
