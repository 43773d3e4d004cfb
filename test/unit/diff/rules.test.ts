/** Each rule on a pair of small documents; what the rules say of the types is proved by the compiler. */
import { cp, mkdir, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Built, build } from "../../../generator/run/build.js";
import type { Project } from "../../../generator/config/index.js";
import { diffModels, RULES } from "../../../generator/diff/index.js";
import { at, parsePointer } from "../../../generator/openapi/pointer.js";
import { COMPILERS, temporaryFolder, typecheck } from "../../support/typecheck.js";
import { BASE, type Case, CASES, CLASS_BASE, CLASS_CASES, classDialect } from "./cases/index.js";

const TEMPLATES = fileURLToPath(new URL("../../../templates/stripe", import.meta.url));

/** What the documents say of ids needs no templates. */
const EXPANSION = {
  parameters: [{ name: "expand" }],
  targets: "x-expansionResources",
  fields: "x-expandableFields",
};

/** Cases that edit the same document, by the same configuration. */
interface Family {
  readonly name: string;
  readonly base: string;
  readonly cases: readonly Case[];
  readonly project: Partial<Project>;
}

const FAMILIES: readonly Family[] = [
  { name: "plain", base: BASE, cases: CASES, project: { dialect: { expansion: EXPANSION } } },
  {
    name: "class",
    base: CLASS_BASE,
    cases: CLASS_CASES,
    project: { dialect: classDialect(TEMPLATES), resources: "paths" },
  },
];

const ALL = FAMILIES.flatMap((family) => family.cases.map((one) => ({ ...one, family })));

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
/** `plain/base`, `plain/operation-added`. */
const built = new Map<string, Built>();
const documents = new Map<string, unknown>();

beforeAll(async () => {
  folder = await temporaryFolder();
  await writeFile(join(folder.path, "package.json"), '{ "type": "module" }');
  await mkdir(join(folder.path, "programs"));
  for (const family of FAMILIES) {
    await mkdir(join(folder.path, family.name));
    await make(family, "base", family.base);
    for (const { rule, edit } of family.cases) {
      if (typeof edit === "object") await make(family, rule, edit.reduce(replace, family.base));
    }
    for (const one of family.cases) {
      for (const [when, output] of [
        ["before", sides(one)[0]],
        ["after", sides(one)[1]],
      ]) {
        for (const [kind, text] of programs(one)) {
          const file = join(folder.path, "programs", `${one.rule}.${kind}.${when}.ts`);
          await writeFile(file, text.replaceAll("./client/", `../${family.name}/${output}/`));
        }
      }
    }
  }
});
afterAll(() => folder.remove());

function programs({ program, exhaustive }: Case): readonly (readonly [string, string])[] {
  return [["ordinary", program], ...(exhaustive ? [["exhaustive", exhaustive] as const] : [])];
}

function replace(text: string, [find, replacement]: readonly [string, string]): string {
  if (!text.includes(find)) throw new Error(`the base document does not hold ${find}`);
  return text.replace(find, () => replacement);
}

/** Which outputs a case stands between. */
function sides({ rule, edit }: Case): readonly [before: string, after: string] {
  return typeof edit === "object" ? ["base", rule] : [edit, "base"];
}

/** Builds a document and writes what is its own; a family shares one copy of the runtime. */
async function make(family: Family, name: string, document: string): Promise<void> {
  const cwd = join(folder.path, family.name);
  await writeFile(join(cwd, `${name}.yaml`), document);
  const project = { name, document: `${name}.yaml`, output: name, ...family.project };
  const made = await build(project, { cwd });
  built.set(`${family.name}/${name}`, made);
  documents.set(`${family.name}/${name}`, parse(document));
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

function modelOf(family: Family, name: string): Built["model"] {
  const found = built.get(`${family.name}/${name}`);
  if (found === undefined) throw new Error(`there is no ${name}`);
  return found.model;
}

describe("the rules", () => {
  it("are all shown", () => {
    expect(ALL.map(({ rule }) => rule).sort()).toEqual(Object.keys(RULES).sort());
  });

  it.each(FAMILIES)("say nothing of a $name document that has not changed", (family) => {
    const model = modelOf(family, "base");
    expect(diffModels(model, model)).toMatchObject({ bump: "none", changes: [] });
  });

  it("say nothing of order and formatting", async () => {
    const [plain] = FAMILIES;
    if (plain === undefined) throw new Error("there is no family");
    const text = BASE.replace("[id, kind, note, parent]", "[parent, note, kind, id]").replace(
      /( {4}Parent:[^]*?)( {4}Lonely:.*\n)/,
      "$2$1",
    );
    expect(text).not.toBe(BASE);
    await make(plain, "shuffled", text);
    expect(diffModels(modelOf(plain, "base"), modelOf(plain, "shuffled")).changes).toEqual([]);
  });

  it.each(ALL)("$rule, and nothing that is not so", (one) => {
    const [before, after] = sides(one);
    const { changes } = diffModels(modelOf(one.family, before), modelOf(one.family, after));
    expect(changes.map(({ rule }) => rule).sort()).toEqual([one.rule, ...(one.also ?? [])].sort());
    for (const { pointer } of changes) {
      const tokens = parsePointer(pointer) ?? ["?"];
      const found = [after, before].map((name) =>
        at(documents.get(`${one.family.name}/${name}`), tokens),
      );
      expect(found, pointer).not.toEqual([undefined, undefined]);
    }
  });
});

describe("the levels", () => {
  it("that are exhaustive are shown by code that lists all cases", () => {
    const shown = ALL.filter(({ exhaustive }) => exhaustive !== undefined);
    const meant = Object.entries(RULES).filter(([, { level }]) => level === "exhaustive");
    expect(shown.map(({ rule }) => rule).sort()).toEqual(meant.map(([rule]) => rule).sort());
  });

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

  it.each(ALL)("of $rule decides on the next version", (one) => {
    const [before, after] = sides(one).map((side) => modelOf(one.family, side));
    if (before === undefined || after === undefined) throw new Error("there is no model");
    const { changes } = diffModels(before, after);
    const strict = diffModels(before, after, { strictEnums: true });
    for (const { rule, level, types, bump } of changes) {
      expect(bump, rule).toBe(level === "breaking" ? "major" : types);
      if (level !== "breaking") expect(["minor", "patch", "none"]).toContain(types);
    }
    const isCase = changes.some(({ level }) => level !== "compatible");
    expect(strict.bump === "major").toBe(isCase);
  });
});
