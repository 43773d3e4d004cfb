/** The option `enums`: which values compile in requests and of responses, and what a test's `fetch` takes. */
import { build as bundle } from "esbuild";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { siteFiles } from "../../../generator/docs/index.js";
import { build } from "../../../generator/run/build.js";
import { readModel } from "../../../generator/run/read-model.js";
import { ENUM_RULES, type EnumRule } from "../../../generator/config/index.js";
import { writeOutput } from "../../../generator/write/disk.js";
import { Editor } from "../editor/editor.js";
import { COMPILERS, temporaryFolder, typecheck } from "../../support/typecheck.js";

const HERE = join(import.meta.dirname, "enums");

const ALL = ENUM_RULES;
const MARKED = ["open", "auto"] as const;

const HEAD = `
import { createClient, type Shade, type Thing } from "./client/index.js";
import { changeThing, getThing, type ChangeThingParams } from "./client/operations/index.js";
declare const thing: Thing;
`;

/** A statement, and by which rules it compiles. */
const STATEMENTS: readonly (readonly [statement: string, compiles: readonly EnumRule[]])[] = [
  // Responses.
  ['export const is = thing.plain === "c";', ["open"]],
  [
    'switch (thing.plain) { case "a": case "b": break; default: thing.plain satisfies never; }',
    ["closed", "auto"],
  ],
  ['export const is = thing.plain === "a" ? 1 : thing.plain === "b" ? 2 : 0;', ALL],
  ["export const text: string = thing.plain;", ALL],
  ['export const is = thing.described === "c";', MARKED],
  ['export const is = thing.bypassed === "c";', MARKED],
  ['export const is = thing.extended === "c";', MARKED],
  ['export const is = thing.inPlace === "c";', ALL],
  ['export const is = thing.modelled === "c";', MARKED],
  ['export const is = thing.unmarked === "c";', ["open"]],
  ["export const is = thing.size === 3;", ["open"]],
  ['export const is = thing.size === "1";', []],
  ['export const is = thing.level === 2 || thing.level === "high";', MARKED],
  ["export const is = thing.level === true;", []],
  ['export const is = thing.shade === "grey";', ["open"]],
  ['export const is = thing.tags[0] === "lost";', ["open"]],
  ["export const none: null | undefined = thing.tags[0] as null;", ALL],
  ["export const text: string = thing.none;", []],
  ["export const text: string | null = thing.none;", ALL],
  ['export const is = thing.none === "c";', ["open"]],
  // A mark beside a reference, and an enum beside all of its type.
  ['export const is = thing.besideRef === "grey";', MARKED],
  ['export const known: Extract<Thing["besideRef"], "dark"> = "dark";', ALL],
  ['export const is = thing.besideAllOf === "grey";', MARKED],
  ['export const is = thing.besideModelled === "grey";', MARKED],
  ['export const is = thing.anyText === "c";', ALL],
  ['export const known: Extract<Thing["anyText"], "a"> = "a";', MARKED],
  ['export const known: Extract<Thing["anyShade"], "light"> = "light";', MARKED],
  ['export const is = thing.anyShade === "grey" || thing.anyShade === null;', ALL],
  ['export const known: Extract<Thing["anySize"], 2> = 2;', MARKED],
  ["export const is = thing.anySize === 3;", ALL],
  ['export const is = thing.anySize === "3";', []],
  ["export const text: string = thing.unset;", ALL],
  ['export const none: Extract<Thing["unset"], ""> = "";', []],
  ["export const is = thing.timeOrText === 7;", ALL],
  // Editors complete what is listed: a union with plain `string` would be that alone.
  ['export const known: Extract<Thing["described"], "a"> = "a";', ALL],
  ['export const known: Extract<Thing["size"], 1> = 1;', ALL],
  ['export const known: Extract<Shade, "dark"> = "dark";', ALL],
  // What is no enum for a program.
  ['export const is = thing.object === "other";', []],
  ["export const flag: true | false = thing.flag;", ALL],
  // Members of unions are told apart.
  ['export const text = thing.pet.kind === "dog" ? thing.pet.breed : "";', ALL],
  ['export const n = thing.pet.kind === "lynx" ? thing.pet.lives : 0;', ALL],
  ['export const is = thing.fruit.sort === "abate" ? thing.fruit.stem : thing.fruit.worm;', ALL],
  ['export const is = thing.fruit.sort === "gala" ? thing.fruit.worm : false;', ALL],
  ['export const text = thing.kin.is === "GreatUncle" ? thing.kin.beer : "";', ALL],
  // They are told by a constant, so their other enums may be open.
  ['export const is = thing.source.object === "card" && thing.source.status === "new";', ["open"]],
  // Requests.
  ['export const params: ChangeThingParams = { plain: "a", described: "b", shade: "dark" };', ALL],
  ['export const params: ChangeThingParams = { plain: "c" };', []],
  ['export const params: ChangeThingParams = { described: "c" };', MARKED],
  ['export const params: ChangeThingParams = { shade: "grey" };', []],
  ['void getThing(createClient({}), "1", { sort: "sideways" });', []],
  // What a response has may be sent where the request takes it.
  ["export const params: ChangeThingParams = { described: thing.described };", ALL],
  ["export const params: ChangeThingParams = { thing };", ["closed", "auto"]],
  ['export const params: ChangeThingParams = { shade: "light" satisfies Shade };', ALL],
];

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
  await writeFile(join(folder.path, "package.json"), '{ "type": "module" }');
  for (const enums of ENUM_RULES) {
    const project = { name: enums, document: "openapi.yaml", output: "", testing: true, enums };
    const built = await build(project, { cwd: HERE, strict: true });
    await mkdir(join(folder.path, enums));
    await writeOutput(join(folder.path, enums, "client"), built.output, built.manifest);
    for (const [n, [statement]] of STATEMENTS.entries()) {
      await writeFile(join(folder.path, enums, `s${n}.ts`), HEAD + statement);
    }
  }
});
afterAll(() => folder.remove());

