/** The programs of all fixtures, compiled at once: what they rely on holds, and what they must not do is refused. */
import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Built } from "../../../generator/run/build.js";
import { COMPILERS, temporaryFolder, typecheck } from "../../support/typecheck.js";
import { FIXTURES, writeFixture } from "./program.js";

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
const clients = new Map<string, Built>();
beforeAll(async () => {
  folder = await temporaryFolder();
  for (const fixture of await readdir(FIXTURES)) {
    await mkdir(join(folder.path, fixture));
    clients.set(fixture, await writeFixture(fixture, join(folder.path, fixture)));
  }
});
afterAll(() => folder.remove());

it.each(COMPILERS)("compiles under TypeScript %s", async (compiler) => {
  const options = { exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true };
  expect(await typecheck(compiler, [folder.path], options)).toBe("");
});

it("has not a byte of Stripe", () => {
  for (const { output } of clients.values())
    for (const [path, text] of output) expect(path + text).not.toMatch(/stripe/i);
});

it("has of the optional runtime only what the document needs", () => {
  const optional =
    /^runtime\/(?:\w+\/)?(?:events|lines|media-types|server|resources|raw|pages)\.ts$/;
  const copied = (fixture: string) =>
    [...(clients.get(fixture)?.output.keys() ?? [])].filter((path) => optional.test(path));
  expect(copied("errors")).toEqual([]);
  expect(copied("servers")).toEqual(["runtime/send/server.ts"]);
  expect(copied("streams")).toEqual(["runtime/events.ts", "runtime/response/lines.ts"]);
  expect(copied("grouped")).toEqual(["runtime/raw.ts", "runtime/resources.ts"]);
});

it("says what is deprecated", () => {
  const { output = new Map<string, string>() } = clients.get("webhooks") ?? {};
  expect(output.get("operations/subscriptions.ts")?.match(/@deprecated/g)).toHaveLength(2);
});

it("is what the README shows", async () => {
  const readme = await readFile(new URL("../../../README.md", import.meta.url), "utf8");
  expect(readme).toContain(await readFile(join(FIXTURES, "readme/program.ts"), "utf8"));
});
