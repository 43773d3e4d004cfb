/** The help of each command: its examples work as they stand, in a project of their own. */
import { execFile } from "node:child_process";
import { once } from "node:events";
import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MAIN, start, unfoldProcess } from "../../support/cli.js";
import { ROOT } from "../../support/package/packed.js";

const run = promisify(execFile);
const COMMANDS = ["init", "generate", "check", "diff", "pull", "docs", "pack", "list"] as const;
const PETS = join(ROOT, "test/feature/operations/fixtures/readme/openapi.yaml");
const JSON_DOCUMENT = { openapi: "3.1.0", info: { title: "Pets", version: "1" }, paths: {} };

const CONFIG = `export default {
  projects: [
    {
      name: "api",
      document: "spec/source.json",
      output: "client",
      package: { name: "@acme/pets", version: "1.0.0", description: "", license: "MIT" },
    },
  ],
};
`;

/** What a line of the examples says, without the comment behind it. */
function examplesOf(help: string): string[] {
  const [, examples = ""] = help.split("Examples:\n");
  return examples
    .split("\n")
    .flatMap((line) => /^ {2}(unfold\b[^#]*?)\s*(?:#.*)?$/.exec(line)?.[1] ?? []);
}

const examples = new Map(
  await Promise.all(
    COMMANDS.map(async (name) => {
      const { stdout } = await unfoldProcess([name, "--help"], { cwd: tmpdir() });
      return [name, examplesOf(stdout)] as const;
    }),
  ),
);

let base: string;
let origin: string;
const server = createServer((_, response) => response.end(JSON.stringify(JSON_DOCUMENT)));
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), "unfold-help-"));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await mkdir(join(base, "bin"));
  await writeFile(join(base, "bin/unfold"), `#!/bin/sh\nexec node ${MAIN} "$@"\n`);
  await chmod(join(base, "bin/unfold"), 0o755);
  await makeTemplate(join(base, "template"));
});
afterAll(() => {
  server.close();
  return rm(base, { recursive: true, force: true });
});

/** A repository with a configuration, three documents, a program and a tag; the client is generated. */
async function makeTemplate(folder: string): Promise<void> {
  await mkdir(folder);
  for (const name of ["api.yaml", "old.yaml", "new.yaml"]) await cp(PETS, join(folder, name));
  const files = {
    "unfold.config.ts": CONFIG,
    "package.json": '{ "type": "module" }',
    "spec/openapi.json": JSON.stringify(JSON_DOCUMENT),
    "node_modules/@acme/api/package.json": '{ "name": "@acme/api", "version": "1.3.0" }',
    "node_modules/@acme/api/openapi.json": JSON.stringify(JSON_DOCUMENT),
    ".gitignore": "node_modules\n",
    "tsconfig.json": '{ "compilerOptions": { "types": [], "noEmit": true }, "include": ["*.ts"] }',
  };
  for (const [name, text] of Object.entries(files)) {
    await mkdir(join(folder, name, ".."), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  const git = "git -c user.name=a -c user.email=a@example.com";
  await sh(
    `unfold pull npm:@acme/api@1.3.0/openapi.json && unfold generate --quiet &&
    git init -q && git add . && ${git} commit -qm first && git tag v1.2.0 && git update-ref refs/remotes/origin/main HEAD`,
    folder,
  );
}

/** A copy of it, as examples change what they find. */
async function project(): Promise<string> {
  const folder = await mkdtemp(join(base, "project-"));
  await cp(join(base, "template"), folder, { recursive: true });
  return folder;
}

const env = () => ({
  PATH: `${join(base, "bin")}:${process.env["PATH"]}`,
  TOKEN: "t",
  NO_COLOR: "1",
});

async function sh(line: string, cwd: string): Promise<string> {
  const { stdout, stderr } = await run("sh", ["-ec", line], {
    cwd,
    env: { ...process.env, ...env() },
  });
  return stdout + stderr;
}

describe.each(COMMANDS)("unfold %s --help", (name) => {
  const lines = examples.get(name) ?? [];

  it("has examples, of which each begins with the command", () => {
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toMatch(`unfold ${name}`);
  });

  it.each(lines.filter((line) => !line.includes("--watch")))("works: %s", async (line) => {
    const folder = await project();
    if (name === "init") await rm(join(folder, "unfold.config.ts"));
    if (/--project (\S+)/.exec(line))
      expect(await readFile(join(folder, "unfold.config.ts"), "utf8")).toContain('"api"');
    // The host of the examples is made up: the test's server has its document.
    await sh(line.replace("https://api.acme.test", origin), folder);
  });

  it.each(lines.filter((line) => line.includes("--watch")))(
    "works until it is ended: %s",
    async (line) => {
      const watching = start("sh", ["-ec", `exec ${line}`], { cwd: await project(), env: env() });
      await watching.until(/Watching for changes/);
      watching.kill("SIGINT");
      expect((await watching.finished).code).toBe(130);
    },
  );
});

it("knows every command", async () => {
  const { stdout } = await unfoldProcess(["--help"], { cwd: tmpdir() });
  const told = Array.from(stdout.matchAll(/^ {2}([a-z]+)(?: \[| <)/gm), ([, name]) => name);
  expect(told.filter((name) => name !== "help").sort()).toEqual([...COMMANDS].sort());
});
