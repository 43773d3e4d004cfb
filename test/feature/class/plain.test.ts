/** Resources and raw client of a document without a dialect. */
import { build as bundle } from "esbuild";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Built, build } from "../../../generator/run/build.js";
import { writeOutput } from "../../../generator/write/disk.js";
import { COMPILERS, temporaryFolder, typecheck } from "../../support/typecheck.js";
import { type Recorder, startRecorder } from "../../support/servers/recorder.js";

const PROJECT = {
  name: "library",
  document: "library.yaml",
  output: "",
  resources: "paths",
  raw: true,
} as const;

let built: Built;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let recorder: Recorder;
beforeAll(async () => {
  folder = await temporaryFolder();
  recorder = await startRecorder();
  built = await build(PROJECT, { cwd: fileURLToPath(new URL("../../fixtures", import.meta.url)) });
  await writeOutput(join(folder.path, "client"), built.output, built.manifest);
});
afterAll(async () => {
  await recorder[Symbol.asyncDispose]();
  await folder.remove();
});

/** Compiled, and then run. */
const PROGRAM = `
import { createClient, createResources } from "./client/index.js";
import { createRawClient } from "./client/raw.js";

export async function program(baseUrl: string): Promise<void> {
  const options = { baseUrl, auth: { key: "secret" } };
  const { books, loans } = createResources(createClient(options));
  await books.list({ query: { shelf: ["a", "b"] } });
  await books.retrieve(7);
  await loans.update("l1", { header: { "If-Match": "x" }, body: { until: "2024-01-01" } });
  const raw = createRawClient(options);
  await raw.GET("/books", { params: { query: { shelf: ["a", "b"] } } });
  await raw.PATCH("/loans/{loan}", { params: { path: { loan: "l1" }, header: { "If-Match": "x" } }, body: { until: "2024-01-01" } });
  // @ts-expect-error: a book has a number
  () => books.retrieve("7");
  // @ts-expect-error: the header is required
  () => raw.PATCH("/loans/{loan}", { params: { path: { loan: "l1" } }, body: { until: "2024-01-01" } });
}
`;

describe("a document without a dialect", () => {
  it("has methods by the rule", () => {
    expect(built.warnings).toEqual([]);
    const names = built.model.resources?.children.map(({ name, resource }) => [
      name,
      resource.methods.map((method) => method.name),
    ]);
    expect(Object.fromEntries(names ?? [])).toEqual({
      books: ["list", "create", "retrieve", "del", "cover", "updateCover"],
      loans: ["update"],
    });
  });

  it.each(COMPILERS)("compiles under TypeScript %s", async (compiler) => {
    await writeFile(join(folder.path, "program.ts"), PROGRAM);
    await writeFile(join(folder.path, "package.json"), '{ "type": "module" }');
    expect(await typecheck(compiler, [folder.path])).toBe("");
  });

  it("runs", async () => {
    const outfile = join(folder.path, "program.mjs");
    const entryPoints = [join(folder.path, "program.ts")];
    await bundle({ entryPoints, outfile, bundle: true, format: "esm", logLevel: "error" });
    const { program } = (await import(outfile)) as { program(url: string): Promise<void> };
    await program(recorder.url);
    const asked = recorder
      .take()
      .map(({ method, path, query, headers, body }) => [
        `${method} ${path}${query}`,
        headers["if-match"],
        body.toString(),
      ]);
    const until = '{"until":"2024-01-01"}';
    expect(asked).toEqual([
      ["GET /books?shelf=a%7Cb", undefined, ""],
      ["GET /books/7", undefined, ""],
      ["PATCH /loans/l1", "x", until],
      ["GET /books?shelf=a%7Cb", undefined, ""],
      ["PATCH /loans/l1", "x", until],
    ]);
  });
});
