/**
 * Small documents of one feature each, through the whole pipeline. A folder is a case: `openapi.yaml`, the files it
 * refers to, `check.ts`, which uses the output, and `warnings.txt`, what is said about the document.
 */
import { readdirSync } from "node:fs";
import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Diagnostic, format, UnfoldError } from "../../../generator/support/diagnostic.js";
import { readModel } from "../../../generator/run/read-model.js";
import { createWorkshop, type Workshop } from "../../support/workshop.js";
import { COMPILERS, typecheck } from "../../support/typecheck.js";

const ACCEPT = join(import.meta.dirname, "accept");
const CASES = readdirSync(ACCEPT, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => ({ name, folder: join(ACCEPT, name) }));

let workshop: Workshop;
beforeAll(async () => {
  workshop = await createWorkshop();
});
afterAll(() => workshop.remove());

describe("a small document", () => {
  it.each(CASES)("$name is generated with the warnings it deserves", async ({ name, folder }) => {
    const { warnings } = await workshop.generate(name, folder);
    await copyFile(join(folder, "check.ts"), join(workshop.path, name, "check.ts"));
    const text = warnings.map((warning) => `${format(warning)}\n`).join("");
    await expect(text).toMatchFileSnapshot(join(folder, "warnings.txt"));
    expect(await strictly(name, folder)).toEqual(warnings[0]);
  });

  it.each(COMPILERS)(
    "has the types that its check expects under TypeScript %s",
    async (compiler) => {
      expect(await typecheck(compiler, [workshop.path])).toBe("");
    },
  );
});

/** What stops a strict run, as a warning; undefined where nothing does. */
async function strictly(name: string, folder: string): Promise<Diagnostic | undefined> {
  const project = { name, document: "openapi.yaml", output: "client" };
  try {
    await readModel(project, { cwd: folder, strict: true });
    return undefined;
  } catch (error) {
    if (!(error instanceof UnfoldError)) throw error;
    return { ...error.diagnostic, severity: "warning" };
  }
}
