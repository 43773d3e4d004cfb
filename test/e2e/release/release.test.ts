/** What `npm run release` decides and writes, in a repository of its own. */
import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { releasedChangelog, writeRelease } from "../../../scripts/release/files.js";
import { nextRelease } from "../../../scripts/release/version.js";

const ROOT = new URL("../../../", import.meta.url).pathname;
const DATE = { version: "1.1.0", date: "2026-01-31" };

describe("the changelog", () => {
  it.each<[what: string, changelog: string, notes: string, want: string]>([
    [
      "moves what is unreleased under the version",
      "# Changelog\n\n## Unreleased\n\n- More.\n",
      "",
      "# Changelog\n\n## Unreleased\n\n## 1.1.0 (2026-01-31)\n\n- More.\n",
    ],
    [
      "keeps older entries, and adds the client's changes",
      "# Changelog\n\n## Unreleased\n\n- More.\n\n## 1.0.0 (2025-01-01)\n\n- First.\n",
      "## Breaking\n\n- Less.",
      "# Changelog\n\n## Unreleased\n\n## 1.1.0 (2026-01-31)\n\n- More.\n\n### The client\n\n" +
        "#### Breaking\n\n- Less.\n\n## 1.0.0 (2025-01-01)\n\n- First.\n",
    ],
  ])("%s", (_, changelog, notes, want) => {
    expect(releasedChangelog(changelog, { ...DATE, notes })).toBe(want);
  });

  it.each([
    ["# Changelog\n", 'CHANGELOG.md has no section "## Unreleased"'],
    ["# Changelog\n\n## Unreleased\n", '"## Unreleased" of CHANGELOG.md is empty'],
  ])("is refused where nothing is told: %j", (changelog, message) => {
    expect(() => releasedChangelog(changelog, { ...DATE, notes: "" })).toThrow(message);
  });
});

describe("the version", () => {
  let root: string;
  const git = async (...args: readonly string[]): Promise<void> => {
    const identity = ["-c", "user.name=a", "-c", "user.email=a@example.com"];
    await promisify(execFile)("git", [...identity, ...args], { cwd: root });
  };
  const document = (paths: object): string =>
    JSON.stringify({ openapi: "3.1.0", info: { title: "A", version: "1" }, paths });
  const operation = { operationId: "list", responses: { 204: { description: "Done" } } };

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), "unfold-release-"));
    // The command runs from its sources, which are those of this repository.
    for (const name of ["generator", "templates", "node_modules"])
      await symlink(join(ROOT, name), join(root, name));
    await mkdir(join(root, "spec"));
    await writeFile(join(root, "spec/api.json"), document({ "/a": { get: operation } }));
    await writeFile(
      join(root, "unfold.config.ts"),
      'export default { projects: [{ name: "a", document: "spec/api.json", output: "out",\n' +
        '  package: { name: "a", version: "0.1.0", description: "", license: "MIT" } }] };\n',
    );
    for (const name of ["package.json", "package-lock.json"])
      await cp(join(ROOT, name), join(root, name));
    await writeFile(join(root, "CHANGELOG.md"), "# Changelog\n\n## Unreleased\n\n- More.\n");
    await git("init", "-q");
    await git("add", "spec", "unfold.config.ts", "package.json", "CHANGELOG.md");
    await git("commit", "-qm", "first");
  });
  afterAll(() => rm(root, { recursive: true, force: true }));

  it("is the present one for the first release", async () => {
    expect(await nextRelease(root, "0.1.0", undefined)).toEqual({
      version: "0.1.0",
      since: undefined,
      notes: "",
    });
  });

  it("follows from what has changed in the client since the tag", async () => {
    await git("tag", "v0.1.0");
    const same = await nextRelease(root, "0.1.0", undefined);
    expect(same).toEqual({ version: "0.1.1", since: "v0.1.0", notes: "" });
    await writeFile(join(root, "spec/api.json"), document({}));
    const less = await nextRelease(root, "0.1.0", undefined);
    expect(less).toMatchObject({ version: "0.2.0", since: "v0.1.0" });
    expect(less.notes).toContain("1 breaking");
    await expect(nextRelease(root, "0.1.0", "0.1.5")).rejects.toThrow("0.1.5 is too low");
    await expect(nextRelease(root, "0.1.0", "next")).rejects.toThrow("next is not a version");
    expect(await nextRelease(root, "0.1.0", "0.10.0")).toMatchObject({ version: "0.10.0" });
  });

  it("stands in each file that has it", async () => {
    await writeRelease(root, { version: "0.2.0", date: "2026-01-31", notes: "" });
    const read = (name: string): Promise<string> => readFile(join(root, name), "utf8");
    expect(JSON.parse(await read("package.json"))).toMatchObject({ version: "0.2.0" });
    const lock = JSON.parse(await read("package-lock.json"));
    expect([lock.version, lock.packages[""].version]).toEqual(["0.2.0", "0.2.0"]);
    expect(await read("unfold.config.ts")).toContain('version: "0.2.0"');
    expect(await read("CHANGELOG.md")).toContain("## 0.2.0 (2026-01-31)");
  });
});
