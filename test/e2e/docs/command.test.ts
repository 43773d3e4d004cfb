/** `unfold docs`: what is written, when nothing is, and what is never touched. */
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { unfold } from "../../support/cli.js";
import { DOCUMENT, smallProject, type SmallProject, textsIn } from "../../support/project.js";

let project: SmallProject;
beforeEach(async () => {
  project = await smallProject();
});
afterEach(() => project.remove());

const said = (written: number, unchanged: number, removed: number): RegExp =>
  new RegExp(`${written} files written, ${unchanged} unchanged, ${removed} removed`);

/** Pages with their twins, and what the site shares. */
const FILES = [
  ...["changes", "groups/things", "index", "operations/getThing", "schemas"].flatMap((page) => [
    `${page}.html`,
    `${page}.md`,
  ]),
  ...["Other", "Thing"].flatMap((name) => [`schemas/${name}.html`, `schemas/${name}.md`]),
  ...["llms.txt", "page.js", "search-lib.js", "search.js", "style.css", ".unfold.json"],
];

describe("unfold docs", () => {
  it("writes a page and a twin for each operation and schema, and nothing when nothing changed", async () => {
    const first = await unfold(["docs", "-o", "out"], { cwd: project.cwd });
    expect(first).toMatchObject({ code: 0, stderr: "" });
    expect(first.stdout).toMatch(said(17, 0, 0));
    const texts = await textsIn(join(project.cwd, "out"));
    expect([...(texts?.keys() ?? [])].sort()).toEqual(
      FILES.filter((path) => !path.startsWith("changes")).sort(),
    );
    const again = await unfold(["docs", "-o", "out"], { cwd: project.cwd });
    expect(again.stdout).toMatch(said(0, 17, 0));
    await rm(join(project.cwd, "node_modules"), { recursive: true });
    const anew = await unfold(["docs", "-o", "out"], { cwd: project.cwd });
    expect(anew.stdout).toMatch(said(0, 17, 0));
    expect(await textsIn(join(project.cwd, "out"))).toEqual(texts);
  });

  it("takes a document without a configuration, from anywhere", async () => {
    await rm(join(project.cwd, "unfold.config.json"));
    await unfold(["docs", "api.yaml", "-o", "a"], { cwd: project.cwd });
    await mkdir(join(project.cwd, "inner"));
    await unfold(["docs", "../api.yaml", "-o", "../b"], { cwd: join(project.cwd, "inner") });
    const [a, b] = await Promise.all(["a", "b"].map((name) => textsIn(join(project.cwd, name))));
    const pages = (texts: typeof a) =>
      [...(texts ?? [])].filter(([path]) => path !== ".unfold.json");
    expect(pages(a)).toHaveLength(17);
    expect(pages(b)).toEqual(pages(a));
  });

  it("removes what it wrote and no longer needs, and nothing else", async () => {
    await unfold(["docs", "-o", "out"], { cwd: project.cwd });
    await writeFile(join(project.cwd, "out", "CNAME"), "docs.test");
    await project.write("api.yaml", DOCUMENT.replace(/^ {4}Other.*$/m, ""));
    const run = await unfold(["docs", "-o", "out"], { cwd: project.cwd });
    expect(run.stdout).toMatch(/ 2 removed/);
    const texts = await textsIn(join(project.cwd, "out"));
    expect(texts?.has("schemas/Other.html")).toBe(false);
    expect(texts?.get("CNAME")).toBe("docs.test");
  });

  it("writes into no folder of somebody else's", async () => {
    await mkdir(join(project.cwd, "out"));
    await writeFile(join(project.cwd, "out", "index.html"), "mine");
    const run = await unfold(["docs", "-o", "out"], { cwd: project.cwd });
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toContain("which Unfold has not written [foreign-files]");
    expect(await project.read("out/index.html")).toBe("mine");
  });

  it("tells what has changed since an earlier document", async () => {
    await project.write(
      "old.yaml",
      DOCUMENT.replace("name: { type: string }", "title: { type: string }"),
    );
    const run = await unfold(["docs", "-o", "out", "--since", "old.yaml"], { cwd: project.cwd });
    expect(run).toMatchObject({ code: 0, stderr: "" });
    const texts = await textsIn(join(project.cwd, "out"));
    expect([...(texts?.keys() ?? [])].sort()).toEqual([...FILES].sort());
    const diff = await unfold(["diff", "old.yaml", "--format", "json"], { cwd: project.cwd });
    const [report]: readonly { readonly changes: readonly { readonly symbol: string }[] }[] =
      JSON.parse(diff.stdout).projects;
    if (report === undefined) throw new Error("There is no report");
    expect(report.changes.length).toBeGreaterThan(1);
    for (const { symbol } of report.changes) {
      expect(texts?.get("changes.html")).toContain(symbol);
      expect(texts?.get("changes.md")).toContain(symbol);
    }
    expect(texts?.get("changes.html")).toContain('href="schemas/Thing.html"');
    const again = await unfold(["docs", "-o", "out", "--since", "old.yaml"], { cwd: project.cwd });
    expect(again.stdout).toMatch(said(0, 19, 0));
  });

  it("reads the earlier document as its own: through the project, or both as they are", async () => {
    await project.write(
      "more.yaml",
      `overlay: 1.0.0
info: { title: More, version: "1" }
actions:
  - target: $.components.schemas.Thing.properties
    update: { added: { type: string } }
`,
    );
    const config = JSON.parse(await project.read("unfold.config.json"));
    config.projects[0].overlays = ["more.yaml"];
    await project.write("unfold.config.json", JSON.stringify(config));
    const same = ["docs", "-o", "out", "--since", "api.yaml"];
    expect(await unfold(same, { cwd: project.cwd })).toMatchObject({ code: 0 });
    expect(await project.read("out/changes.md")).toMatch(/nothing has changed/i);
    const bare = ["docs", "api.yaml", "-o", "bare", "--since", "git:HEAD"];
    expect(await unfold(bare, { cwd: project.cwd })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("git:HEAD cannot be read without a project"),
    });
  });

  it("names what is wrong with a document or an option", async () => {
    await project.write("api.yaml", "openapi: 3.1.0\npaths: { /a: { get: { responses: 3 } } }");
    const bad = await unfold(["docs", "-o", "out"], { cwd: project.cwd });
    expect([bad.code, bad.stderr]).toEqual([3, expect.stringContaining("api.yaml:2")]);
    const other = await unfold(["docs", "--project", "x"], { cwd: project.cwd });
    expect([other.code, other.stderr]).toEqual([2, expect.stringContaining('no project "x"')]);
  });
});
