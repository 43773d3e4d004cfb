/** Responses that are arrays, without anything around their items: paths begin at the items, as in a list without a prefix. */
import { build as bundle } from "esbuild";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Project } from "../../../generator/config/index.js";
import { build } from "../../../generator/run/build.js";
import { writeOutput } from "../../../generator/write/disk.js";
import { siteOf } from "../../support/docs/site.js";
import { ok, serve } from "../../support/servers/server.js";
import { COMPILERS, temporaryFolder, typecheck } from "../../support/typecheck.js";

const PATHS = `{ type: array, items: { type: string } }`;
const LISTED = `{ type: array, items: { type: string, enum: [log] } }`;
const json = (schema: string) =>
  `responses: { "200": { description: x, content: { application/json: { schema: ${schema} } } } }`;
const DOCUMENT = `
openapi: 3.1.0
info: { title: Harbours, version: "1" }
servers: [{ url: "https://harbour.test" }]
paths:
  /ships:
    get:
      operationId: GetShips
      parameters: [{ name: expand, in: query, schema: ${PATHS} }]
      ${json(`{ type: array, items: { $ref: "#/components/schemas/Ship" } }`)}
  /named:
    get:
      operationId: GetNamed
      parameters: [{ name: expand, in: query, schema: ${PATHS} }]
      ${json(`{ $ref: "#/components/schemas/Fleet" }`)}
  /either:
    get:
      operationId: GetEither
      parameters: [{ name: expand, in: query, schema: ${PATHS} }]
      ${json(`{ oneOf: [{ $ref: "#/components/schemas/Fleet" }, { $ref: "#/components/schemas/Ship" }] }`)}
  /mixed:
    get:
      operationId: GetMixed
      parameters: [{ name: expand, in: query, schema: ${PATHS} }]
      ${json(`{ type: array, items: { oneOf: [{ $ref: "#/components/schemas/Ship" }, { $ref: "#/components/schemas/Pier" }] } }`)}
  /pages:
    get:
      operationId: GetPages
      parameters:
        - { name: expand, in: query, schema: ${PATHS} }
        - { name: page, in: query, schema: { type: integer } }
      ${json(`{ type: array, items: { $ref: "#/components/schemas/Ship" } }`)}
  /logs:
    get:
      operationId: GetLogs
      parameters: [{ name: with, in: query, schema: ${LISTED} }]
      ${json(`{ type: array, items: { $ref: "#/components/schemas/Voyage" } }`)}
  /names:
    get:
      operationId: GetNames
      parameters: [{ name: expand, in: query, schema: ${PATHS} }]
      ${json(`{ type: array, items: { type: string } }`)}
components:
  schemas:
    Fleet: { $ref: "#/components/schemas/Squadron" }
    Squadron: { type: array, items: { $ref: "#/components/schemas/Ship" } }
    Ship:
      type: object
      required: [id, pier]
      properties:
        id: { type: string }
        pier: { type: string, x-link: Pier }
    Pier:
      type: object
      required: [id, master]
      properties:
        id: { type: string }
        master: { type: string, x-link: Master }
    Master: { type: object, required: [id, name], properties: { id: { type: string }, name: { type: string } } }
    Voyage: { type: object, required: [to, log], properties: { to: { type: string }, log: { type: string } } }
`;

const PROGRAM = `
import { createClient, createResources, type Pier, type Ship } from "./client/index.js";
import { createRawClient } from "./client/raw.js";
import { createTestFetch } from "./client/testing/index.js";
type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
declare function same<A, B>(...no: Equal<A, B> extends true ? [] : [{ wanted: B; got: A }]): void;
declare const paths: string[];

export function harbour(baseUrl: string, fetch?: typeof globalThis.fetch) {
  return createResources(createClient({ baseUrl, ...(fetch ? { fetch } : {}) }));
}

export function testFetch() {
  return createTestFetch({ "GET /ships": [{ id: "given", pier: { id: "p", master: "m" } }] });
}
export const plainFetch = () => createTestFetch();

export async function types() {
  const { ships, named, mixed, pages, logs, names, either } = harbour("https://harbour.test");
  const plain = await ships.list();
  same<(typeof plain)[number], Ship>();
  same<typeof plain.lastResponse.status, number>();
  const [near] = await ships.list({ expand: ["pier"] });
  if (near) same<typeof near.pier, Pier>();
  const [deep] = await ships.list({ expand: ["pier.master"] });
  if (deep) same<typeof deep.pier.master.name, string>();
  const some = await ships.list({ expand: paths });
  for (const { pier } of some) same<typeof pier extends string ? true : false, false>();
  for (const { pier } of some) void (typeof pier === "string" ? pier.length : pier.master);
  const all = (await named.retrieve({ expand: ["pier"] })).map(({ pier }) => pier.id);
  same<typeof all, string[]>();
  for (const item of await mixed.list({ expand: ["master"] }))
    if ("master" in item) same<typeof item.master.name, string>();
  const one = await either.retrieve();
  if (Array.isArray(one)) void one.map(({ id }) => id);
  for await (const { pier } of pages.list({ expand: ["pier"] })) same<typeof pier, Pier>();
  for (const { log } of await logs.list({ with: ["log"] })) same<typeof log, string>();
  for (const voyage of await logs.list()) {
    // @ts-expect-error: absent unless asked for
    void voyage.log;
  }
  // @ts-expect-error: no such path
  await ships.list({ expand: ["peer"] });
  // @ts-expect-error: paths begin at the items
  await ships.list({ expand: ["data.pier"] });
  // @ts-expect-error: a name is no object
  await ships.list({ expand: ["id"] });
  // @ts-expect-error: not listed
  await logs.list({ with: ["to"] });
  void (await names.list({ expand: ["any"] })).map((name) => name.length);
  const { data } = await createRawClient({ baseUrl: "https://harbour.test" }).GET("/ships");
  for (const { pier } of data ?? []) if (typeof pier === "object") void pier.id;
}
`;

