/** API keys in the query, which the `fetch` for tests takes where the document has them. */
import { build as bundle } from "esbuild";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { build } from "../../../generator/run/build.js";
import { writeOutput } from "../../../generator/write/disk.js";
import { temporaryFolder } from "../../support/typecheck.js";

const DOCUMENT = `
openapi: 3.0.3
info: { title: Pets, version: "1" }
servers: [{ url: "https://pets.test" }]
security: [{ key: [] }]
paths:
  /pets:
    get: { operationId: pets, parameters: [{ name: q, in: query, schema: { type: string } }], responses: &ok { "204": { description: x } } }
  /public:
    get: { operationId: public, security: [], responses: *ok }
  /both:
    get: { operationId: both, security: [{ key: [], second: [] }, { header: [] }], responses: *ok }
  /own:
    get: { operationId: own, parameters: [{ name: api_key, in: query, schema: { type: integer } }], responses: *ok }
components:
  securitySchemes:
    key: { type: apiKey, in: query, name: api_key }
    second: { type: apiKey, in: query, name: "app[id]" }
    header: { type: apiKey, in: header, name: X-Key }
`;

type Fetch = (url: string) => Promise<Response>;
interface Pets {
  createTestFetch(): Fetch;
  createClient(options: object): object;
  pets(client: object, params?: object): Promise<unknown>;
  both(client: object): Promise<unknown>;
}

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let pets: Pets;
beforeAll(async () => {
  folder = await temporaryFolder();
  await writeFile(join(folder.path, "openapi.yaml"), DOCUMENT);
  const project = { name: "pets", document: "openapi.yaml", output: "", testing: true };
  const built = await build(project, { cwd: folder.path });
  await writeOutput(join(folder.path, "client"), built.output, built.manifest);
  const modules = ["client", "operations/index", "testing/index"];
  const contents = modules.map((module) => `export * from "./client/${module}.js";`).join("");
  const outfile = join(folder.path, "client.mjs");
  const stdin = { contents, resolveDir: folder.path };
  await bundle({ stdin, bundle: true, format: "esm", outfile, logLevel: "error" });
  pets = await import(outfile);
});
afterAll(() => folder.remove());

it("takes what the client sends", async () => {
  const fetch = pets.createTestFetch();
  const client = pets.createClient({ fetch, auth: { key: "K&K", second: "S" } });
  expect(await pets.pets(client, { q: "a" })).toBeUndefined();
  expect(await pets.both(client)).toBeUndefined();
  expect(Reflect.get(fetch, "calls")).toMatchObject([
    { params: { q: "a" } },
    { params: undefined },
  ]);
});

const WRONG = "an API key, must be one text that is not empty";
it.each([
  ["/pets", "taken"],
  ["/pets?api_key=K&q=a", "taken"],
  ["/pets?api_key=", `GET /pets: api_key, ${WRONG}`],
  ["/pets?api_key=K&api_key=L", `GET /pets: api_key, ${WRONG}`],
  ["/pets?app[id]=S", "GET /pets: app[id] is not a parameter"],
  ["/public?api_key=K", "GET /public: api_key is not a parameter"],
  ["/both?api_key=K&app[id]=S", "taken"],
  ["/both?api_key=K&app[id]=", `GET /both: app[id], ${WRONG}`],
  ["/own?api_key=7", "taken"],
  ["/own?api_key=K", 'GET /own: api_key must be an integer, not "K"'],
])("%s: %s", async (path, want) => {
  const response = await pets.createTestFetch()(`https://pets.test${path}`);
  let said: string;
  try {
    said = response.ok ? "taken" : "refused";
  } catch (error) {
    said = (error as Error).message;
  }
  expect(said).toBe(want);
});
