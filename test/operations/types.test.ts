/** The programs of all fixtures, compiled at once: what they rely on holds, and what they must not do is refused. */
import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { COMPILERS, temporaryFolder, typecheck } from "../support/typecheck.js";
import { FIXTURES, writeFixture } from "./program.js";

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
  for (const fixture of await readdir(FIXTURES)) {
    await mkdir(join(folder.path, fixture));
    await writeFixture(fixture, join(folder.path, fixture));
  }
});
afterAll(() => folder.remove());

it.each(COMPILERS)("compiles under TypeScript %s", async (compiler) => {
  const options = { exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true };
  expect(await typecheck(compiler, [folder.path], options)).toBe("");
});
