/** The levels of the rules are those that the compilers show: what breaks a program that is ordinary, or exhaustive. */
import { cp, mkdir, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { RULES } from "../../../generator/diff/index.js";
import { build } from "../../../generator/run/build.js";
import { COMPILERS, temporaryFolder, typecheck } from "../../support/typecheck.js";
import { type Case } from "../../unit/diff/cases/index.js";
import {
  ALL,
  documentsOf,
  FAMILIES,
  type Family,
  sides,
  TEMPLATES,
} from "../../unit/diff/cases/families.js";

let folder: Awaited<ReturnType<typeof temporaryFolder>>;

beforeAll(async () => {
  folder = await temporaryFolder();
  await writeFile(join(folder.path, "package.json"), '{ "type": "module" }');
  await mkdir(join(folder.path, "programs"));
  for (const family of FAMILIES) {
    await mkdir(join(folder.path, family.name));
    for (const [name, document] of documentsOf(family)) await make(family, name, document);
    for (const one of family.cases) await writePrograms(family, one);
  }
});
afterAll(() => folder.remove());

/** The programs of a case as they stand before the change and after it. */
async function writePrograms(family: Family, one: Case): Promise<void> {
  const [before, after] = sides(one);
  for (const [when, output] of [
    ["before", before],
    ["after", after],
  ]) {
    for (const [kind, text] of programs(one)) {
      const file = join(folder.path, "programs", `${one.rule}.${kind}.${when}.ts`);
      await writeFile(file, text.replaceAll("./client/", `../${family.name}/${output}/`));
    }
  }
}

function programs({ program, exhaustive }: Case): readonly (readonly [string, string])[] {
  return [["ordinary", program], ...(exhaustive ? [["exhaustive", exhaustive] as const] : [])];
}

/** Builds a document and writes what is its own; a family shares one copy of the runtime. */
async function make(family: Family, name: string, document: string): Promise<void> {
  const cwd = join(folder.path, family.name);
  await writeFile(join(cwd, `${name}.yaml`), document);
  const project = { name, document: `${name}.yaml`, output: name, ...family.project };
  const made = await build(project, { cwd });
  if (name !== "base") {
    await mkdir(join(cwd, name));
    await symlink(join(cwd, "base", "runtime"), join(cwd, name, "runtime"));
  }
  for (const [path, text] of made.output) {
    if (name !== "base" && path.startsWith("runtime/")) continue;
    const file = join(cwd, name, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  // Which parts of the runtime there are depends on what uses them: the base gets those of all.
  await cp(join(TEMPLATES, "../runtime"), join(cwd, "base", "runtime"), { recursive: true });
}

describe("the levels", () => {
  it.each(COMPILERS)("are what TypeScript %s says", async (compiler) => {
    const output = await typecheck(compiler, [join(folder.path, "programs")]);
    const broken = new Set(
      Array.from(output.matchAll(/programs\/(.+?)\.ts\(/g), ([, name]) => name),
    );
    const expected = ALL.flatMap(({ rule }) => {
      if (RULES[rule].level === "exhaustive") return [`${rule}.exhaustive.after`];
      return RULES[rule].types === "major" ? [`${rule}.ordinary.after`] : [];
    });
    expect([...broken].sort()).toEqual(expected.sort());
    const elsewhere = output
      .split("\n")
      .filter((line) => /error TS/.test(line) && !/programs\//.test(line));
    expect(elsewhere).toEqual([]);
  });
});
