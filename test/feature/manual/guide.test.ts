/** The README of a client without one of its dialect: its programs are of the document's operations, and compile. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Project } from "../../../generator/config/index.js";
import { build } from "../../../generator/run/build.js";
import { COMPILERS, temporaryFolder, typecheck } from "../../support/typecheck.js";
import { HARBOUR } from "../dialects/harbour/project.js";

const FIXTURES = fileURLToPath(new URL("../../fixtures", import.meta.url));
const PACKAGE = { name: "@acme/client", version: "1.0.0", description: "A client", license: "MIT" };
const SECTIONS = ["Install", "First call", "Authentication", "Errors", "Pages", "Testing"];

const PROJECTS: readonly Project[] = [
  { name: "library", document: "library.yaml", output: "client" },
  { name: "tests", document: "library.yaml", output: "src/api/", testing: true },
  { name: "grouped", document: "library.yaml", output: "client", calls: "grouped", testing: true },
  { name: "media", document: "media.yaml", output: "client" },
  { name: "places", document: "places.yaml", output: "client", testing: true },
  {
    name: "pets",
    document: "../feature/operations/fixtures/readme/openapi.yaml",
    output: "client",
    testing: true,
  },
  { ...HARBOUR, name: "harbour", output: "client" },
];

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
const readmes = new Map<string, string>();
beforeAll(async () => {
  folder = await temporaryFolder();
  await writeFile(join(folder.path, "package.json"), '{ "type": "module" }');
  for (const project of PROJECTS) {
    const own = join(folder.path, project.name);
    const { output } = await build(project, { cwd: FIXTURES });
    const client = project.output.replace(/\/$/, "").split("/").at(-1) ?? "";
    for (const [path, text] of output) {
      await mkdir(dirname(join(own, client, path)), { recursive: true });
      await writeFile(join(own, client, path), text);
    }
    const readme = await readFile(join(own, client, "README.md"), "utf8");
    readmes.set(project.name, readme);
    const programs = readme.matchAll(/^```ts\n([^]*?)^```$/gm);
    for (const [n, [, code = ""]] of [...programs].entries()) {
      await writeFile(join(own, `${n}.ts`), code);
    }
  }
});
afterAll(() => folder.remove());

describe("the README of a folder of sources", () => {
  it.each(PROJECTS)("tells how to use the client: $name", ({ name }) => {
    const readme = readmes.get(name) ?? "";
    expect(readme).not.toMatch(/\{\{|undefined/);
    for (const section of SECTIONS) expect(readme).toContain(`\n## ${section}\n`);
    expect(readme).toContain("npm install openapi-fetch");
    expect(readme.match(/^```ts$/gm)?.length).toBeGreaterThan(0);
  });

  it.each(COMPILERS)("has programs that compile under TypeScript %s", async (compiler) => {
    expect(await typecheck(compiler, [folder.path])).toBe("");
  });

  it("uses the document's own operations", () => {
    const pets = readmes.get("pets") ?? "";
    expect(pets).toContain('await getPet(client, "id_1")');
    expect(pets).toContain("isApiError<GetPetErrors>(error)");
    expect(pets).toContain('auth: { token: "YOUR_API_KEY" }');
  });
});

it("names the type of an operation's errors where it is called", async () => {
  const project = PROJECTS.find(({ name }) => name === "pets");
  if (project === undefined) throw new Error("no project");
  const { output } = await build(project, { cwd: FIXTURES });
  const text = String(output.get("operations/pets.ts"));
  expect(text).toMatch(/@throws \{ApiErrorOf<GetPetErrors>\}[^*]*\*\/\nexport function getPet/);
});

it("has the package's own names in a package", async () => {
  for (const project of PROJECTS.slice(0, 2)) {
    const { output } = await build({ ...project, package: PACKAGE }, { cwd: FIXTURES });
    const readme = String(output.get("README.md"));
    expect(readme).toContain("npm install @acme/client");
    expect(readme).toContain('from "@acme/client/operations"');
    expect(readme).toMatch(/Licence: MIT\.\n$/);
  }
});
