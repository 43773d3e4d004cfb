/** OPTIONS.md: it has every option of a project, each example is one that the configuration takes, each program compiles. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build as bundle, type StdinOptions } from "esbuild";
import { createJiti } from "jiti";
import { http, type HttpHandler } from "msw";
import { setupServer } from "msw/node";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Project } from "../../../generator/config/index.js";
import { parseConfig, PROJECT_OPTIONS } from "../../../generator/config/schema.js";
import { build } from "../../../generator/run/build.js";
import { COMPILERS, temporaryFolder, typecheck } from "../../support/typecheck.js";

const ROOT = new URL("../../../", import.meta.url);
const text = (path: string): Promise<string> => readFile(new URL(path, ROOT), "utf8");

interface Testing {
  createTestFetch(): typeof fetch;
  mswHandler(api: typeof http, url: string, respond: typeof fetch): HttpHandler;
}

interface Section {
  readonly heading: string;
  readonly examples: readonly string[];
}

function sectionsOf(markdown: string): Section[] {
  return markdown.split(/^(?=#{2,3} )/m).map((section) => ({
    heading: /^#+ (.*)/.exec(section)?.[1] ?? "",
    examples: Array.from(section.matchAll(/^```ts\n([^]*?)^```$/gm), ([, code = ""]) => code),
  }));
}

const [, ofProject = "", ofClient = ""] = (await text("OPTIONS.md")).split(/^## Options of .*$/m);
const options = sectionsOf(ofProject).filter(({ heading }) => heading.startsWith("`"));
const [imports, ...programs] = sectionsOf(ofClient).flatMap(({ examples }) => examples);

const BASE = { name: "pets", document: "openapi.yaml", output: "client" };

async function projectWith(example: string): Promise<Record<string, unknown>> {
  return createJiti(import.meta.url).evalModule(`export default { ${example} }`, {
    filename: "/example.ts",
  }) as Record<string, unknown>;
}

describe("of a project", () => {
  it("has them all", () => {
    expect(options.map(({ heading }) => heading.slice(1, -1)).sort()).toEqual(
      PROJECT_OPTIONS.project.toSorted(),
    );
  });

  it.each(options.flatMap(({ heading, examples }) => [...examples.map((one) => [heading, one])]))(
    "has an example that can be used: %s",
    async (heading = "", example = "") => {
      const module: unknown = await projectWith(example);
      const given = Reflect.get(Object(module), "default") as Record<string, unknown>;
      expect(Object.keys(given)).toEqual([heading.slice(1, -1)]);
      const known = parseConfig({ projects: [{ ...BASE, ...given }] });
      // Templates are what those options need that are told in templates/README.md.
      expect(known).toHaveProperty("projects");
    },
  );

  it("shows every part of those that are objects", () => {
    for (const name of ["package", "acknowledged", "testing"] as const) {
      const shown = options.find(({ heading }) => heading === `\`${name}\``)?.examples.join("");
      for (const part of PROJECT_OPTIONS[name]) expect(shown).toMatch(`${part}:`);
    }
  });

  it("leaves those of a dialect to how one is written", async () => {
    const told = `${await text("templates/README.md")}${ofProject}`;
    expect(PROJECT_OPTIONS.dialect.filter((name) => !told.includes(name))).toEqual([]);
  });
});

describe("of a client", () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  beforeAll(async () => {
    folder = await temporaryFolder();
    const cwd = new URL("test/feature/operations/fixtures/readme/", ROOT).pathname;
    const project: Project = { ...BASE, testing: true };
    for (const [path, code] of (await build(project, { cwd })).output) {
      await mkdir(join(folder.path, "client", path, ".."), { recursive: true });
      await writeFile(join(folder.path, "client", path), code);
    }
    await writeFile(join(folder.path, "package.json"), '{ "type": "module" }');
    for (const [n, program] of programs.entries()) {
      await writeFile(join(folder.path, `${n}.ts`), `${imports}\n${program}\nexport {};\n`);
    }
  });
  afterAll(() => folder.remove());

  it.each(COMPILERS)("compiles under TypeScript %s", async (compiler) => {
    expect(programs.length).toBeGreaterThan(5);
    // The declarations of msw do not compile by themselves.
    const settings = { types: ["node"], noUnusedLocals: false, skipLibCheck: true };
    expect(await typecheck(compiler, [folder.path], settings)).toBe("");
  });

  it.each([...programs.keys()])("runs as it is printed, and prints what it says: %i", async (n) => {
    const contents = 'export * from "./client/testing/index.js";';
    const stdin = { contents, resolveDir: folder.path };
    const { createTestFetch, mswHandler } = (await bundled(stdin, "testing")) as Testing;
    const server = setupServer(mswHandler(http, "https://*/*", createTestFetch()));
    if (programs[n]?.includes("setupServer") !== true) server.listen();
    const log = vi.spyOn(console, "log").mockReturnValue();
    try {
      const said = Array.from(
        (programs[n] ?? "").matchAll(/console\.log\(.*\/\/ (.*)$/gm),
        ([, text]) => text,
      );
      await bundled({ contents: `export * from "./${n}.js"`, resolveDir: folder.path }, `${n}`);
      const printed = log.mock.calls.map(([value]) => String(value));
      expect(said.length === 0 ? [] : printed).toEqual(said);
    } finally {
      log.mockRestore();
      server.close();
    }
  });

  async function bundled(stdin: StdinOptions, name: string): Promise<unknown> {
    const outfile = join(folder.path, `${name}.mjs`);
    // Those that a program's own `import` finds are the same here.
    const external = ["msw", "msw/node"];
    const platform = "node";
    await bundle({
      stdin,
      bundle: true,
      format: "esm",
      platform,
      external,
      outfile,
      logLevel: "error",
    });
    return import(outfile);
  }
});

it.each(["README.md", "OPTIONS.md"])("has no line wider than a screen: %s", async (name) => {
  expect((await text(name)).split("\n").filter((line) => line.length > 120)).toEqual([]);
});
