/** A client generated from a fixture's document, and the fixture's program on top of it, run against a server. */
import { build as bundle } from "esbuild";
import { copyFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Built, build } from "../../../generator/run/build.js";
import type { Project } from "../../../generator/config/index.js";
import { writeOutput } from "../../../generator/write/disk.js";
import { type Handler, ok, type Received, serve } from "../../support/servers/server.js";
import { temporaryFolder } from "../../support/typecheck.js";

export const FIXTURES = join(import.meta.dirname, "fixtures");

/** What a fixture's project says besides the document. */
const PROJECTS: Readonly<Record<string, Partial<Project>>> = {
  grouped: { calls: "grouped", resources: "tags", raw: true },
  "media-types": { raw: true },
  numbers: { testing: true },
  paths: {
    raw: true,
    testing: true,
    acknowledged: [{ code: "path-with-query" }, { code: "path-with-fragment" }],
  },
  query: { raw: true, testing: true, acknowledged: [{ code: "openapi-version" }] },
  readme: { resources: "tags" },
  tags: { resources: "tags" },
  selection: {
    resources: "tags",
    include: ["tag:pets", "path:/shops/**"],
    exclude: ["deprecated", "operation:internal_*", "path:/pets/*/secret"],
  },
};

export interface Program extends AsyncDisposable {
  readonly received: readonly Received[];
  /** What the program exports under a name. */
  member(name: string): unknown;
  /** Calls one of the program's functions, with the server's URL before the arguments; gives what it gives. */
  run(name: string, ...args: readonly unknown[]): Promise<unknown>;
  /** Calls one of the program's functions; gives the one request that arrived. */
  sent(name: string, ...args: readonly unknown[]): Promise<Received>;
}

/** Writes a fixture's client and program to a folder of its own. */
export async function writeFixture(fixture: string, folder: string): Promise<Built> {
  const document = join(fixture, "openapi.yaml");
  const project = { name: fixture, document, output: "", ...PROJECTS[fixture] };
  const built = await build(project, { cwd: FIXTURES, strict: true });
  await writeOutput(join(folder, "client"), built.output, built.manifest);
  await copyFile(join(FIXTURES, fixture, "program.ts"), join(folder, "program.ts"));
  await writeFile(join(folder, "package.json"), '{ "type": "module" }');
  return built;
}

/** Every request gets `response`, or as the nth of `responses`. */
export async function start(fixture: string, ...responses: Handler[]): Promise<Program> {
  const [first = ok({}), ...more] = responses;
  const module = await load(fixture);
  const server = await serve(first, ...more);
  const run = async (name: string, ...args: readonly unknown[]): Promise<unknown> => {
    const member = module[name];
    if (!isFunction(member)) throw new Error(`There is no function ${name}`);
    return member(server.url, ...args);
  };
  return {
    received: server.received,
    member: (name) => module[name],
    run,
    async sent(name, ...args) {
      const before = server.received.length;
      await run(name, ...args);
      const [request, ...others] = server.received.slice(before);
      if (!request || others.length > 0) throw new Error("Not one request for one call");
      return request;
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

type Module = Readonly<Record<string, unknown>>;

async function load(fixture: string): Promise<Module> {
  const folder = await temporaryFolder();
  try {
    await writeFixture(fixture, folder.path);
    const outfile = join(folder.path, "program.mjs");
    const entryPoints = [join(folder.path, "program.ts")];
    await bundle({ entryPoints, bundle: true, format: "esm", outfile, logLevel: "error" });
    const module: Module = await import(outfile);
    return module;
  } finally {
    await folder.remove();
  }
}

function isFunction(value: unknown): value is (...args: readonly unknown[]) => unknown {
  return typeof value === "function";
}
