/** Bad input gets one clear error: what, where, what to do; the exit code says of which kind; nothing is written. */
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { unfold } from "../../support/cli.js";

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), "unfold-cli-"));
});
afterEach(() => rm(cwd, { recursive: true, force: true }));

interface Case {
  readonly what: string;
  readonly file: string;
  readonly text?: string;
  /** All that is said. */
  readonly says: string;
}

const HEAD = 'openapi: 3.1.0\ninfo: { title: A, version: "1" }\n';

const DOCUMENTS: readonly Case[] = [
  {
    what: "a missing document",
    file: "api.yaml",
    says: `error: api.yaml does not exist [missing-file]
  at api.yaml
  Check the path; it is relative to the working directory
`,
  },
  {
    what: "a wrong hash",
    file: "pin.json",
    text: JSON.stringify({ source: "./api.yaml", sha256: "0".repeat(64) }, null, 2),
    says: `error: ./api.yaml has the sha256 d2415c86fd34f1aba7917dadc3904c95ab717c294bdde65fd3655b2eb5ff3547, but pin.json pins ${"0".repeat(64)} [wrong-hash]
  at pin.json:3:3 #/sha256
  If the new document is wanted, pin it with \`unfold pull ./api.yaml\`
`,
  },
  {
    what: "invalid JSON",
    file: "api.json",
    text: '{\n  "openapi": \n}',
    says: `error: expected a value but found '}' [syntax]
  at api.json:3:1
  Fix the JSON at this place
`,
  },
  {
    what: "invalid YAML",
    file: "api.yaml",
    text: "openapi: 3.1.0\ninfo: {a: b\n",
    says: `error: Flow map in block collection must be sufficiently indented and end with a } [syntax]
  at api.yaml:3:1
  Fix the YAML at this place
`,
  },
  {
    what: "no OpenAPI document",
    file: "api.json",
    text: '{\n  "name": "x"\n}',
    says: `error: api.json has no openapi field [not-openapi]
  at api.json:1:1 #
  Begin the document with \`openapi: 3.0.3\` or \`openapi: 3.1.0\`
`,
  },
  {
    what: "Swagger 1.2",
    file: "api.json",
    text: '{\n  "swagger": "1.2"\n}',
    says: `error: swagger2openapi cannot convert api.json: Unsupported swagger/OpenAPI version: 1.2 [swagger-2]
  at api.json:2:3 #/swagger
  Correct the document, or convert it by hand
`,
  },
  {
    what: "an unresolvable reference",
    file: "api.yaml",
    text: `${HEAD}components:\n  schemas:\n    Pet: {}\n    A:\n      $ref: '#/components/schemas/Pte'\n`,
    says: `error: #/components/schemas/Pte does not resolve [unresolvable-ref]
  at api.yaml:7:7 #/components/schemas/A/$ref
  Did you mean "Pet"?
`,
  },
  {
    what: "references that only resolve to each other",
    file: "api.yaml",
    text: `${HEAD}components:\n  schemas:\n    A: { $ref: '#/components/schemas/B' }\n    B: { $ref: '#/components/schemas/A' }\n`,
    says: `error: this reference only resolves to itself [circular-ref]
  at api.yaml:5:10 #/components/schemas/A/$ref
  Replace one reference of the cycle by what it should stand for
`,
  },
];

/** What can be generated from, but not quite as it was meant: an error under `--strict` only. */
const DOUBTFUL: readonly Case[] = [
  {
    what: "an operationId that stands twice",
    file: "api.yaml",
    text: `${HEAD}paths:\n  /a: { get: { operationId: getA, responses: {} } }\n  /b: { get: { operationId: getA, responses: {} } }\n`,
    says: `GET /b has the operationId "getA", as GET /a has [duplicate-operation-id]
  at api.yaml:5:16 #/paths/~1b/get/operationId
  Its function is called getA2. Give it an operationId of its own.
`,
  },
  {
    what: "operations of one name",
    file: "api.yaml",
    text: `${HEAD}paths:\n  /a: { get: { operationId: get-a, responses: {} } }\n  /b: { get: { operationId: getA, responses: {} } }\n`,
    says: `GET /b would be called getA, as GET /a is [duplicate-function-name]
  at api.yaml:5:16 #/paths/~1b/get/operationId
  Its function is called getA2. Give it an operationId of its own.
`,
  },
  {
    what: "schemas of one name",
    file: "api.yaml",
    text: `${HEAD}components:\n  schemas:\n    pet_food: {}\n    pet.food: {}\n`,
    says: `the schema "pet.food" gives the name of another schema [duplicate-type-name]
  at api.yaml:6:5 #/components/schemas/pet.food
  It is called PetFood2, and that may change when others come; give it a key of its own.
`,
  },
  {
    what: "a feature that is not supported",
    file: "api.yaml",
    text: `${HEAD}components:\n  securitySchemes:\n    cert: { type: http, scheme: digest }\n`,
    says: `the security scheme "cert" is not supported [unsupported-security]
  at api.yaml:5:5 #/components/securitySchemes/cert
  Set its header with the option \`headers\` or a middleware.
`,
  },
];