describe("types", () => {
  it.each(COMPILERS)("are open or closed by the rule (TypeScript %s)", async (compiler) => {
    const output = await typecheck(compiler, [folder.path], { noUnusedLocals: false });
    const broken = new Set(
      Array.from(output.matchAll(/(\w+)\/s(\d+)\.ts\(/g), ([, rule, n]) => `${rule} ${n}`),
    );
    const found = STATEMENTS.map(([statement], n) => [
      statement,
      ENUM_RULES.filter((rule) => !broken.has(`${rule} ${n}`)),
    ]);
    const wanted = STATEMENTS.map(([statement, rules]) => [
      statement,
      ENUM_RULES.filter((rule) => rules.includes(rule)),
    ]);
    expect(found).toEqual(wanted);
    expect(output.split("\n").filter((line) => /^\S*client\//.test(line))).toEqual([]);
  });

  it("are those of marked enums where nothing is said", async () => {
    const project = { name: "default", document: "openapi.yaml", output: "", testing: true };
    const [byDefault, auto] = await Promise.all(
      [project, { ...project, enums: "auto" as const }].map((one) => build(one, { cwd: HERE })),
    );
    expect(byDefault?.output).toEqual(auto?.output);
  });
});

describe("an editor", () => {
  it.each([
    ["thing.plain ===", ["a", "b"]],
    ["thing.shade ===", ["dark", "light"]],
    ["thing.besideRef ===", ["dark", "light"]],
    ["thing.anyText ===", ["a", "b"]],
    ["const sent: ChangeThingParams['described'] =", ["a", "b"]],
  ])("completes %s with what is listed", (start, wanted) => {
    const client = join(folder.path, "open", "client");
    const editor = new Editor(HEAD.replaceAll("./client", client));
    expect(editor.completions(`${start} "|"`)).toEqual(wanted);
  });
});

describe("the reference", () => {
  it.each([
    ["closed", "- `described` `enum` (required): Open Enum. One of several. One of"],
    ["auto", "- `described` `enum | string` (required; other values are possible): Open Enum."],
    ["auto", "- `plain` `enum` (required) One of"],
    ["open", "- `plain` `enum | string` (required; other values are possible) One of"],
    [
      "open",
      "- `tags` `array of enum | string | null` (required; other values are possible) One of",
    ],
  ] as const)("of %s enums says: %s", async (enums, line) => {
    const project = { name: enums, document: "openapi.yaml", output: "", enums };
    const { model } = await readModel(project, { cwd: HERE, documented: true });
    const samples = { client: "./client", isPackage: false };
    const files = new Map(siteFiles({ model, changes: undefined, base: undefined, samples }));
    expect(files.get("schemas/Thing.md")).toContain(line);
  });
});

describe("a test's fetch", () => {
  it.each([
    ["closed", { described: "new" }, 'described must be one of "a", "b", not "new"'],
    ["auto", { described: "new" }, undefined],
    ["auto", { described: 7 }, "described must be"],
    ["auto", { plain: "new" }, 'plain must be one of "a", "b", not "new"'],
    ["open", { described: "new" }, undefined],
    ["open", { plain: "new" }, 'plain must be one of "a", "b", not "new"'],
  ] as const)("with %s enums takes %j, or says: %s", async (enums, params, message) => {
    const result = await change(enums, params);
    if (message === undefined) expect(result).toMatchObject({ object: "thing", described: "a" });
    else expect(String(result)).toContain(message);
  });
});

type Call = (...values: readonly unknown[]) => Promise<unknown>;

/** What the call gives, or its error. */
async function change(enums: EnumRule, params: object): Promise<unknown> {
  const outfile = join(folder.path, `${enums}.mjs`);
  const modules = ["client", "operations/index", "testing/index"];
  const contents = modules.map((module) => `export * from "./${module}.js";`).join("");
  const stdin = { contents, resolveDir: join(folder.path, enums, "client") };
  await bundle({ stdin, bundle: true, format: "esm", outfile, logLevel: "error" });
  const module: Readonly<Record<string, Call | undefined>> = await import(outfile);
  const client = module["createClient"]?.({ fetch: module["createTestFetch"]?.() });
  return module["changeThing"]?.(client, "1", params).catch((error: unknown) => error);
}
