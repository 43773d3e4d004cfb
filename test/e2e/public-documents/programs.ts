/**
 * A program of each public API: generated, compiled by both compilers with the strictest options, and run against a
 * loopback server that is made of the document. `npm run test:documents -- --programs` runs them alone.
 */
import { build as bundle } from "esbuild";
import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Project } from "../../../generator/config/index.js";
import type { Model } from "../../../generator/model/types/index.js";
import { build } from "../../../generator/run/build.js";
import { COMPILERS, temporaryFolder, typecheck } from "../../support/typecheck.js";
import { type Api, APIS } from "./apis.js";
import { fetchDocuments } from "./fetch.js";
import { loopback } from "./loopback.js";

interface Program {
  /** Throws where a response is not what it should be. */
  readonly run: (baseUrl: string) => Promise<string>;
  /** What the server responds besides what the document shows. */
  readonly overrides?: Readonly<Record<string, unknown>>;
  readonly createTestFetch: (overrides?: object) => (request: Request) => Promise<Response>;
}

const ENTRY = `export * from "./program.js";
export { createTestFetch } from "./client/testing/index.js";
`;

const STRICTEST = {
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  verbatimModuleSyntax: true,
};

export async function runPrograms(only?: string): Promise<boolean> {
  let all = true;
  for (const api of APIS.filter(({ title }) => only === undefined || title === only)) {
    try {
      console.log(`${api.title}: ${await runProgram(api)}`);
    } catch (error) {
      console.error(`${api.title}: ${error instanceof Error ? error.message : String(error)}`);
      all = false;
    }
  }
  return all;
}

/** Writes the client of an API, with the test fetch. */
export async function writeClient(
  api: Api,
  folder: string,
  settings: Partial<Project> = {},
): Promise<Model> {
  const [document = ""] = await fetchDocuments(api);
  const { discriminatorValue } = api;
  const dialect = discriminatorValue === undefined ? {} : { dialect: { discriminatorValue } };
  const project = {
    name: api.title,
    document: basename(document),
    output: "",
    testing: true,
    ...dialect,
    ...settings,
  };
  const { output, model } = await build(project, { cwd: dirname(document) });
  for (const [file, text] of output) {
    const to = join(folder, file);
    await mkdir(dirname(to), { recursive: true });
    await writeFile(to, text);
  }
  return model;
}

async function runProgram(api: Api): Promise<string> {
  const { path, remove } = await temporaryFolder();
  try {
    const { server } = (await writeClient(api, join(path, "client"))).api;
    const base = new URL(server || "/", "http://any").pathname.replace(/\/$/, "");
    const source = new URL(`programs/${api.title}.ts`, import.meta.url);
    await copyFile(source, join(path, "program.ts"));
    await writeFile(join(path, "entry.ts"), ENTRY);
    await writeFile(join(path, "package.json"), '{ "type": "module" }');
    for (const compiler of COMPILERS) {
      const problems = await typecheck(compiler, [path], STRICTEST);
      if (problems !== "") throw new Error(`TypeScript ${compiler}: ${problems.slice(0, 2000)}`);
    }
    const outfile = join(path, "entry.mjs");
    const entryPoints = [join(path, "entry.ts")];
    await bundle({ entryPoints, bundle: true, format: "esm", outfile, logLevel: "error" });
    const program: Program = await import(outfile);
    await using local = await loopback(program.createTestFetch(program.overrides));
    return await program.run(local.url + base);
  } finally {
    await remove();
  }
}
