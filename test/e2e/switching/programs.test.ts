/**
 * Programs as people write them for stripe-node, and the same programs with one import changed: both compile, send the
 * same requests, and come to the same results.
 */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packed } from "../../support/package/packed.js";
import { COMPILERS, run as compile } from "../../support/typecheck.js";
import { startApi } from "../../support/servers/api-server.js";
import type { Run } from "./programs/program.js";

const PROGRAMS = fileURLToPath(new URL("programs", import.meta.url));
const PACKAGES = { sdk: "stripe", ours: "@unfold/stripe" } as const;
type Package = keyof typeof PACKAGES;

const NAMES = [
  "express-checkout",
  "hono-worker",
  "nest-service",
  "next-app-router",
  "next-pages-api",
  "queue-worker",
  "sync-job",
  "unit-tests",
];

/** As a new project has them. */
const OPTIONS = {
  target: "es2022",
  module: "nodenext",
  lib: ["es2022", "dom", "dom.iterable"],
  types: ["node"],
  strict: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: true,
  esModuleInterop: true,
  outDir: "built",
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join((await packed()).folder, "switching-"));
  for (const [name, specifier] of Object.entries(PACKAGES)) {
    const to = join(folder, name);
    await mkdir(to);
    for (const file of await readdir(PROGRAMS)) {
      const text = await readFile(join(PROGRAMS, file), "utf8");
      await writeFile(join(to, file), text.replace('from "stripe";', `from "${specifier}";`));
    }
    await writeFile(join(to, "tsconfig.json"), JSON.stringify({ compilerOptions: OPTIONS }));
  }
}, 300_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each(["sdk", "ours"] as const)("the programs with %s", (name) => {
  // The last one leaves what is run.
  it.each(COMPILERS)("compile, with TypeScript %s", async (version) => {
    expect(await compile(version, ["-p", join(folder, name), "--pretty", "false"])).toBe("");
  });
});

describe("with one import changed", () => {
  it("has all programs", async () => {
    const files = (await readdir(PROGRAMS)).map((file) => file.replace(/\.ts$/, ""));
    expect(files.filter((name) => name !== "program").sort()).toEqual(NAMES);
  });

  it.each(NAMES)("%s sends the same requests and comes to the same results", async (program) => {
    const sdk = await runWith("sdk", program);
    const ours = await runWith("ours", program);
    expect(ours.sent).toEqual(sdk.sent);
    expect(ours.results).toEqual(sdk.results);
    expect(sdk.sent.length).toBeGreaterThan(program === "next-pages-api" ? 0 : 1);
  });
});

async function runWith(
  name: Package,
  program: string,
): Promise<{ sent: readonly unknown[]; results: unknown }> {
  await using api = await startApi();
  const { run }: { run: Run } = await import(join(folder, name, "built", `${program}.js`));
  const results = await run({ host: "127.0.0.1", port: api.port, protocol: "http" });
  return { sent: api.sent, results: JSON.parse(JSON.stringify(results)) };
}
