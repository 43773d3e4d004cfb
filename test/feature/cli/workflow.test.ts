/** generate and check, on a small document in a folder of its own. */
import { cp, mkdir, readdir, rm, stat, symlink } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Finished, unfold } from "../../support/cli.js";
import { DOCUMENT, smallProject, type SmallProject } from "../../support/project.js";

let cwd: string;
let write: SmallProject["write"];
let read: SmallProject["read"];
let remove: SmallProject["remove"];
beforeEach(async () => {
  ({ cwd, write, read, remove } = await smallProject());
});
afterEach(() => remove());

const run = (...args: string[]): Promise<Finished> => unfold(args, { cwd });
const thing = "client/schemas/thing.ts";

async function check(): Promise<{
  code: number | null;
  drift: { kind: string; path: string; causes: string[] }[];
}> {
  const { code, stdout } = await run("check", "--format", "json");
  return { code, drift: JSON.parse(stdout).projects[0].drift };
}

describe("generate", () => {
  it("takes the rule for enums from the command line, in the configuration's place", async () => {
    await write("api.yaml", DOCUMENT.replace("name: { type: string }", "name: { enum: [a, b] }"));
    await run("generate");
    expect(await read(thing)).toContain('name?: "a" | "b";');
    await run("generate", "--enums", "open");
    expect(await read(thing)).toContain('name?: "a" | "b" | (string & {});');
    const wrong = await run("generate", "--enums", "opened");
    expect(wrong).toMatchObject({ code: 2, stdout: "" });
    expect(wrong.stderr).toContain("Allowed choices are open, closed, auto.");
  });

  it("writes, does nothing again, and rewrites only what changed", async () => {
    const first = await run("generate");
    expect(first).toMatchObject({ code: 0, stderr: "" });
    expect(first.stdout).toMatch(/^small: 1 operations, 2 schemas; \d+ files written, 0 unchanged/);

    const before = await stat(join(cwd, thing));
    expect((await run("generate")).stdout).toMatch(/ 0 files written, \d+ unchanged, 0 removed/);

    await write("api.yaml", DOCUMENT.replace("size:", "weight:"));
    // Of all modules only one is made and formatted again; the text of the others is known.
    const third = JSON.parse((await run("generate", "--json")).stdout);
    expect(third).toMatchObject({ made: 1, written: 1, removed: 0 });
    expect(third.unchanged).toBeGreaterThan(30);
    expect(await read("client/schemas/other.ts")).toContain("weight?: number");
    expect((await stat(join(cwd, thing))).mtimeMs).toBe(before.mtimeMs);
  });

  it("fixes a file that was edited or deleted by hand", async () => {
    await run("generate");
    const text = await read(thing);
    await write(thing, "edited");
    await rm(join(cwd, "client/client.ts"));
    expect((await run("generate")).stdout).toContain(" 2 files written");
    expect(await read(thing)).toBe(text);
  });

  it("makes anew what was put back to an earlier state, as version control does", async () => {
    await run("generate");
    await cp(join(cwd, "client"), join(cwd, "before"), { recursive: true });
    const wider = DOCUMENT.replace("size:", "weight:");
    const putBack = async (document: string): Promise<void> => {
      await write("api.yaml", wider);
      await run("generate");
      await rm(join(cwd, "client"), { recursive: true });
      await cp(join(cwd, "before"), join(cwd, "client"), { recursive: true });
      await write("api.yaml", document);
    };
    // Nothing has changed since the last run but its output.
    await putBack(wider);
    expect((await run("generate")).stdout).toContain(" 1 files written");
    expect(await check()).toMatchObject({ code: 0 });
    // One schema is as it was in the last run, another has changed.
    await putBack(wider.replace("{ name: {", "{ title: {"));
    expect((await run("generate")).stdout).toContain(" 2 files written");
    expect(await check()).toMatchObject({ code: 0 });
  });

  it("deletes what it no longer makes, and nothing that it has not written", async () => {
    await run("generate");
    await write("client/notes.txt", "mine");
    await write("api.yaml", DOCUMENT.replace(/ {4}Other:.*\n/, ""));
    expect((await run("generate")).stdout).toContain(" 1 removed");
    expect(await readdir(join(cwd, "client/schemas"))).toEqual(["index.ts", "thing.ts"]);
    expect(await read("client/notes.txt")).toBe("mine");
  });

  it("refuses a folder that holds foreign files unless told", async () => {
    await mkdir(join(cwd, "client"));
    await write("client/mine.txt", "mine");
    const { code, stderr } = await run("generate");
    expect(code).toBe(2);
    expect(stderr).toContain("foreign-files");
    expect(await readdir(join(cwd, "client"))).toEqual(["mine.txt"]);
    expect((await run("generate", "--force")).code).toBe(0);
    expect(await read("client/mine.txt")).toBe("mine");
  });

  it("refuses to overwrite a foreign file where one of its own would go", async () => {
    await run("generate");
    await write("client/schemas/extra.ts", "mine");
    await write("api.yaml", `${DOCUMENT}    Extra: { type: object }\n`);
    const { code, stderr } = await run("generate");
    expect(code).toBe(2);
    expect(stderr).toContain("schemas/extra.ts");
    expect(await read("client/schemas/extra.ts")).toBe("mine");
  });

  it("never follows a link out of the output folder", async () => {
    await run("generate");
    await mkdir(join(cwd, "outside"));
    await rm(join(cwd, "client/schemas"), { recursive: true });
    await symlink(join(cwd, "outside"), join(cwd, "client/schemas"));
    const { code, stderr } = await run("generate");
    expect(code).toBe(3);
    expect(stderr).toContain("behind, a link");
    expect(await readdir(join(cwd, "outside"))).toEqual([]);
  });

  it("says what it did as JSON, or nothing", async () => {
    const { stdout } = await run("generate", "--json");
    expect(JSON.parse(stdout)).toMatchObject({
      project: "small",
      operations: 1,
      schemas: 2,
      removed: 0,
    });
    expect(await run("generate", "--quiet")).toEqual({ code: 0, stdout: "", stderr: "" });
  });

  it("turns warnings into errors under --strict", async () => {
    await write("api.yaml", DOCUMENT.replace(/ +parameters:.*\n/, ""));
    const lax = await run("generate");
    expect(lax).toMatchObject({ code: 0 });
    expect(lax.stderr).toMatch(
      /^warning: .*\[undeclared-path-parameter\]\n {2}at api\.yaml:\d+:\d+ #\/paths/,
    );
    expect(await run("generate", "--strict")).toMatchObject({ code: 3 });
  });
});

