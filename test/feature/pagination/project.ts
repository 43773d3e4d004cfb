/** A client of lists of every kind, made by configuration alone. */
import { build as bundle } from "esbuild";
import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { PaginationRule, Project } from "../../../generator/config/index.js";
import { build, type Built } from "../../../generator/run/build.js";
import { writeOutput } from "../../../generator/write/disk.js";

export const HERE = fileURLToPath(new URL(".", import.meta.url));

export const RULES: readonly PaginationRule[] = [
  { kind: "cursor", next: "meta.next_cursor", parameter: "cursor" },
  { kind: "url", next: ["@odata.nextLink"], items: "pears" },
  { kind: "link", operations: ["tag:link"] },
  { kind: "page", parameter: "page", items: "result.items" },
  { kind: "offset", parameter: "skip", more: "has_more" },
];

export const PROJECT: Project = {
  name: "orchard",
  document: "openapi.yaml",
  output: "client",
  testing: true,
  pagination: RULES,
};

/** A page, over which and behind which can be iterated. */
export interface Paged extends AsyncIterable<unknown> {
  nextPage(): Promise<Paged | undefined>;
}

export interface PagedPromise extends Promise<Paged>, AsyncIterable<unknown> {
  autoPagingToArray(options: { readonly limit: number }): Promise<unknown[]>;
}

type ListCall = (client: object, ...args: unknown[]) => PagedPromise;

export interface Orchard {
  createClient(options: object): object;
  createTestFetch(overrides?: object): typeof fetch;
  readonly listApples: ListCall;
  readonly listPears: ListCall;
  readonly listPlums: ListCall;
  readonly listCherries: ListCall;
  readonly listFigs: ListCall;
}

/** Writes the client and the program of types to a folder. */
export async function makeOrchard(
  folder: string,
  project: Project = PROJECT,
): Promise<{ readonly orchard: Orchard; readonly built: Built }> {
  const client = join(folder, "client");
  await mkdir(client, { recursive: true });
  const built = await build(project, { cwd: HERE });
  await writeOutput(client, built.output, built.manifest);
  await copyFile(join(HERE, "program.ts"), join(folder, "program.ts"));
  await writeFile(join(folder, "package.json"), '{ "type": "module" }');
  const outfile = join(folder, "client.mjs");
  const contents = ["client", "operations/index", "testing/index"]
    .map((module) => `export * from "./${module}.js";`)
    .join("");
  const stdin = { contents, resolveDir: client };
  await bundle({ stdin, bundle: true, format: "esm", outfile, logLevel: "error" });
  return { orchard: await import(outfile), built };
}