const HINT = "Correct it; `defineConfig` lets an editor check what you write.";

const CONFIGURATIONS: readonly Case[] = [
  {
    what: "a key that there is not",
    file: "unfold.config.json",
    text: '{ "projects": [\n  { "name": "a", "document": "b", "output": "c", "ouput": "d" }\n] }',
    says: `error: projects.0 has no option "ouput" [bad-config]
  at unfold.config.json:2:50 #/projects/0/ouput
  Did you mean "output"?
`,
  },
  {
    what: "a key that is missing, and a wrong value",
    file: "unfold.config.ts",
    text: 'const one = { name: "a", output: "c", docs: "no" };\nexport default { projects: [one] };\n',
    says: `error: projects.0 lacks "document"; projects.0.docs has to be "links" or "full", not "no" [bad-config]
  at unfold.config.ts:2:29 #/projects/0
  ${HINT}
`,
  },
  {
    what: "no project",
    file: "unfold.config.json",
    text: '{ "projects": [] }',
    says: `error: projects has to be a list of at least 1 [bad-config]
  at unfold.config.json:1:3 #/projects
  ${HINT}
`,
  },
  {
    what: "two projects that write one folder",
    file: "unfold.config.ts",
    text: `import { join } from "node:path";
export default {
  projects: [
    { name: "a", document: "a.yaml", output: "client" },
    { name: "b", document: "b.yaml", output: join(".", "client/") },
  ],
};\n`,
    says: `error: projects.1 has the output of projects.0: "client/" [bad-config]
  at unfold.config.ts:5:38 #/projects/1/output
  ${HINT}
`,
  },
  {
    what: "invalid JSON",
    file: "unfold.config.json",
    text: '{ "projects": [\n  { "name": "a", }\n] }',
    says: `error: a comma before '}' is not allowed [bad-config]
  at unfold.config.json:2:18
  Fix the JSON at this place
`,
  },
  {
    what: "invalid TypeScript",
    file: "unfold.config.ts",
    text: 'export default {\n  projects: [{ name: "a" "b" }],\n};\n',
    says: `error: the configuration cannot be read: ',' expected [bad-config]
  at unfold.config.ts:2:26
  Correct the file; it exports defineConfig({ projects: [...] }).
`,
  },
  {
    what: "a module that throws",
    file: "unfold.config.ts",
    text: '\nthrow new Error("boom");\n',
    says: `error: the configuration cannot be read: boom [bad-config]
  at unfold.config.ts:2:1
  Correct the file; it exports defineConfig({ projects: [...] }).
`,
  },
];

const put = (path: string, text: string): Promise<void> => writeFile(join(cwd, path), text);

describe("a document", () => {
  it.each(DOCUMENTS)("with $what", async ({ file, text, says }) => {
    if (file === "pin.json") await put("api.yaml", HEAD);
    if (text !== undefined) await put(file, text);
    const before = await readdir(cwd);
    const finished = await unfold(["generate", file, "-o", "client"], { cwd });
    expect(finished).toEqual({ code: 3, stdout: "", stderr: says });
    expect(await readdir(cwd)).toEqual(before);
  });

  it.each(DOUBTFUL)("with $what", async ({ file, text = "", says }) => {
    await put(file, text);
    const lax = await unfold(["list", file], { cwd });
    const strict = ["generate", file, "-o", "client", "--strict"];
    expect(await unfold(strict, { cwd })).toEqual({
      code: 3,
      stdout: "",
      stderr: `error: ${says}`,
    });
    expect(await readdir(cwd)).toEqual([file]);
    expect(lax).toMatchObject({ code: 0, stderr: `warning: ${says}` });
  });

  it("shows where in Unfold it was refused only where that is asked for", async () => {
    const { code, stderr } = await unfold(["list", "api.yaml", "--debug"], { cwd });
    expect(code).toBe(3);
    expect(stderr).toMatch(/^error: api\.yaml does not exist[^]*\n {4}at .*\.js:\d+:\d+/);
  });
});

describe("a configuration", () => {
  it.each(CONFIGURATIONS)("with $what", async ({ file, text = "", says }) => {
    await put(file, text);
    expect(await unfold(["generate"], { cwd })).toEqual({ code: 2, stdout: "", stderr: says });
    expect(await readdir(cwd)).toEqual([file]);
  });
});

describe("arguments", () => {
  it.each([
    [
      ["generate"],
      `error: there is no unfold.config.ts here [missing-config]
  at unfold.config.ts
  Create one with \`unfold init\`, or name a document: unfold generate api.yaml -o client
`,
    ],
    [
      ["generate", "api.yaml"],
      `error: a document is given without --output [bad-arguments]
  Give both, or neither to use the configuration: unfold generate api.yaml -o client
`,
    ],
    [["generate", "--frobnicate"], "error: unknown option '--frobnicate'\n"],
    [["frobnicate"], "error: unknown command 'frobnicate'\n"],
  ])("%j are refused", async (args, says) => {
    expect(await unfold(args, { cwd })).toEqual({ code: 2, stdout: "", stderr: says });
  });
});
