/** The command, and the version that it proposes. */
import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { nextVersion } from "../../../generator/diff/rules/version.js";
import { type Finished, unfold } from "../../support/cli.js";

describe("the next version", () => {
  it.each([
    ["1.2.3", "major", "2.0.0"],
    ["1.2.3", "minor", "1.3.0"],
    ["1.2.3", "patch", "1.2.4"],
    ["1.2.3", "none", "1.2.3"],
    ["0.2.3", "major", "0.3.0"],
    ["0.2.3", "minor", "0.2.4"],
    ["1.2.3-beta.1", "patch", "1.2.4"],
  ] as const)("after %s with a %s change is %s", (version, bump, next) => {
    expect(nextVersion(version, bump)).toBe(next);
  });
});

describe("unfold diff", () => {
  const OLD = `openapi: 3.1.0
info: { title: Small, version: "1" }
paths: {}
components:
  schemas:
    Thing: { type: object, required: [name], properties: { name: { type: string } } }
`;
  const NEW = OLD.replace("required: [name], ", "").replace(
    "properties: {",
    "properties: { more: { type: integer },",
  );

  let cwd: string;
  beforeEach(async () => {
    cwd = await mkdtemp(join(tmpdir(), "unfold-diff-"));
    await mkdir(join(cwd, "node_modules"));
    await write("old.yaml", OLD);
    await write("new.yaml", NEW);
  });
  afterEach(() => rm(cwd, { recursive: true, force: true }));
  const write = (path: string, text: string): Promise<void> => writeFile(join(cwd, path), text);
  const run = (...args: string[]): Promise<Finished> => unfold(args, { cwd });

  it("names every change on both axes, with pointer, symbol and bump", async () => {
    const { code, stdout } = await run("diff", "old.yaml", "new.yaml", "--format", "json");
    expect(code).toBe(0);
    const { projects } = JSON.parse(stdout);
    expect(projects).toHaveLength(1);
    expect(projects[0]).toMatchObject({
      bump: "major",
      changes: [
        {
          rule: "response-property-added",
          wire: "compatible",
          types: "minor",
          bump: "minor",
          pointer: "/components/schemas/Thing/properties/more",
          symbol: "Thing.more",
        },
        { rule: "response-property-became-optional", bump: "major", symbol: "Thing.name" },
      ],
    });
  });

  it("speaks as text, as Markdown and to GitHub, the verdict first", async () => {
    expect((await run("diff", "old.yaml", "new.yaml")).stdout).toMatch(
      /^1 breaking, 1 compatible: the next version is a major one\n\nbreaking\n {2}thing\n {4}response-property-became-optional {2}Thing\.name\n/,
    );
    const markdown = await run("diff", "old.yaml", "new.yaml", "--format", "markdown");
    expect(markdown.stdout).toMatch(
      /^## Small 1\n\n1 breaking, 1 compatible: [^\n]*\n\n### Breaking\n\n- \*\*thing\*\*\n {2}- fields that may be absent: `Thing\.name`\n/,
    );
    const github = await run("diff", "old.yaml", "new.yaml", "--format", "github");
    expect(github.stdout).toMatch(
      /^::error file=new\.yaml,line=6,col=\d+,title=response-property-became-optional::Thing\.name /,
    );
    expect(github.stdout).toContain("::notice file=new.yaml,line=6,");
  });

  it("counts changes of documentation, and tells them with --docs", async () => {
    await write("new.yaml", OLD.replace("name: {", "name: { description: What it is,"));
    const short = await run("diff", "old.yaml", "new.yaml");
    expect(short.stdout).toBe("1 of documentation: the next version is a patch one\n");
    const long = await run("diff", "old.yaml", "new.yaml", "--docs");
    expect(long.stdout).toContain("docs-changed  Thing.name: What it is\n");
    await write("new.yaml", OLD.replace("info:", "info:  "));
    expect((await run("diff", "old.yaml", "new.yaml")).stdout).toBe("nothing has changed\n");
  });

  it("counts a new value of a response as minor, and as major with --strict-enums", async () => {
    const kinds = (...values: string[]) =>
      OLD.replace("{ type: string }", `{ type: string, enum: [${values.join(", ")}] }`);
    await write("old.yaml", kinds("a"));
    await write("new.yaml", kinds("a", "b"));
    expect((await run("diff", "old.yaml", "new.yaml")).stdout).toMatch(
      /^1 exhaustive: the next version is a minor one\n/,
    );
    const strict = await run("diff", "old.yaml", "new.yaml", "--strict-enums");
    expect(strict.stdout).toMatch(/^1 exhaustive: the next version is a major one\n/);
    const args = ["old.yaml", "new.yaml", "--fail-on", "major"];
    expect((await run("diff", ...args)).code).toBe(0);
    expect((await run("diff", ...args, "--strict-enums")).code).toBe(1);
  });

  it.each([
    [["old.yaml", "new.yaml", "--fail-on", "major"], 1],
    [["new.yaml", "old.yaml", "--fail-on", "any"], 1],
    [["old.yaml", "old.yaml", "--fail-on", "any"], 0],
    [["old.yaml", "new.yaml"], 0],
    [["missing.yaml", "new.yaml"], 3],
    [["old.yaml", "new.yaml", "--fail-on", "tiny"], 2],
    [["old.yaml", "new.yaml", "--format", "html"], 0],
    [["old.yaml", "new.yaml", "--format", "html", "--impact", "tsconfig.json"], 2],
  ])("%j exits with %i", async (args, code) => {
    expect((await run("diff", ...args)).code).toBe(code);
  });

  describe("reads both sides the same way", () => {
    const overlay = `overlay: 1.0.0
info: { title: More, version: "1" }
actions:
  - target: $.components.schemas.Thing.properties
    update: { added: { type: string } }
`;
    const small = {
      name: "small",
      document: "old.yaml",
      overlays: ["more.yaml"],
      output: "client",
    };
    const commit = () => {
      const git = (...args: string[]) => execFileSync("git", args, { cwd, stdio: "pipe" });
      git("init", "-q");
      git("add", "--all");
      git("-c", "user.name=t", "-c", "user.email=t@t", "commit", "-qm", "x");
    };
    const configure = (...projects: object[]) =>
      write("unfold.config.json", JSON.stringify({ projects }));
    beforeEach(async () => {
      await write("more.yaml", overlay);
      await write("copy.yaml", OLD);
      await configure(small);
      commit();
    });

    it.each([
      [["old.yaml"]],
      [["copy.yaml"]],
      [["git:HEAD"]],
      [["git:HEAD", "old.yaml"]],
      [["old.yaml", "git:HEAD"]],
      [["copy.yaml", "old.yaml", "--project", "small"]],
      [["copy.yaml", "old.yaml", "--no-project"]],
      [["old.yaml", "copy.yaml"]],
    ])("so that a document differs from itself in nothing: %j", async (args) => {
      const finished = await run("diff", ...args, "--fail-on", "any");
      expect(finished).toMatchObject({ code: 0, stdout: "nothing has changed\n", stderr: "" });
    });

    it("with a path from where the command runs, wherever the configuration is", async () => {
      await mkdir(join(cwd, "below"));
      await write("below/near.yaml", NEW);
      const args = ["diff", "../old.yaml", "near.yaml"];
      const { stdout } = await unfold(args, { cwd: join(cwd, "below") });
      expect(stdout).toContain("1 breaking, 1 compatible");
    });

    it("for each of several projects, or for the one that is chosen", async () => {
      await configure(small, { ...small, name: "other", document: "new.yaml", output: "other" });
      const both = await run("diff", "git:HEAD");
      expect(both).toMatchObject({ code: 2 });
      expect(both.stderr).toContain('there is no project "other"');
      execFileSync("git", ["add", "--all"], { cwd });
      execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@t", "commit", "-qm", "y"], {
        cwd,
      });
      await write("new.yaml", OLD);
      const { stdout } = await run("diff", "git:HEAD");
      expect(stdout).toMatch(/^small:\nnothing has changed\n\nother:\n/);
      expect(stdout).toContain("Thing.more");
      const one = await run("diff", "git:HEAD", "--project", "small");
      expect(one.stdout).toBe("nothing has changed\n");
      expect(await run("diff", "old.yaml")).toMatchObject({
        code: 2,
        stderr: expect.stringContaining("there are several projects"),
      });
    });
  });

  it("compares a revision of the project with what is there now", async () => {
    const projects = [{ name: "small", document: "api.yaml", output: "client" }];
    await write("unfold.config.json", JSON.stringify({ projects }));
    await write("api.yaml", OLD);
    const git = (...args: string[]) => execFileSync("git", args, { cwd, stdio: "pipe" });
    git("init", "-q");
    git("add", "api.yaml", "unfold.config.json");
    git("-c", "user.name=t", "-c", "user.email=t@t", "commit", "-qm", "x");
    await write("api.yaml", NEW);
    const { stdout } = await run("diff", "git:HEAD");
    expect(stdout).toContain("response-property-became-optional");
    expect(git("worktree", "list").toString().trim().split("\n")).toHaveLength(1);
    expect(await run("diff", "git:nowhere")).toMatchObject({ code: 3 });
  });

  it("is told in short by generate, with the next version and a changelog entry", async () => {
    const info = { name: "small", version: "1.0.0", description: "", license: "MIT" };
    const projects = [{ name: "small", document: "api.yaml", output: "client", package: info }];
    await write("unfold.config.json", JSON.stringify({ projects }));
    await write("api.yaml", OLD);
    expect((await run("generate")).stdout).not.toContain("since the last run");
    await write("api.yaml", NEW);
    await write("CHANGELOG.md", "# Changelog\n\nWhat changed.\n\n## 1.0.0\n\n- First.\n");
    const { stdout } = await run("generate", "--changelog", "CHANGELOG.md");
    expect(stdout).toContain(
      "since the last run: 1 breaking, 1 compatible: the next version is a major one (1.0.0 → 2.0.0)",
    );
    expect(await readFile(join(cwd, "CHANGELOG.md"), "utf8")).toMatch(
      /^# Changelog\n\nWhat changed\.\n\n## 2\.0\.0 \(\d{4}-\d\d-\d\d\)\n\n1 breaking[^]*### Breaking\n[^]*\n\n## 1\.0\.0\n\n- First\.\n$/,
    );
  });
});
