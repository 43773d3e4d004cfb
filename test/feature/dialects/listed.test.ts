/** A document whose parameters list what may be asked for, in versions beside each other: by configuration, without templates. */
import { build as bundle } from "esbuild";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Project } from "../../../generator/config/index.js";
import { build } from "../../../generator/run/build.js";
import { writeOutput } from "../../../generator/write/disk.js";
import { ok, serve } from "../../support/servers/server.js";
import { COMPILERS, temporaryFolder, typecheck } from "../../support/typecheck.js";

const LISTED = (values: string) => `{ type: array, items: { type: string, enum: [${values}] } }`;
const DOCUMENT = `
openapi: 3.1.0
info: { title: Harbours, version: "1" }
servers: [{ url: "https://harbour.test" }]
paths:
  /v1/ships/{id}:
    get:
      operationId: GetOldShip
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses: { "200": { description: x, content: { application/json: { schema: { type: object } } } } }
  /v2/ships/{id}:
    get:
      operationId: GetShip
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
        - { name: with, in: query, explode: false, schema: ${LISTED("log, pier.master, crew.papers, berth.no, gone.astray")} }
      responses: { "200": { description: x, content: { application/json: { schema: { $ref: "#/components/schemas/Ship" } } } } }
  /v2/ships/{id}/voyages:
    post:
      operationId: PostVoyages
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Voyage" } } } }
      responses: { "200": { description: x, content: { application/json: { schema: { $ref: "#/components/schemas/Voyage" } } } } }
  /v2/ships/{id}/voyages/{no}:
    post:
      operationId: PostVoyage
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
        - { name: no, in: path, required: true, schema: { type: string } }
      requestBody: { required: false, content: { application/json: { schema: { $ref: "#/components/schemas/Voyage" } } } }
      responses: { "200": { description: x, content: { application/json: { schema: { $ref: "#/components/schemas/Voyage" } } } } }
components:
  schemas:
    Ship:
      type: object
      required: [name, log, pier, crew, berth]
      properties:
        name: { type: string }
        log: { type: string }
        pier: { $ref: "#/components/schemas/Pier" }
        crew: { type: array, items: { type: object, required: [papers], properties: { papers: { type: [string, "null"] } } } }
        berth: { type: [object, "null"], required: [no], properties: { no: { type: integer } } }
    Pier: { type: object, required: [master], properties: { master: { $ref: "#/components/schemas/Master" } } }
    Master: { type: object, required: [name], properties: { name: { type: string } } }
    Voyage: { type: object, required: [to], properties: { to: { type: string } } }
`;

const PROGRAM = `
import { createClient, createResources, type Master } from "./client/index.js";
type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
declare function same<A, B>(...no: Equal<A, B> extends true ? [] : [{ wanted: B; got: A }]): void;
declare const full: boolean;

export function harbour(baseUrl: string) {
  return createResources(createClient({ baseUrl }));
}

export async function types() {
  const { v2, ships } = harbour("https://harbour.test");
  await ships.retrieve("1");
  const plain = await v2.ships.retrieve("1");
  // @ts-expect-error: absent unless asked for
  void plain.log;
  // All that it has must be asked for: nothing else is there.
  // @ts-expect-error: absent unless asked for
  void plain.pier.master;
  // @ts-expect-error: no such property
  void plain.pier.length;
  const papers = plain.crew[0]?.papers;
  same<typeof papers, null>();
  const all = await v2.ships.retrieve("1", { with: ["log", "pier.master", "crew.papers", "berth.no"] });
  same<typeof all.log, string>();
  same<typeof all.pier.master, Master>();
  same<(typeof all.crew)[number]["papers"], string | null>();
  const no = all.berth?.no;
  same<typeof no, number | undefined>();
  const maybe = await v2.ships.retrieve("1", { with: full ? ["log"] : [] });
  same<typeof maybe.log, string | undefined>();
  // @ts-expect-error: not listed
  await v2.ships.retrieve("1", { with: ["pier"] });
  // @ts-expect-error: the document requires a property of it
  await v2.ships.voyages.create("1");
  await v2.ships.voyages.update("1", "2");
}
`;

interface Harbour {
  readonly v2: {
    readonly ships: {
      retrieve(id: string, params: object): Promise<unknown>;
      readonly voyages: { update(id: string, no: string): Promise<unknown> };
    };
  };
}

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let harbour: (url: string) => Harbour;
let warnings: readonly string[];

beforeAll(async () => {
  folder = await temporaryFolder();
  const document = join(folder.path, "openapi.yaml");
  await writeFile(document, DOCUMENT);
  const project: Project = {
    name: "listed",
    document,
    output: "client",
    resources: "paths",
    dialect: {
      versions: ["v2"],
      impliedBodies: true,
      expansion: { parameters: [{ name: "with", listed: true }] },
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
  ({ harbour } = await import(outfile));
});
afterAll(() => folder.remove());

describe("what parameters list", () => {
  it.each(COMPILERS)("types the response (TypeScript %s)", async (compiler) => {
    expect(await typecheck(compiler, [folder.path])).toBe("");
  });

  it("is sent in the parameter's own style", async () => {
    await using server = await serve(ok({}));
    await harbour(server.url).v2.ships.retrieve("1", { with: ["log", "pier.master"] });
    expect(server.received[0]?.url).toBe("/v2/ships/1?with=log,pier.master");
  });

  it("is warned of where it leads nowhere", () => {
    expect(warnings).toEqual([
      'unknown-listed-path: "gone.astray" may be asked for, and what is returned has no such property',
    ]);
  });
});

it("sends an empty object for a body that nobody gives", async () => {
  await using server = await serve(ok({}));
  await harbour(server.url).v2.ships.voyages.update("1", "2");
  expect(server.received.map(({ url, body }) => [url, String(body)])).toEqual([
    ["/v2/ships/1/voyages/2", "{}"],
  ]);
});