describe("check", () => {
  it("is silent about a fresh folder", async () => {
    await run("generate");
    expect(await run("check")).toEqual({ code: 0, stdout: "small: fresh\n", stderr: "" });
  });

  it("names each file, what is wrong with it, and why", async () => {
    await run("generate");
    await write(thing, `${await read(thing)}// edited\n`);
    await rm(join(cwd, "client/client.ts"));
    await write("client/more.ts", "");
    await write("api.yaml", DOCUMENT.replace("size:", "weight:"));
    const { code, drift } = await check();
    expect(code).toBe(1);
    expect(drift).toMatchObject([
      { kind: "missing", path: "client.ts", causes: ["hand-edit"] },
      { kind: "unexpected", path: "more.ts", causes: ["hand-edit"] },
      {
        kind: "stale",
        path: "schemas/other.ts",
        causes: ["spec"],
        hunk: expect.stringContaining("+  weight?: number;"),
      },
      {
        kind: "hand-edited",
        path: "schemas/thing.ts",
        causes: ["hand-edit"],
        hunk: expect.stringContaining("-// edited"),
      },
    ]);
  });

  it("says in text what has changed since, the first difference, and what fixes each", async () => {
    await run("generate");
    await write(thing, (await read(thing)).replace("name?", "nom?"));
    await rm(join(cwd, "client/client.ts"));
    await write("client/my notes.ts", "");
    await write("api.yaml", DOCUMENT.replace("size:", "weight:"));
    const { code, stdout } = await run("check");
    expect(code).toBe(1);
    expect(stdout).toBe(`small: 4 files are not what the generator makes
Changed since they were written: spec api.yaml
  missing     client.ts (deleted)
  unexpected  my notes.ts (not written by Unfold)
  stale       schemas/other.ts (spec)
    @@ -1,4 +1,4 @@
     // Generated by Unfold. Do not edit: change the document, an overlay or the configuration, and generate again.
     export interface Other {
    -  size?: number;
    +  weight?: number;
     }
  hand-edited schemas/thing.ts
    @@ -1,4 +1,4 @@
     // Generated by Unfold. Do not edit: change the document, an overlay or the configuration, and generate again.
     export interface Thing {
    -  nom?: string;
    +  name?: string;
     }
To fix it: unfold generate
To fix it: rm 'client/my notes.ts'
`);
  });

  it("does not mind the order of the configuration's keys", async () => {
    const small = {
      name: "small",
      document: "api.yaml",
      output: "client",
      docs: "full",
      raw: true,
    };
    const turned = Object.fromEntries(Object.entries(small).toReversed());
    await write("unfold.config.json", JSON.stringify({ projects: [small] }));
    await run("generate");
    await write("unfold.config.json", JSON.stringify({ projects: [turned] }));
    expect(await check()).toEqual({ code: 0, drift: [] });
    await write("unfold.config.json", JSON.stringify({ projects: [{ ...small, raw: false }] }));
    expect((await check()).drift).toContainEqual(
      expect.objectContaining({ path: "raw.ts", causes: ["config", "templates"] }),
    );
  });

  it("writes nothing", async () => {
    await run("check");
    expect(await readdir(cwd)).toEqual(["api.yaml", "node_modules", "unfold.config.json"]);
  });

  it("examines every project before it exits, and never says 0 on a failure", async () => {
    const projects = [
      { name: "broken", document: "missing.yaml", output: "x" },
      { name: "small", document: "api.yaml", output: "client" },
    ];
    await run("generate");
    await write("unfold.config.json", JSON.stringify({ projects }));
    const { code, stdout } = await run("check");
    expect(code).toBe(3);
    expect(stdout).toMatch(/broken: not examined[^]*missing\.yaml does not exist[^]*\nsmall: /);
  });

  it("speaks to GitHub, to JUnit readers and as JSON, of every project", async () => {
    await run("generate");
    await write(thing, "<&edited>\n");
    const projects = [
      { name: "broken", document: "missing.yaml", output: "x" },
      { name: "small", document: "api.yaml", output: "client" },
    ];
    await write("unfold.config.json", JSON.stringify({ projects }));
    const github = await run("check", "--format", "github");
    expect(github).toMatchObject({ code: 3 });
    expect(github.stdout).toMatch(
      /^::error file=missing\.yaml::broken: missing\.yaml does not exist\n::error file=client\/schemas\/thing\.ts::small: hand-edited .*%0A@@/,
    );
    const junit = await run("check", "--format", "junit");
    expect(junit).toMatchObject({ code: 3 });
    expect(junit.stdout).toContain('<testsuite name="broken" tests="1" failures="0" errors="1">');
    expect(junit.stdout).toContain('<testsuite name="small" tests="1" failures="1" errors="0">');
    expect(junit.stdout).toContain("-&lt;&amp;edited&gt;");
    const json = await run("check", "--format", "json");
    expect(json).toMatchObject({ code: 3 });
    expect(JSON.parse(json.stdout)).toMatchObject({
      projects: [
        { project: "broken", error: { code: "missing-file" }, drift: [] },
        { project: "small", drift: [{ kind: "hand-edited", fix: "unfold generate" }] },
      ],
    });
  });
});

describe("init and list", () => {
  it("writes a configuration to start from, once", async () => {
    await rm(join(cwd, "unfold.config.json"));
    expect(await run("init", "api.yaml", "-o", "client")).toMatchObject({ code: 0 });
    expect(await read("unfold.config.ts")).toContain('document: "api.yaml"');
    expect(await run("init")).toMatchObject({ code: 2 });
  });

  it.each([
    ["nope.json", "nope.json does not exist"],
    ["other.json", "other.json"],
  ])("writes none for what is not a document: %s", async (document, message) => {
    await write("other.json", "{}");
    await rm(join(cwd, "unfold.config.json"));
    const finished = await run("init", document);
    expect(finished.code).toBe(3);
    expect(finished.stderr).toContain(message);
    await expect(read("unfold.config.ts")).rejects.toThrow("ENOENT");
  });

  it("lists the operations", async () => {
    expect((await run("list")).stdout).toBe("getThing  GET    /things/{id}\n");
    const { operations } = JSON.parse((await run("list", "api.yaml", "--json")).stdout);
    expect(operations).toEqual([
      { name: "getThing", method: "GET", path: "/things/{id}", deprecated: false },
    ]);
  });
});
