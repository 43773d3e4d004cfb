/** Each rule on a pair of small documents; what the rules say of the types is proved by the compiler. */
import { mkdir, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Built, build } from "../../generator/build.js";
import { diffModels, type RuleId, RULES } from "../../generator/diff/index.js";
import { COMPILERS, temporaryFolder, typecheck } from "../support/typecheck.js";
import { BASE, type Case, CASES } from "./cases.js";

/** Rules that no case of the table can show, each with where it is shown. */
const ELSEWHERE: Partial<Record<RuleId, string>> = {
  "params-became-optional": "a case, read backwards",
  "request-property-became-optional": "a case, read backwards",
  "response-type-narrowed": "a case, read backwards",
  "expand-target-removed": "a case, read backwards",
  "schema-renamed": "a name follows from a key: only a schema that takes another's name renames it",
  "event-added": "models.test.ts",
  "event-removed": "models.test.ts",
  "event-object-changed": "models.test.ts",
  "method-added": "models.test.ts",
  "method-removed": "models.test.ts",
};

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let base: Built;
const edited = new Map<RuleId, Built>();

beforeAll(async () => {
  folder = await temporaryFolder();
  await writeFile(join(folder.path, "package.json"), '{ "type": "module" }');
  await mkdir(join(folder.path, "programs"));
  base = await make("base", BASE);
  for (const { rule, edit, program } of CASES) {
    edited.set(rule, await make(rule, edit.reduce(replace, BASE)));
    for (const name of ["base", rule]) {
      const file = join(
        folder.path,
        "programs",
        `${rule}.${name === "base" ? "before" : "after"}.ts`,
      );
      await writeFile(file, program.replaceAll("./client/", `../${name}/`));
    }
  }
});
afterAll(() => folder.remove());

function replace(text: string, [find, replacement]: readonly [string, string]): string {
  if (!text.includes(find)) throw new Error(`the base document does not hold ${find}`);
  return text.replace(find, () => replacement);
}

/** Builds a document and writes what is its own; all share one copy of the runtime. */
async function make(name: string, document: string): Promise<Built> {
  await writeFile(join(folder.path, `${name}.yaml`), document);
  const built = await build({ name, document: `${name}.yaml`, output: name }, { cwd: folder.path });
  if (name !== "base") {
    await mkdir(join(folder.path, name));
    await symlink(join(folder.path, "base", "runtime"), join(folder.path, name, "runtime"));
  }
  for (const [path, text] of built.output) {
    if (name !== "base" && path.startsWith("runtime/")) continue;
    const file = join(folder.path, name, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  return built;
}

const rulesOf = (one: Case, backwards = false): RuleId[] => {
  const after = edited.get(one.rule) ?? base;
  const [old, now] = backwards ? [after, base] : [base, after];
  return diffModels(old.model, now.model).changes.map(({ rule }) => rule);
};

describe("the rules", () => {
  it("are all shown", () => {
    const shown = new Set<string>([...CASES.map(({ rule }) => rule), ...Object.keys(ELSEWHERE)]);
    expect(Object.keys(RULES).filter((rule) => !shown.has(rule))).toEqual([]);
  });

  it("say nothing of a document that has not changed", () => {
    expect(diffModels(base.model, base.model)).toEqual({ bump: "none", changes: [] });
  });

  it("say nothing of order and formatting", async () => {
    const text = BASE.replace("[id, kind, note, parent]", "[parent, note, kind, id]").replace(
      /( {4}Parent:[^]*?)( {4}Lonely:.*\n)/,
      "$2$1",
    );
    expect(text).not.toBe(BASE);
    const shuffled = await make("shuffled", text);
    expect(diffModels(base.model, shuffled.model).changes).toEqual([]);
  });

  it.each(CASES)("$rule", (one) => {
    expect(rulesOf(one)).toContain(one.rule);
  });

  it.each([
    ["params-became-required", "params-became-optional"],
    ["request-property-became-required", "request-property-became-optional"],
    ["response-type-widened", "response-type-narrowed"],
    ["expand-target-added", "expand-target-removed"],
    ["operation-added", "operation-removed"],
    ["response-property-became-nullable", "response-property-became-not-nullable"],
  ] as const)("%s, read backwards, is %s", (forwards, backwards) => {
    const one = CASES.find(({ rule }) => rule === forwards);
    expect(one && rulesOf(one, true)).toContain(backwards);
  });
});

describe("the types axis", () => {
  it.each(COMPILERS)("is what TypeScript %s says", async (compiler) => {
    const output = await typecheck(compiler, [join(folder.path, "programs")]);
    const broken = new Set(
      Array.from(output.matchAll(/programs\/(.+?)\.ts\(/g), ([, name]) => name),
    );
    const expected = CASES.filter(({ rule }) => RULES[rule].types === "major");
    expect([...broken].sort()).toEqual(expected.map(({ rule }) => `${rule}.after`).sort());
    const elsewhere = output
      .split("\n")
      .filter((line) => /error TS/.test(line) && !/programs\//.test(line));
    expect(elsewhere).toEqual([]);
  });
});
