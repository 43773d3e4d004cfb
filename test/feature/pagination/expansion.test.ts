/** Lists by configuration whose items are asked for with objects in the place of ids: the types, and over a socket. */
import { build as bundle } from "esbuild";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PaginationRule, Project } from "../../../generator/config/index.js";
import { build } from "../../../generator/run/build.js";
import { writeOutput } from "../../../generator/write/disk.js";
import { type Handler, serve } from "../../support/servers/server.js";
import { COMPILERS, temporaryFolder, typecheck } from "../../support/typecheck.js";

const DOCUMENT = `
openapi: 3.1.0
info: { title: Harbours, version: "1" }
servers: [{ url: "https://harbour.test" }]
paths:
  /ships:
    get:
      operationId: listShips
      parameters:
        - { name: cursor, in: query, schema: { type: string } }
        - { name: embed, in: query, explode: false, schema: { type: array, items: { type: string } } }
      responses: { "200": { description: x, content: { application/json: { schema: { $ref: "#/components/schemas/ShipPage" } } } } }
  /log:
    get:
      operationId: listLog
      parameters:
        - { name: page, in: query, schema: { type: integer } }
        - { name: embed, in: query, explode: false, schema: { type: array, items: { type: string } } }
      responses: { "200": { description: x, content: { application/json: { schema: { $ref: "#/components/schemas/ShipPage" } } } } }
components:
  schemas:
    ShipPage:
      type: object
      required: [items, next]
      properties:
        items: { type: array, items: { $ref: "#/components/schemas/Ship" } }
        next: { type: [string, "null"] }
    Ship:
      type: object
      required: [id, captain]
      properties:
        id: { type: string }
        captain: { type: string, x-refers-to: [{ $ref: "#/components/schemas/Captain" }] }
    Captain:
      type: object
      required: [id, home]
      properties:
        id: { type: string }
        home: { type: string, x-refers-to: [{ $ref: "#/components/schemas/Ship" }] }
`;

const PROGRAM = `
import { createClient } from "./client/index.js";
import { listLog, listShips } from "./client/operations/index.js";
type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
declare function same<A, B>(...no: Equal<A, B> extends true ? [] : [{ wanted: B; got: A }]): void;

export async function types() {
  const client = createClient();
  for await (const ship of listShips(client)) same<typeof ship.captain, string>();
  const pages = listShips(client, { embed: ["items.captain.home"] });
  for await (const ship of pages) {
    same<typeof ship.captain.home.id, string>();
    same<typeof ship.captain.home.captain, string>();
  }
  const page = await listShips(client, { embed: ["items.captain"] });
  same<NonNullable<(typeof page.items)[0]>["captain"]["id"], string>();
  const [first] = await listShips(client, { embed: ["items.captain"] }).autoPagingToArray({ limit: 1 });
  same<NonNullable<typeof first>["captain"]["home"], string>();
  const next = await page.nextPage();
  same<NonNullable<typeof next>["items"][0]["captain"]["home"], string>();
  for await (const ship of listLog(client, { embed: ["items.captain"] })) same<typeof ship.captain.home, string>();
  // @ts-expect-error: not a path
  void listShips(client, { embed: ["items.port"] });
}

export async function ships(baseUrl: string) {
  const pages = listShips(createClient({ baseUrl }), { embed: ["items.captain"] });
  const homes: string[] = [];
  for await (const { captain } of pages) homes.push(captain.home);
  return homes;
}

export async function log(baseUrl: string) {
  const homes: string[] = [];
  for await (const { captain } of listLog(createClient({ baseUrl }), { embed: ["items.captain"] })) homes.push(captain.home);
  return homes;
}
`;

const PAGINATION: readonly PaginationRule[] = [
  { kind: "cursor", next: "next", parameter: "cursor" },
  { kind: "page", parameter: "page", items: "items" },
];

const json =
  (body: unknown): Handler =>
  (response) => {
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
  };
const ship = (home: string) => ({ id: "s1", captain: { id: "c1", home } });

describe("paged lists of what can be expanded", () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let program: Readonly<Record<string, (url: string) => Promise<unknown>>>;
  beforeAll(async () => {
    folder = await temporaryFolder();
    await writeFile(join(folder.path, "openapi.yaml"), DOCUMENT);
    const project: Project = {
      name: "harbours",
      document: "openapi.yaml",
      output: "client",
      pagination: PAGINATION,
      dialect: { expansion: { parameters: [{ name: "embed" }], targets: "x-refers-to" } },
    };
    const built = await build(project, { cwd: folder.path, strict: true });
    await writeOutput(join(folder.path, "client"), built.output, built.manifest);
    await writeFile(join(folder.path, "package.json"), '{ "type": "module" }');
    await writeFile(join(folder.path, "program.ts"), PROGRAM);
    const outfile = join(folder.path, "program.mjs");
    const entryPoints = [join(folder.path, "program.ts")];
    await bundle({ entryPoints, bundle: true, format: "esm", outfile, logLevel: "error" });
    program = await import(outfile);
  });
  afterAll(() => folder.remove());

  it.each(COMPILERS)("have items with what was asked for (TypeScript %s)", async (compiler) => {
    expect(await typecheck(compiler, [folder.path])).toBe("");
  });

  it("ask for it on every page", async () => {
    const pages = [
      json({ items: [ship("s2")], next: "A" }),
      json({ items: [ship("s3")], next: null }),
    ] as const;
    await using server = await serve(...pages);
    expect(await program["ships"]?.(server.url)).toEqual(["s2", "s3"]);
    expect(server.received.map(({ url }) => url)).toEqual([
      "/ships?embed=items.captain",
      "/ships?embed=items.captain&cursor=A",
    ]);
  });

  it("ask for it by page number", async () => {
    await using server = await serve(
      json({ items: [ship("s2")], next: null }),
      json({ items: [], next: null }),
    );
    expect(await program["log"]?.(server.url)).toEqual(["s2"]);
    expect(server.received.map(({ url }) => url)).toEqual([
      "/log?embed=items.captain",
      "/log?embed=items.captain&page=2",
    ]);
  });
});
