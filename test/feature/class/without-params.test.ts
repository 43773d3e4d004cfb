/** Operations without params: options stand behind the ids, in functions and in methods. */
import { build as bundle } from "esbuild";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Project } from "../../../generator/config/index.js";
import { build } from "../../../generator/run/build.js";
import { writeOutput } from "../../../generator/write/disk.js";
import { type Recorder, startRecorder } from "../../support/servers/recorder.js";
import { COMPILERS, temporaryFolder, typecheck } from "../../support/typecheck.js";
import { CLASS_BASE, classDialect } from "../../unit/diff/cases/index.js";
import { TEMPLATES } from "../../unit/diff/cases/families.js";

const ID = (name: string) =>
  `{ name: ${name}, in: path, required: true, schema: { type: string } }`;
const PET =
  '{ "200": { description: x, content: { application/json: { schema: { type: object } } } } }';

/** With a response and without one, with a body's method and without; two operations behind one method. */
const DOCUMENT = `
openapi: 3.1.0
info: { title: Pets, version: "1" }
servers: [{ url: "https://pets.test" }]
paths:
  /v1/pets: { get: { operationId: GetPets, responses: ${PET} } }
  /v1/pets/{pet}:
    parameters: [${ID("pet")}]
    get: { operationId: GetPet, responses: ${PET} }
    delete: { operationId: DeletePet, responses: { "204": { description: x } } }
  /v1/pets/{pet}/feed: { post: { operationId: FeedPet, parameters: [${ID("pet")}], responses: ${PET} } }
  /v1/pets/{pet}/toys/{toy}:
    parameters: [${ID("pet")}, ${ID("toy")}]
    get: { operationId: GetToy, responses: ${PET} }
    put: { operationId: options, responses: ${PET} }
${CLASS_BASE.slice(CLASS_BASE.indexOf("components:"))}`;

const FUNCTIONS = `
  await api.getPets(client);
  await api.getPets(client, options);
  await api.getPet(client, "a", options);
  await api.deletePet(client, "a", options);
  await api.feedPet(client, "a", options);
  await api.getToy(client, "a", "b", options);
  await api.options(client, "a", "b", options);
  // @ts-expect-error: options are the last
  () => api.getPets(client, undefined, options);
  // @ts-expect-error: there are no params
  () => api.getPet(client, "a", { limit: 1 });
`;

const SENT = [
  "GET /v1/pets undefined",
  "GET /v1/pets 1",
  "GET /v1/pets/a 1",
  "DELETE /v1/pets/a 1",
  "POST /v1/pets/a/feed 1",
  "GET /v1/pets/a/toys/b 1",
  "PUT /v1/pets/a/toys/b 1",
];

const METHODS = `
  await pets.list();
  await pets.list(options);
  await pets.retrieve("a", options);
  await pets.del("a", options);
  await pets.feed("a", options);
  await pets.retrieveToy("a", "b", options);
  await pets.updateToy("a", "b", options);
`;

const RESOURCES = `
  const { pets } = resources;${METHODS}
  // @ts-expect-error: options are the last
  () => pets.list(undefined, options);
  // @ts-expect-error: there are no params
  () => pets.retrieve("a", { limit: 1 });
`;

/** Those of a class may have empty params before the options, as in the official SDK. */
const CLASS = `
  const { pets } = new Pets("sk_test_1", { baseUrl });${METHODS.replaceAll(/(?=options)/g, "{}, ")}
  await pets.retrieve("a", undefined, options);
  await pets.retrieve("a", { timeout: 1000 });
  // @ts-expect-error: there are no params
  () => pets.retrieve("a", { limit: 1 });
`;

const EXPANSION = {
  parameters: [{ name: "expand" }],
  targets: "x-expansionResources",
  fields: "x-expandableFields",
};
const ENTRY = 'import { createClient, createResources } from "./client/index.js";';
const CREATED =
  "const client = createClient({ baseUrl });\n  const resources = createResources(client);";

interface Variant {
  readonly project: Partial<Project>;
  readonly head: string;
  readonly body: string;
  readonly sent: readonly string[];
}

const VARIANTS: Readonly<Record<string, Variant>> = {
  plain: {
    project: {},
    head: ENTRY,
    body: CREATED + FUNCTIONS + RESOURCES,
    sent: [...SENT, ...SENT],
  },
  dialect: {
    project: { dialect: { expansion: EXPANSION } },
    head: ENTRY,
    body: CREATED + FUNCTIONS + RESOURCES,
    sent: [...SENT, ...SENT],
  },
  class: {
    project: { dialect: classDialect(TEMPLATES) },
    head: 'import Pets, { createClient } from "./client/index.js";',
    body: `const client = createClient({ apiKey: "sk_test_1", baseUrl });${FUNCTIONS}${CLASS}`,
    sent: [...SENT, ...SENT, "GET /v1/pets/a 1", "GET /v1/pets/a undefined"],
  },
};

let recorder: Recorder;
beforeAll(async () => {
  recorder = await startRecorder();
});
afterAll(() => recorder[Symbol.asyncDispose]());

describe.each(Object.entries(VARIANTS))("of a client: %s", (_, { project, head, body, sent }) => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  beforeAll(async () => {
    folder = await temporaryFolder();
    await writeFile(join(folder.path, "pets.yaml"), DOCUMENT);
    await writeFile(join(folder.path, "package.json"), '{ "type": "module" }');
    const whole = { name: "pets", document: "pets.yaml", output: "", resources: "paths" as const };
    const built = await build({ ...whole, ...project }, { cwd: folder.path });
    await writeOutput(join(folder.path, "client"), built.output, built.manifest);
    const program = `${head}
import * as api from "./client/operations/index.js";

export async function program(baseUrl: string): Promise<void> {
  const options = { headers: { x: "1" } };
  ${body}}
`;
    await writeFile(join(folder.path, "program.ts"), program);
  });
  afterAll(() => folder.remove());

  it.each(COMPILERS)("compile (TypeScript %s)", async (compiler) => {
    expect(await typecheck(compiler, [folder.path])).toBe("");
  });

  it("are sent with their options", async () => {
    const outfile = join(folder.path, "program.mjs");
    const entryPoints = [join(folder.path, "program.ts")];
    await bundle({ entryPoints, outfile, bundle: true, format: "esm", logLevel: "error" });
    const { program } = (await import(outfile)) as { program(url: string): Promise<void> };
    recorder.take();
    await program(recorder.url);
    const asked = recorder.take().map((one) => {
      expect(`${one.query}${one.body.toString()}`).toMatch(/^(?:\{\})?$/);
      return `${one.method} ${one.path} ${one.headers["x"]}`;
    });
    expect(asked).toEqual(sent);
  });

  it("have no placeholder", async () => {
    const emitted = await readFile(join(folder.path, "client/operations/pets.ts"), "utf8");
    expect(emitted).toContain("getPet(");
    expect(emitted).not.toMatch(/_params|\bparams\b/);
  });
});
