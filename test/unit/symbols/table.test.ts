/** The table of symbols: what templates export → where emitted modules find it. */
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Diagnostic } from "../../../generator/support/diagnostic.js";
import { readSymbols, type Symbols } from "../../../generator/symbols/index.js";
import { templateFolders } from "../../../generator/run/template-folders.js";
import { temporaryFolder } from "../../support/typecheck.js";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

/** A dialect of few lines, with every form of export. */
const FILES = {
  "dialect.ts": `import { a } from "./values.js";
export type { Options } from "./types.js";
export { B, type C as D } from "./types.js";
export function acme() { return a; }
export default acme;`,
  "types.ts": `export interface Options { readonly a: number }
interface Hidden { readonly b: number }
export { Hidden as B };
export type C = typeof import("./values.js");`,
  "values.ts": `export const a = 1, [b, { c }] = [2, { c: 3 }] as const;
export enum E { One }
export interface Both {}
export abstract class Both { readonly own = 1; method() {} static shared = 2; #secret = 3; }`,
  "class.ts": `export * from "./values.js";
export type * from "./types.js";
export * as all from "./values.js";
export { Both as Base } from "./values.js";`,
  "class.test.ts": "this is not TypeScript",
};

let symbols: Symbols;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
  const acme = join(folder.path, "acme");
  await mkdir(acme);
  for (const [name, text] of Object.entries(FILES)) await writeFile(join(acme, name), text);
  const project = { name: "", document: "", output: "", testing: true } as const;
  const folders = templateFolders({ ...project, dialect: { templates: acme } }, ROOT, true);
  symbols = await readSymbols(folders);
});
afterAll(() => folder.remove());

describe("a symbol", () => {
  it.each([
    ["at", "runtime/at", false],
    ["Result", "runtime/call/request", true],
    ["ServerSentEvent", "runtime/events", true],
    ["Expand", "expand/index", true],
    ["testing/document/data#TestOperations", "testing/document/data", true],
    ["TREE", "resources/tree", false],
    ["runtime/client#createClient", "runtime/client", false],
    ["client#createClient", "client", false],
    ["runtime/plain#RequestOptions", "runtime/plain", true],
    ["acme/dialect#acme", "acme/dialect", false],
    ["acme/dialect#default", "acme/dialect", false],
    ["acme/dialect#Options", "acme/dialect", true],
    ["acme/dialect#B", "acme/dialect", true],
    ["acme/dialect#D", "acme/dialect", true],
    ["acme/class#a", "acme/class", false],
    ["acme/class#c", "acme/class", false],
    ["acme/class#E", "acme/class", false],
    ["acme/class#Both", "acme/class", false],
    ["acme/class#C", "acme/class", true],
    ["acme/class#all", "acme/class", false],
    ["acme/class#Base", "acme/class", false],
    ["acme/api#EventOf", "acme/api", true],
  ])("%s is found in %s", (reference, module, isType) => {
    expect(symbols.find(reference)).toMatchObject({ module, isType });
  });

  it.each([
    ["TestFetch", "no template exports TestFetch"],
    ["createClient", "say runtime/client#createClient or client#createClient"],
    ["runtime/at#upon", "runtime/at does not export upon"],
  ])("%s is a mistake of an emitter", (reference, message) => {
    expect(() => symbols.find(reference)).toThrow(new Error(message));
  });

  it.each([
    ["acme/dialect#Client", /acme\/dialect\.ts does not export Client$/],
    [
      "acme/pages#list",
      /^the dialect's templates have no acme\/pages\.ts, which must export list$/,
    ],
    ["acme/class#default", /acme\/class\.ts does not export default$/],
  ])("%s is missing in the templates of a dialect", (reference, message) => {
    expect(diagnosticOf(() => symbols.find(reference))).toMatchObject({
      code: "missing-template-export",
      message: expect.stringMatching(message),
    });
  });

  it("is known wherever an emitter names it", async () => {
    const emit = join(ROOT, "generator/emit");
    const files = (await readdir(emit, { recursive: true })).filter((file) => file.endsWith(".ts"));
    const texts = await Promise.all(files.map((file) => readFile(join(emit, file), "utf8")));
    const asked = texts.flatMap((text) => [...text.matchAll(/\.symbol\(\s*"([^"]+)"/g)]);
    expect(asked.length).toBeGreaterThan(30);
    for (const [, reference = ""] of asked) expect(symbols.find(reference).name).not.toBe("");
  });
});

describe("what is needed", () => {
  it("goes along imports of every form", () => {
    expect([...symbols.reached(["acme/dialect"])].sort()).toEqual([
      "acme/dialect",
      "acme/types",
      "acme/values",
    ]);
    expect(symbols.reached(["acme/class"])).toContain("acme/values");
    expect(symbols.reached(["runtime/encode/json"])).not.toContain("runtime/encode/multipart");
  });
});

it("tells the members of a class", () => {
  expect(symbols.modules.get("acme/values")?.membersOf("Both")).toEqual(["own", "method"]);
});

it("refuses a template that is not TypeScript", async () => {
  const broken = join(folder.path, "broken");
  await mkdir(broken);
  await writeFile(join(broken, "a.ts"), "export const a = 1;\nexport const b = ;\n");
  await expect(readSymbols(new Map([["broken", broken]]))).rejects.toMatchObject({
    diagnostic: { code: "bad-template", location: { line: 2 } },
  });
});

it.each(["runtime", "schemas", "operations"])("refuses a dialect called %s", (name) => {
  const project = { name: "", document: "", output: "", dialect: { templates: `x/${name}` } };
  expect(diagnosticOf(() => templateFolders(project, ROOT, true))?.code).toBe(
    "bad-template-folder",
  );
});

function diagnosticOf(action: () => unknown): Diagnostic | undefined {
  try {
    action();
    return undefined;
  } catch (error) {
    return (error as { diagnostic?: Diagnostic }).diagnostic;
  }
}
