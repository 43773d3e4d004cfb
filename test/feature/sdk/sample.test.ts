/** Code written for the official SDK, compiled against both: with nothing but the import changed, and what must differ. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Compiler, COMPILERS, temporaryFolder, typecheck } from "../../support/typecheck.js";
import { DIFFERENCES } from "./sample/differences.js";

const OURS = fileURLToPath(new URL("../../../generated/src/index.js", import.meta.url));

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
  const sample = await readFile(new URL("sample/shop.ts", import.meta.url), "utf8");
  expect(sample.split("\n").length).toBeGreaterThan(300);
  await write("official/shop.ts", sample);
  await write("ours/shop.ts", sample.replace('from "stripe"', `from ${JSON.stringify(OURS)}`));
  for (const [n, { before, after }] of DIFFERENCES.entries()) {
    const setting = (imports: string) => `${imports}\ndeclare const stripe: Stripe;\n`;
    const here = setting(`import Stripe, { idOf } from ${JSON.stringify(OURS)};\nexport { idOf };`);
    await write(`official/before-${n}.ts`, setting('import Stripe from "stripe";') + before);
    await write(`before/before-${n}.ts`, here + before);
    await write(`ours/after-${n}.ts`, here + after);
  }
});
afterAll(() => folder.remove());

async function write(path: string, text: string): Promise<void> {
  await mkdir(join(folder.path, path, ".."), { recursive: true });
  await writeFile(join(folder.path, path), `${text}\nexport {};\n`);
}

function compile(compiler: Compiler, names: readonly string[], types: readonly string[] = []) {
  const folders = names.map((name) => join(folder.path, name));
  return typecheck(compiler, folders, {
    noUncheckedIndexedAccess: true,
    skipLibCheck: true,
    types,
  });
}

describe.each(COMPILERS)("under TypeScript %s", (compiler) => {
  it("the sample and the code before compile against the official SDK", async () => {
    expect(await compile(compiler, ["official"], ["node"])).toBe("");
  });

  it("the sample and the code after compile against this package, the code before does not", async () => {
    const output = await compile(compiler, ["ours", "before"]);
    const problems = output.split("\n").filter((line) => /^\S/.test(line));
    const isBefore = (line: string) => line.includes("/before/before-");
    expect(problems.filter((line) => !isBefore(line))).toEqual([]);
    const wrong = DIFFERENCES.filter((_, n) => output.includes(`/before/before-${n}.ts(`));
    expect(wrong.map(({ what }) => what)).toEqual(DIFFERENCES.map(({ what }) => what));
  });
});
