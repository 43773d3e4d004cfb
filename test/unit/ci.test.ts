/** Continuous integration runs what CONTRIBUTING tells to run, wherever it runs. */
import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { readWorkflow } from "../support/workflow.js";

const ROOT = new URL("../../", import.meta.url);
const read = (path: string): Promise<string> => readFile(new URL(path, ROOT), "utf8");
const workflow = await readWorkflow(new URL(".github/workflows/ci.yml", ROOT).pathname);
const commands = ((await read(".ci/run")).match(/^npm .+$/gm) ?? []).map((line) => line.trim());

function commandsOf(job: string): readonly string[] {
  return (workflow.jobs[job]?.steps ?? []).flatMap(({ run }) => run ?? []);
}

it("runs the same commands in .ci/run and in the workflow", () => {
  expect(commands.length).toBeGreaterThan(4);
  expect(commandsOf("all")).toEqual(commands);
});

it("runs on other versions of Node what .ci/run runs on one", async () => {
  const { scripts } = JSON.parse(await read("package.json")) as { scripts: Record<string, string> };
  // `test:all` has every test of `npm test`.
  expect(scripts["test:all"]).toMatch(/^vitest run --config test\/vitest\.all\.config\.ts /);
  const known = [...commands, "npm test"];
  expect(commandsOf("nodes").filter((command) => !known.includes(command))).toEqual([]);
  expect(Object.keys(workflow.jobs)).toEqual(["all", "nodes"]);
});

it("runs scripts that there are, each told in CONTRIBUTING", async () => {
  const { scripts } = JSON.parse(await read("package.json")) as { scripts: Record<string, string> };
  const told = await read("CONTRIBUTING.md");
  for (const [, name = ""] of commands.join("\n").matchAll(/^npm run (\S+)/gm)) {
    expect(Object.keys(scripts)).toContain(name);
    expect(told).toContain(`npm run ${name}`);
  }
});
