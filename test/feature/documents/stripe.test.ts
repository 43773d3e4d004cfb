/** The whole of Stripe through the pipeline. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { compareOutput } from "../../../generator/check/index.js";
import { type Built, build } from "../../../generator/run/build.js";
import { load } from "../../../generator/load/index.js";
import { METHODS } from "../../../generator/openapi/index.js";
import config from "../../../unfold.config.js";
import { COMPILERS, typecheck } from "../../support/typecheck.js";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const GENERATED = `${ROOT}generated`;

let built: Built;
beforeAll(async () => {
  const [project] = config.projects;
  if (project === undefined) throw new Error("the configuration has no project");
  built = await build(project, { cwd: ROOT });
});

/** The modules the generator wrote itself, without copies of templates. */
function emitted(): string {
  const own = /^src\/(?:operations|schemas)\//;
  return [...built.output].flatMap(([path, text]) => (own.test(path) ? [text] : [])).join("\n");
}

describe("the whole of Stripe", () => {
  it("is read as it is", async () => {
    const { document } = await load("spec/source.json", { cwd: ROOT });
    const items = Object.values(document.paths ?? {});
    const operations = items.flatMap((item) => METHODS.filter((method) => item[method]));
    expect(items).toHaveLength(365);
    expect(operations).toHaveLength(533);
    expect(Object.keys(document.components?.schemas ?? {})).toHaveLength(979);
  });

  it("gains what the overlays add", () => {
    expect(built.model.operations).toHaveLength(533 + 1);
    expect(built.model.schemas).toHaveLength(979 + 3);
    expect(built.model.api).toMatchObject({
      version: "2024-04-10",
      server: "https://api.stripe.com",
    });
    expect(built.warnings).toEqual([]);
  });

  it("has one function for each operation, named by its operationId", () => {
    const names = Array.from(emitted().matchAll(/^export function (\w+)/gm), ([, name]) => name);
    const expected = built.model.operations.map(
      ({ operationId }) => operationId.charAt(0).toLowerCase() + operationId.slice(1),
    );
    expect(names.toSorted()).toEqual(expected.toSorted());
    expect(new Set(names).size).toBe(534);
  });

  it("has one named type for each schema", () => {
    const index = built.output.get("src/schemas/index.ts") ?? "";
    const [, body = ""] = /export interface Schemas \{([^}]*)\}/.exec(index) ?? [];
    expect(body.trim().split("\n")).toHaveLength(982);
  });

  it("never says any", () => {
    expect(emitted()).not.toMatch(/\bany\b(?!["\w:?])/);
  });

  it("is what is committed", async () => {
    expect((await compareOutput(GENERATED, built)).drift).toEqual([]);
  });

  it.each(COMPILERS)("compiles under TypeScript %s without Node's types", async (compiler) => {
    expect(await typecheck(compiler, [`${GENERATED}/src`])).toBe("");
  });

  it("is a package whose every entry point stands for a module", async () => {
    const manifest = JSON.parse(await readFile(`${GENERATED}/package.json`, "utf8"));
    expect(Object.keys(manifest.dependencies)).toEqual(["openapi-fetch"]);
    const targets = JSON.stringify(manifest.exports).match(/\.\/dist\/[^"]+\.js/g) ?? [];
    expect(targets.length).toBeGreaterThanOrEqual(8);
    for (const target of targets) {
      const source = target.replace(/^\.\/dist\/(?:esm|cjs)\//, "src/").replace(/\.js$/, ".ts");
      expect([...built.output.keys()]).toContain(source);
    }
  });
});
