/** The `fetch` for tests, made from documents that are not Stripe's: every style, bodies of all kinds, no dialect. */
import { build as bundle } from "esbuild";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { build } from "../../../generator/run/build.js";
import { writeOutput } from "../../../generator/write/disk.js";
import { temporaryFolder, typecheck } from "../../support/typecheck.js";

type Function = (...values: readonly unknown[]) => Promise<unknown>;
interface Call {
  readonly operation: string;
  readonly params: unknown;
  readonly path: unknown;
}
interface Made {
  call(operation: string, ...values: readonly unknown[]): Promise<unknown>;
  readonly calls: readonly Call[];
}

const TEST = new URL("../..", import.meta.url).pathname;

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());

/** Generates a client with its `testing`, and a client that it returns. */
async function make(
  name: string,
  document: string,
  overrides: object = {},
  options: object = {},
): Promise<Made> {
  const path = join(folder.path, name);
  await mkdir(path);
  const testing = { values: { title: "Emma", minutes: 90 } };
  const built = await build({ name, document, output: "", testing }, { cwd: TEST });
  await writeOutput(path, built.output, built.manifest);
  const outfile = join(folder.path, `${name}.mjs`);
  const contents = ["client", "operations/index", "testing/index"].map(
    (module) => `export * from "./${module}.js";`,
  );
  const stdin = { contents: contents.join(""), resolveDir: path };
  await bundle({ stdin, bundle: true, format: "esm", outfile, logLevel: "error" });
  const module: Readonly<Record<string, Function | undefined>> = await import(outfile);
  const fetch = module["createTestFetch"]?.(overrides) as unknown as { calls: readonly Call[] };
  const client = module["createClient"]?.({ fetch, ...options });
  return {
    calls: fetch.calls,
    call: async (operation, ...values) => module[operation]?.(client, ...values),
  };
}

describe("the library", () => {
  let library: Made;
  beforeAll(async () => {
    const overrides = { "PATCH /loans/{loan}": { extra: { a: 1 }, book: { pages: 7 } } };
    library = await make("library", "fixtures/library.yaml", overrides, {
      auth: { key: "secret" },
    });
  });

  it("responds with examples, as far as they end", async () => {
    const book = { id: 7, kind: "string", title: "Emma", shelf: "string", pages: 0, size: [0, 0] };
    expect(await library.call("getBook", 7)).toEqual({
      ...book,
      series: { name: "string", books: [], next: null },
    });
    expect(await library.call("listBooks")).toMatchObject([{ kind: "book", title: "Emma" }]);
    expect(await library.call("delete_", 7)).toBeUndefined();
    expect(await library.call("getCover", 7)).toBeInstanceOf(ReadableStream);
  });

  it("puts overrides into them", async () => {
    const params = {
      query: { dry: true },
      header: { "If-Match": "x" },
      body: { until: "2024-01-01" },
    };
    expect(await library.call("changeLoan", "loan_1", params)).toMatchObject({
      extra: { a: 1 },
      book: { pages: 7, title: "Emma" },
      error: { message: "no" },
    });
    expect(library.calls.at(-1)).toMatchObject({ params, path: { loan: "loan_1" } });
  });

  it("tells what is wrong, wherever it stands", async () => {
    const wrong = { query: { dry: 1, wet: 2 }, header: {}, body: { note: 5 } };
    await expect(library.call("changeLoan", "loan_1", wrong)).rejects.toThrow(
      'PATCH /loans/{loan}: dry must be a boolean, not "1"; wet is not a parameter; If-Match is missing; ' +
        "note must be a string or null, not 5; until is missing",
    );
    await expect(library.call("getBook", "x")).rejects.toThrow('id must be an integer, not "x"');
    await expect(library.call("addBook", {})).rejects.toThrow("a body is missing");
  });

  it("compiles", async () => {
    expect(await typecheck("7.0", [join(folder.path, "library")])).toBe("");
  });
});

describe("every style and body", () => {
  let styles: Made;
  beforeAll(async () => {
    styles = await make("styles", "feature/wire/styles/styles.yaml");
  });

  const ARRAY = ["blue", "black", "brown"];
  const OBJECT = { R: 100, G: 200, B: 150 };
  const BODY = { text: "a b&c", list: ["x", "y"], nested: { deep: { er: ["z"] } } };

  it.each<[operation: string, params: unknown]>([
    ["queryForm", { color: "a b&c=d+é/?" }],
    ["queryForm", { color: ARRAY }],
    ["queryForm", { color: OBJECT }],
    ["queryFormFlat", { color: "blue" }],
    ["queryFormFlat", { color: ARRAY }],
    ["querySpace", { color: ARRAY }],
    ["queryPipe", { color: ARRAY }],
    ["queryDeep", { color: OBJECT }],
    ["queryReserved", { color: "/a?b:c@d,e;f" }],
    ["queryJson", { color: OBJECT }],
    ["headerSimple", { header: { "X-Color": ARRAY } }],
    ["headerJson", { header: { "X-Color": OBJECT } }],
    ["cookieForm", { cookie: { color: "blue" } }],
    ["bodyJson", BODY],
    ["bodyPatch", BODY],
    ["bodyForm", BODY],
    ["bodyMultipart", { text: "a b&c", list: ["x", "y"], nested: { a: "b" } }],
  ])("%s is read as it was given: %j", async (operation, params) => {
    await styles.call(operation, params);
    expect(styles.calls.at(-1)?.params).toEqual(params);
  });

  it("takes paths of any style, and bodies of any kind", async () => {
    for (const style of ["Simple", "Label", "Matrix"]) {
      await styles.call(`path${style}`, ARRAY);
      await styles.call(`path${style}Exploded`, OBJECT);
    }
    await styles.call("bodyText", "text");
    await styles.call("bodyBinary", new Uint8Array([1, 2]));
    expect(styles.calls.at(-1)?.params).toBeInstanceOf(Blob);
  });
});
