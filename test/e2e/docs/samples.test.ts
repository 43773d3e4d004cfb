/** Every TypeScript sample compiles, with and without a path to expand, under both compilers. */
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Project } from "../../../generator/config/index.js";
import { PATH } from "../../../generator/docs/samples/index.js";
import type { OperationPage } from "../../../generator/docs/pages/index.js";
import { build } from "../../../generator/run/build.js";
import { writeOutput } from "../../../generator/write/disk.js";
import config from "../../../unfold.config.js";
import { COMPILERS, temporaryFolder, typecheck } from "../../support/typecheck.js";
import { HARBOUR } from "../../feature/dialects/harbour/project.js";
import { ATTACKS, hostileDocument } from "./hostile-document.js";
import { siteOf } from "../../support/docs/site.js";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

type Folder = Awaited<ReturnType<typeof temporaryFolder>>;

/** A module for each sample; where something can be expanded, one more with the first path of the page. */
async function writeSamples(folder: string, operations: readonly OperationPage[]): Promise<number> {
  let count = 0;
  for (const [n, { samples, expand }] of operations.entries()) {
    for (const { id, language, text, expanded } of samples) {
      if (language !== "typescript") continue;
      await writeFile(join(folder, `${n}-${id}.ts`), text);
      count++;
      const path = expand?.items.find((item) => item.path !== undefined)?.path;
      if (expanded === undefined || path === undefined) continue;
      const more = expanded.text.replaceAll(PATH, path);
      await writeFile(join(folder, `${n}-${id}-expanded.ts`), more);
      count++;
    }
  }
  return count;
}

describe("the samples of Stripe", () => {
  let folder: Folder;
  beforeAll(async () => {
    folder = await temporaryFolder();
    const [stripe] = config.projects;
    if (stripe === undefined) throw new Error("there is no project");
    const setting = { client: "@unfold/stripe", isPackage: true };
    const { operations } = await siteOf(stripe, ROOT, setting);
    await writeFile(join(folder.path, "package.json"), '{ "type": "module" }');
    const count = await writeSamples(folder.path, operations);
    expect(count).toBeGreaterThan(2 * operations.length);
  });
  afterAll(() => folder.remove());

  it.each(COMPILERS)("compile under TypeScript %s", async (compiler) => {
    const source = join(ROOT, "generated/src");
    const paths = {
      "@unfold/stripe": [join(source, "index.ts")],
      "@unfold/stripe/client": [join(source, "client.ts")],
      "@unfold/stripe/operations": [join(source, "operations/index.ts")],
    };
    expect(await typecheck(compiler, [folder.path], { paths })).toBe("");
  });
});

/** An object literal without `constructor` has one: TypeScript takes it for no value of an optional property. */
const SCHEMES = ATTACKS.filter((name) => !(name in {}));

/** Written into the folder of its test. */
const HOSTILE = "hostile.json";

const FIXTURES: readonly (readonly [
  name: string,
  cwd: string,
  project: Omit<Project, "output">,
])[] = [
  ["library", "test/fixtures", { name: "library", document: "library.yaml" }],
  [
    "library, grouped",
    "test/fixtures",
    { name: "library", document: "library.yaml", calls: "grouped" },
  ],
  ["places", "test/fixtures", { name: "places", document: "places.yaml" }],
  ["harbour, a dialect of its own", ".", HARBOUR],
  ["a hostile document", ".", { name: "hostile", document: HOSTILE }],
  ["a hostile document, grouped", ".", { name: "hostile", document: HOSTILE, calls: "grouped" }],
  ["media types", "test/fixtures", { name: "media", document: "media.yaml" }],
];

describe.each(FIXTURES)("the samples of %s", (_, cwd, project) => {
  let folder: Folder;
  beforeAll(async () => {
    folder = await temporaryFolder();
    if (project.document === HOSTILE)
      await writeFile(join(folder.path, HOSTILE), JSON.stringify(hostileDocument(SCHEMES)));
    const output = join(folder.path, "client");
    const whole = { ...project, output };
    const from = project.document === HOSTILE ? folder.path : join(ROOT, cwd);
    const { operations } = await siteOf(whole, from);
    const built = await build(whole, { cwd: from });
    await mkdir(folder.path, { recursive: true });
    await writeOutput(output, built.output, built.manifest);
    await writeFile(join(folder.path, "package.json"), '{ "type": "module" }');
    await writeSamples(folder.path, operations);
    expect((await readdir(folder.path)).length).toBeGreaterThan(operations.length);
  });
  afterAll(() => folder.remove());

  it.each(COMPILERS)("compile under TypeScript %s", async (compiler) => {
    expect(await typecheck(compiler, [folder.path])).toBe("");
  });
});