interface Ships {
  list(params?: object): Promise<unknown>;
}

interface Program {
  harbour(url: string, fetch?: unknown): { readonly ships: Ships; readonly logs: Ships };
  plainFetch(): unknown;
  testFetch(): unknown;
}

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let program: Program;
let project: Project;
let warnings: readonly string[];

beforeAll(async () => {
  folder = await temporaryFolder();
  const document = join(folder.path, "openapi.yaml");
  await writeFile(document, DOCUMENT);
  project = {
    name: "arrays",
    document,
    output: "client",
    resources: "paths",
    raw: true,
    testing: true,
    pagination: [{ kind: "page", parameter: "page" }],
    dialect: {
      expansion: {
        parameters: [{ name: "expand" }, { name: "with", listed: true }],
        targets: "x-link",
      },
    },
  };
  const built = await build(project, { cwd: folder.path });
  warnings = built.warnings.map(({ code, message }) => `${code}: ${message}`);
  await writeOutput(join(folder.path, "client"), built.output, built.manifest);
  await writeFile(join(folder.path, "program.ts"), PROGRAM);
  await writeFile(join(folder.path, "package.json"), '{ "type": "module" }');
  const outfile = join(folder.path, "program.mjs");
  const entryPoints = [join(folder.path, "program.ts")];
  await bundle({ entryPoints, bundle: true, format: "esm", outfile, logLevel: "error" });
  program = await import(outfile);
});
afterAll(() => folder.remove());

describe("a response that is an array", () => {
  it.each(COMPILERS)("is typed by what is asked for (TypeScript %s)", async (compiler) => {
    expect(await typecheck(compiler, [folder.path])).toBe("");
    expect(warnings).toEqual([]);
  });

  it("is asked for by paths that begin at its items", async () => {
    const ships = [{ id: "s", pier: { id: "p", master: "m" } }];
    await using server = await serve(ok(ships));
    expect(await program.harbour(server.url).ships.list({ expand: ["pier"] })).toEqual(ships);
    expect(server.received[0]?.url).toBe("/ships?expand=pier");
  });

  it("has in the test fetch what was asked for", async () => {
    const { ships, logs } = program.harbour("https://harbour.test", program.plainFetch());
    expect(await ships.list()).toMatchObject([{ pier: expect.any(String) }]);
    expect(await ships.list({ expand: ["pier"] })).toMatchObject([
      { pier: { id: expect.any(String), master: expect.any(String) } },
    ]);
    expect(await ships.list({ expand: ["pier.master"] })).toMatchObject([
      { pier: { master: { name: expect.any(String) } } },
    ]);
    await expect(ships.list({ expand: ["peer"] })).rejects.toThrow(
      "expand: peer cannot be expanded",
    );
    const [plain] = (await logs.list()) as [object];
    expect(Object.keys(plain)).toEqual(["to"]);
    expect(await logs.list({ with: ["log"] })).toMatchObject([{ log: expect.any(String) }]);
  });

  it("has its paths in the reference", async () => {
    const site = await siteOf(project, folder.path);
    const pages = ["GetShips", "GetNamed", "GetMixed", "GetLogs", "GetEither", "GetNames"].map(
      (id) => {
        const page = site.operations.find(({ operationId }) => operationId === id);
        return [id, page?.expand?.items.map(({ path }) => path)];
      },
    );
    expect(pages).toEqual([
      ["GetShips", ["pier"]],
      ["GetNamed", ["pier"]],
      ["GetMixed", ["pier", "master"]],
      ["GetLogs", ["log"]],
      ["GetEither", undefined],
      ["GetNames", undefined],
    ]);
  });

  it("has in the test fetch what a test gives", async () => {
    const { ships } = program.harbour("https://harbour.test", program.testFetch());
    expect(await ships.list({ expand: ["pier"] })).toEqual([
      { id: "given", pier: { id: "p", master: "m" } },
    ]);
  });
});
