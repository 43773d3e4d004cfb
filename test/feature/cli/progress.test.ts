/** What a run says while it works: one line of a terminal, which is gone at the end, and nothing in a pipe. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { progress } from "../../../generator/cli/support/output.js";
import { unfold, unfoldOnTerminal } from "../../support/cli.js";
import { DOCUMENT, type SmallProject, smallProject } from "../../support/project.js";

let project: SmallProject;
beforeEach(async () => {
  project = await smallProject();
});
afterEach(() => project.remove());

const COLUMNS = 30;

/** What stands on a terminal after each piece: `\r` goes to the start of the line, `ESC [K` clears what follows. */
function screens(text: string): readonly string[] {
  const lines = [""];
  const seen: string[] = [];
  let column = 0;
  for (const piece of text.match(/\r|\n|\u001b\[\d*[A-Za-z]|[^\r\n\u001b]+/g) ?? []) {
    const line = lines.at(-1) ?? "";
    if (piece === "\n") lines.push("");
    else if (piece === "\u001b[K") lines[lines.length - 1] = line.slice(0, column);
    else if (!/^[\r\u001b]/.test(piece))
      lines[lines.length - 1] = line.slice(0, column) + piece + line.slice(column + piece.length);
    if (/^[\r\n]/.test(piece)) column = 0;
    else if (!piece.startsWith("\u001b")) column += piece.length;
    seen.push(lines.join("\n"));
  }
  return seen;
}

describe("on a terminal", () => {
  it.each<[args: readonly string[], steps: readonly RegExp[], last: RegExp]>([
    [
      ["generate", "api.yaml", "-o", "client"],
      [/^client: reading the document$/m, /^client: module 1 of \d+: /m, /^client: writing$/m],
      /^client: 1 operations, /,
    ],
    [
      ["docs", "api.yaml", "-o", "docs"],
      [/^api\.yaml: making the pages/m],
      /^api\.yaml: 1 operations, /,
    ],
  ])("%j shows each step in one line, and nothing of it is left", async (args, steps, last) => {
    const run = await unfoldOnTerminal(args, { cwd: project.cwd, columns: COLUMNS });
    expect(run.code).toBe(0);
    const shown = screens(run.screen);
    for (const step of steps) expect(shown.some((screen) => step.test(screen))).toBe(true);
    expect(shown.at(-1)).toMatch(last);
    expect(shown.at(-1)).not.toMatch(/reading the document|module \d|writing$|making/m);
    const steppingLines = shown.flatMap(
      (screen) => /^[a-z.]+: (?:module|making).*/m.exec(screen) ?? [],
    );
    for (const line of steppingLines) expect(line.length).toBeLessThan(COLUMNS);
  });

  it("an error stands on a line of its own", async () => {
    await project.write("bad.yaml", DOCUMENT.replace("3.1.0", "9.9.9"));
    const args = ["generate", "bad.yaml", "-o", "client"];
    const run = await unfoldOnTerminal(args, { cwd: project.cwd, columns: 200 });
    expect(run.code).not.toBe(0);
    const shown = screens(run.screen);
    expect(shown).toContain("client: reading the document");
    const piped = await unfold(args, { cwd: project.cwd });
    expect(shown.at(-1)?.replaceAll(/ +$/gm, "")).toBe(piped.stdout + piped.stderr);
  });

  it.each([["--quiet"], ["--json"]])("there is none with %s", async (option) => {
    const args = ["generate", "api.yaml", "-o", "client", option];
    const { stderr } = await unfoldOnTerminal(args, { cwd: project.cwd, columns: COLUMNS });
    expect(stderr).toBe("");
  });

  it("there is none where lines cannot be cleared", async () => {
    const args = ["generate", "api.yaml", "-o", "client"];
    const env = { TERM: "dumb" };
    const { stderr } = await unfoldOnTerminal(args, { cwd: project.cwd, columns: COLUMNS, env });
    expect(stderr).toBe("");
  });
});

describe("in a pipe", () => {
  it.each([[["generate", "api.yaml", "-o", "client"]], [["docs", "api.yaml", "-o", "docs"]]])(
    "a short run of %j says nothing but its result",
    async (args) => {
      const run = await unfold(args, { cwd: project.cwd });
      expect(run.stderr).toBe("");
      expect(run.stdout).toMatch(/^[a-z.]+: 1 operations, /);
      expect(run.stdout).not.toMatch(/[\r\u001b]/);
    },
  );

  it("a long one says every ten seconds what it is doing", () => {
    vi.useFakeTimers({ toFake: ["performance"] });
    const { stderr } = process;
    const { isTTY } = stderr;
    const written: string[] = [];
    const write = vi.spyOn(stderr, "write").mockImplementation((text) => {
      written.push(String(text));
      return true;
    });
    try {
      stderr.isTTY = false;
      const line = progress({});
      for (let second = 0; second <= 25; second += 1) {
        line.show(`step ${second}`);
        vi.advanceTimersByTime(1_000);
      }
      line.done();
    } finally {
      stderr.isTTY = isTTY;
      write.mockRestore();
      vi.useRealTimers();
    }
    expect(written).toEqual(["step 10\n", "step 20\n"]);
  });
});
