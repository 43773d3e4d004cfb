/** Each rule on a pair of small documents; test/e2e/diff/levels.test.ts has what the compilers say of them. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { diffModels, RULES } from "../../../generator/diff/index.js";
import type { Model } from "../../../generator/model/types/index.js";
import { at, parsePointer } from "../../../generator/openapi/pointer.js";
import { readModel } from "../../../generator/run/read-model.js";
import { temporaryFolder } from "../../support/typecheck.js";
import { ALL, documentsOf, FAMILIES, type Family, sides } from "./cases/families.js";
import { BASE } from "./cases/index.js";

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
/** `plain/base`, `plain/operation-added`. */
const models = new Map<string, Model>();
const documents = new Map<string, unknown>();

beforeAll(async () => {
  folder = await temporaryFolder();
  for (const family of FAMILIES) {
    for (const [name, document] of documentsOf(family)) await read(family, name, document);
  }
});
afterAll(() => folder.remove());

async function read(family: Family, name: string, document: string): Promise<void> {
  const cwd = folder.path;
  await writeFile(join(cwd, "document.yaml"), document);
  const project = { name, document: "document.yaml", output: name, ...family.project };
  models.set(`${family.name}/${name}`, (await readModel(project, { cwd })).model);
  documents.set(`${family.name}/${name}`, parse(document));
}

function modelOf(family: Family, name: string): Model {
  const found = models.get(`${family.name}/${name}`);
  if (found === undefined) throw new Error(`there is no ${name}`);
  return found;
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
    await read(plain, "shuffled", text);
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
