/** Ctrl-C at any moment: the output is what it was, or wholly what it is to be, and the exit code says so. */
import { execFileSync } from "node:child_process";
import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { MAIN, start, unfoldProcess } from "../../support/cli.js";
import { DOCUMENT, smallProject, type SmallProject, textsIn } from "../../support/project.js";

const HOOK = new URL("signal-at.mjs", import.meta.url).href;
const WIDER = DOCUMENT.replace("size:", "weight:").replace(
  "    Thing:",
  "    More: {}\n    Thing:",
);

let project: SmallProject;
beforeEach(async () => {
  project = await smallProject();
});
afterEach(() => project.remove());

const output = () => textsIn(join(project.cwd, "client"));

describe("Ctrl-C during generate", () => {
  it("while the document is read, modules are made or files wait, leaves everything as it was", async () => {
    await unfoldProcess(["generate"], project);
    const before = await output();
    await project.write("api.yaml", WIDER);
    for (const moment of ["readFile .unfold.json", "readFile client.ts", "writeFile .new"]) {
      const env = { NODE_OPTIONS: `--import ${HOOK}`, SIGNAL_AT: moment };
      expect(await unfoldProcess(["generate"], { ...project, env }), moment).toEqual({
        code: 130,
        stdout: "",
        stderr: "Interrupted; nothing is left half done.\n",
      });
      expect(await output()).toEqual(before);
    }
    expect(await unfoldProcess(["generate"], project)).toMatchObject({ code: 0 });
  });

  it("while files take their places lets them, and begins no other project", async () => {
    const projects = ["one", "two"].map((name) => ({ name, document: "api.yaml", output: name }));
    await project.write("unfold.config.json", JSON.stringify({ projects }));
    const env = { NODE_OPTIONS: `--import ${HOOK}`, SIGNAL_AT: "rename .new" };
    const { code, stdout } = await unfoldProcess(["generate"], { ...project, env });
    expect(code).toBe(130);
    expect(stdout).toMatch(/^one: /);
    expect(stdout).not.toMatch(/^two: /m);
    expect(await textsIn(join(project.cwd, "two"))).toBeUndefined();
    const { stdout: report } = await unfoldProcess(["check", "--format", "json"], project);
    expect(JSON.parse(report).projects[0].drift).toEqual([]);
  });

  it.each([150, 450])("after %i ms, from outside, leaves no part", async (delay) => {
    const running = start(process.execPath, [MAIN, "generate"], project);
    await setTimeout(delay);
    running.kill("SIGINT");
    const { code } = await running.finished;
    if (code === 130) expect([undefined, 45]).toContain((await output())?.size);
    else expect(code).toBe(0);
  });
});

describe("Ctrl-C during diff of a revision", () => {
  it("leaves nothing in the repository, nor beside it", async () => {
    const { cwd } = project;
    const git = (...args: string[]): string =>
      execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@t", ...args], {
        cwd,
      }).toString();
    git("init", "-q");
    git("add", "api.yaml", "unfold.config.json");
    git("commit", "-qm", "x");
    await mkdir(join(cwd, "temporary"));
    const before = await textsIn(join(cwd, ".git"));
    const env = {
      NODE_OPTIONS: `--import ${HOOK}`,
      SIGNAL_AT: "symlink node_modules",
      TMPDIR: join(cwd, "temporary"),
    };
    expect(await unfoldProcess(["diff", "git:HEAD"], { cwd, env })).toMatchObject({
      code: 130,
      stdout: "",
    });
    expect(await readdir(join(cwd, "temporary"))).toEqual([]);
    expect(await textsIn(join(cwd, ".git"))).toEqual(before);
  });
});

describe("generate --watch", () => {
  it("follows the document, outlives a broken one, and ends with Ctrl-C", async () => {
    const { write, read } = project;
    const running = start(process.execPath, [MAIN, "generate", "--watch"], project);
    onTestFinished(() => running.kill("SIGKILL"));
    await running.until(/^Watching for changes/m);
    expect(await read("client/schemas/other.ts")).toContain("size?: number");

    await write("api.yaml", DOCUMENT.replace("size:", "weight:"));
    await running.until(/ 1 files written/);
    expect(await read("client/schemas/other.ts")).toContain("weight?: number");

    const before = await output();
    await write("api.yaml", "openapi: 3.1.0\npaths: [");
    await running.until(/^error: [^]*at api\.yaml:2:\d+/m);
    expect(await output()).toEqual(before);

    await write("api.yaml", WIDER);
    await running.until(/ \d files written/);
    expect(await read("client/schemas/more.ts")).toContain("export type More");

    running.kill("SIGINT");
    expect(await running.finished).toMatchObject({ code: 130 });
    expect(await unfoldProcess(["check"], project)).toMatchObject({ code: 0 });
  });
});
