/** What the line after a run says that a client needs, by what lies around the output. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { needsLine } from "../../../generator/cli/support/needs.js";

const INSTALLED = { "node_modules/openapi-fetch/package.json": "{}" };
const ASKED = { "package.json": '{ "dependencies": { "openapi-fetch": "*" } }' };
const OTHER = { "package.json": '{ "devDependencies": { "unfold-openapi": "*" } }' };

it.each<[what: string, files: Readonly<Record<string, string>>, command: string | undefined]>([
  ["nothing is there", {}, "npm i"],
  ["it is asked for and installed", { ...INSTALLED, ...ASKED }, undefined],
  ["it is installed, without a package.json", INSTALLED, undefined],
  ["it is installed for another package alone", { ...INSTALLED, ...OTHER }, "npm i"],
  ["it is asked for and not installed", ASKED, "npm i"],
  ["pnpm", { "pnpm-lock.yaml": "" }, "pnpm add"],
  ["yarn", { "yarn.lock": "" }, "yarn add"],
  ["bun", { "bun.lock": "" }, "bun add"],
  ["the nearest lock file counts", { "yarn.lock": "", "src/pnpm-lock.yaml": "" }, "pnpm add"],
  ["Plug'n'Play, which has no folders of packages", { ".pnp.cjs": "" }, undefined],
  ["a package.json that cannot be read", { ...INSTALLED, "package.json": "{" }, undefined],
])("%s", async (_, files, command) => {
  const folder = await mkdtemp(join(tmpdir(), "unfold-needs-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  const line = needsLine(join(folder, "src", "client"), ["openapi-fetch"]);
  expect(line).toBe(command && `The client needs openapi-fetch: ${command} openapi-fetch`);
});
