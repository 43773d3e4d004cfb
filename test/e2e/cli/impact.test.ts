/** `unfold diff --impact`: what a change does to a program that uses the client. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { unfold } from "../../support/cli.js";
import { run as compile, temporaryFolder } from "../../support/typecheck.js";

const OLD = `openapi: 3.1.0
info: { title: Pets, version: "1" }
servers: [{ url: "https://pets.example" }]
paths:
  /pets/{id}:
    get:
      operationId: get_pet
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } } } }
    put:
      operationId: put_pet
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/Change" } } } }
      responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } } } }
components:
  schemas:
    Change: { type: object, properties: { name: { type: string } } }
    Pet:
      type: object
      required: [name, kind, owner]
      properties:
        name: { type: string }
        kind: { enum: [cat, dog] }
        owner: { type: object, required: [city], properties: { city: { type: string } } }
        age: { type: integer }
`;

/** A name that may be null, a kind more, a property gone, one that is required now, and one that is deprecated. */
const NEW = OLD.replace(
  "name: { type: string }\n        kind",
  "name: { type: [string, 'null'] }\n        kind",
)
  .replace("[cat, dog]", "[cat, dog, fish]")
  .replace(
    ", required: [city], properties: { city: { type: string } }",
    ", properties: { town: { type: string } }",
  )
  .replace("Change: { type: object,", "Change: { type: object, required: [name],")
  .replace("age: { type: integer }", "age: { type: integer, deprecated: true }");

const PROGRAM = `import { createClient } from "./client/index.js";
import { getPet, putPet } from "./client/operations/index.js";

const client = createClient();
const pet = await getPet(client, "p1");
export const shout = pet.name.toUpperCase();
export const city = pet.owner.city;
export const isCat = pet.kind === "cat";
export const age = pet.age ?? 0;
await putPet(client, "p1", {});
export const wrong: number = "there before";
export function sound(kind: typeof pet.kind): string {
  switch (kind) {
    case "cat":
      return "miaow";
    case "dog":
      return "woof";
    default:
      return kind satisfies never;
  }
}
`;

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  folder = await temporaryFolder();
  const write = (path: string, text: string) => writeFile(join(folder.path, path), text);
  await write("package.json", '{ "type": "module" }');
  await write("api.yaml", OLD);
  await write("new.yaml", NEW);
  const projects = [{ name: "pets", document: "api.yaml", output: "client" }];
  await write("unfold.config.json", JSON.stringify({ projects }));
  await write("program.ts", PROGRAM);
  const compilerOptions = {
    target: "es2022",
    module: "nodenext",
    strict: true,
    types: [],
    noEmit: true,
  };
  await write("tsconfig.json", JSON.stringify({ compilerOptions, files: ["program.ts"] }));
});
afterEach(() => folder.remove());

const diff = (...args: string[]) =>
  unfold(["diff", "api.yaml", "new.yaml", ...args], { cwd: folder.path });

describe("the impact of a change", () => {
  it("is the lines that stop compiling, those that use what changed, and why", async () => {
    const { code, stdout } = await diff("--impact", "tsconfig.json", "--format", "json");
    expect(code).toBe(0);
    const [{ impact }] = JSON.parse(stdout).projects;
    const told = (
      places: { line: number; code?: number; causes?: { rule: string; symbol: string }[] }[],
    ) =>
      places.map(({ line, code: number, causes = [] }) => [
        line,
        number,
        ...causes.map(({ rule, symbol }) => `${symbol} ${rule}`).sort(),
      ]);
    expect(told(impact.breaks)).toEqual([
      [6, 18047, "Pet.name response-property-became-nullable"],
      [7, 2339, "Pet.owner.city response-property-removed"],
      [10, 2345, expect.stringMatching(/^Change\.name .*required/)],
      [19, 1360, "Pet.kind response-enum-value-added"],
    ]);
    expect(told(impact.uses)).toEqual([
      [8, undefined, "Pet.kind response-enum-value-added"],
      [9, undefined, "Pet.age deprecated"],
      [12, undefined, "Pet.kind response-enum-value-added"],
    ]);
    expect(told(impact.before)).toEqual([[11, 2322]]);
    expect(impact.fixed).toEqual([]);
  });

  it("is what the compiler says once the client is there", async () => {
    const projects = [{ name: "pets", document: "new.yaml", output: "client" }];
    await writeFile(join(folder.path, "unfold.config.json"), JSON.stringify({ projects }));
    await unfold(["generate"], { cwd: folder.path });
    const output = await compile("5.9", ["-p", folder.path, "--pretty", "false"]);
    const { stdout } = await diff("--impact", "tsconfig.json", "--format", "json");
    const [{ impact }] = JSON.parse(stdout).projects;
    const lines = [...impact.breaks, ...impact.before].map(({ line }: { line: number }) => line);
    const errors = Array.from(output.matchAll(/program\.ts\((\d+),/g), ([, line]) => Number(line));
    expect(lines.sort((a, b) => a - b)).toEqual(errors);
  });

  it.each([
    [
      "text",
      /breaks program\.ts:6:22 {2}TS18047: .*\n {6}because: Pet\.name: response property became nullable/,
    ],
    [
      "text",
      /\n4 lines stop compiling, 3 lines use what has changed \(1 of its errors were there before\)\n$/,
    ],
    [
      "markdown",
      /\| `program\.ts:7:31` \| TS2339: .* \| Pet\.owner\.city: response property removed/,
    ],
    ["github", /^::error file=program\.ts,line=6,col=22::/m],
  ])("as %s has it", async (format, want) => {
    const { stdout } = await diff("--impact", "tsconfig.json", "--format", format);
    expect(stdout).toMatch(want);
  });

  it("is nothing where nothing has changed", async () => {
    const same = ["diff", "api.yaml", "--impact", "tsconfig.json"];
    const { stdout } = await unfold(same, { cwd: folder.path });
    expect(stdout).toMatch(/^nothing has changed\n[^]*no line of the program is touched/);
  });

  it("reaches a consumer through the name of the package, and writes nothing", async () => {
    const info = { name: "@pets/client", version: "1.0.0", description: "", license: "MIT" };
    const projects = [{ name: "pets", document: "api.yaml", output: "out", package: info }];
    await writeFile(join(folder.path, "unfold.config.json"), JSON.stringify({ projects }));
    const program = PROGRAM.replaceAll("./client/index.js", "@pets/client").replaceAll(
      "./client/operations/index.js",
      "@pets/client/operations",
    );
    await writeFile(join(folder.path, "program.ts"), program);
    await mkdir(join(folder.path, "node_modules"), { recursive: true });
    const { stdout } = await diff("--impact", "tsconfig.json");
    expect(stdout).toContain("4 lines stop compiling");
    await expect(readFile(join(folder.path, "out/package.json"))).rejects.toThrow("ENOENT");
  });

  it.each([
    ["nowhere.json", /nowhere\.json cannot be used/],
    ["api.yaml", /api\.yaml cannot be used/],
  ])("needs a configuration that can be read: %s", async (tsconfig, message) => {
    const { code, stderr } = await diff("--impact", tsconfig);
    expect({ code }).toEqual({ code: 3 });
    expect(stderr).toMatch(message);
  });
});
