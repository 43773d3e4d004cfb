/** The output folder is what it was, or what it is to be, whenever the run that writes it ends. */
import { spawn } from "node:child_process";
import fs, { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { UnfoldError } from "../../../generator/support/diagnostic.js";
import { writeOutput } from "../../../generator/write/disk.js";
import { recover } from "../../../generator/write/swap.js";
import { MAIN } from "../../support/cli.js";

type Files = Readonly<Record<string, string>>;

const BEFORE: Files = { "a.ts": "old a", "b/c.ts": "c", "gone/d.ts": "d" };
const AFTER: Files = { "a.ts": "new a", "b/c.ts": "c", "b/e.ts": "e", "new/f.ts": "f" };
const NOTE = { "note.txt": "somebody's own" };

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), "unfold-swap-"));
});
afterEach(() => rm(cwd, { recursive: true, force: true }));

/** `name`: a folder in which a run has written `BEFORE`. */
async function folderBefore(name: string): Promise<string> {
  const folder = join(cwd, name);
  await put(folder, BEFORE);
  await writeFile(join(folder, "note.txt"), NOTE["note.txt"]);
  return folder;
}

function put(folder: string, files: Files, signal?: AbortSignal): Promise<unknown> {
  const listed = new Map(Object.keys(files).map((path) => [path, ["-"]]));
  const manifest = { unfold: "x", inputs: [], files: listed };
  return writeOutput(folder, new Map(Object.entries(files)), manifest, { signal });
}

/** What is in a folder besides the manifest; undefined where there is no folder. */
async function contents(folder: string): Promise<Files | undefined> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => {});
  if (entries === undefined) return undefined;
  const names = entries
    .filter((entry) => entry.isFile() && entry.name !== ".unfold.json")
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
  return Object.fromEntries(names.map((name, n) => [name, texts[n] ?? ""]));
}

/** Writes files in a process that kills itself at a moment; the signal that ended it. */
function killedAt(moment: number, folder: string, files: Files): Promise<NodeJS.Signals | null> {
  const script = fileURLToPath(new URL("stopped-run.mjs", import.meta.url));
  const disk = pathToFileURL(join(dirname(MAIN), "../write/disk.js")).href;
  const args = [script, disk, folder, JSON.stringify(files), String(moment)];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: "inherit" });
    child.on("error", reject).on("close", (_, signal) => resolve(signal));
  });
}

/** Tries every moment up to the first one that is never reached, two at a time; their number. */
async function atEveryMoment(check: (moment: number) => Promise<boolean>): Promise<number> {
  for (let moment = 1; ; moment += 2) {
    const [first, second] = await Promise.all([check(moment), check(moment + 1)]);
    if (!first || !second) return first ? moment : moment - 1;
  }
}

describe("a run that is killed while it writes", () => {
  it("has put back or finished everything once the next run begins", async () => {
    const seen = new Set<string>();
    const moments = await atEveryMoment(async (moment) => {
      const folder = await folderBefore(`killed-${moment}`);
      if ((await killedAt(moment, folder, AFTER)) === null) return false;
      // Who reads along sees one version of a file or the other, never a part.
      for (const [path, text] of Object.entries((await contents(folder)) ?? {})) {
        if (path in AFTER) expect([BEFORE[path], AFTER[path]]).toContain(text);
      }
      await recover(folder);
      const now = await contents(folder);
      expect(
        [
          { ...BEFORE, ...NOTE },
          { ...AFTER, ...NOTE },
        ],
        `moment ${moment}`,
      ).toContainEqual(now);
      seen.add(JSON.stringify(now));
      await put(folder, AFTER);
      expect(await contents(folder)).toEqual({ ...AFTER, ...NOTE });
      return true;
    });
    expect(moments).toBeGreaterThan(25);
    expect(seen.size).toBe(2);
  });

  it("leaves no folder that the next run takes for somebody else's", async () => {
    await atEveryMoment(async (moment) => {
      const folder = join(cwd, `first-${moment}`);
      if ((await killedAt(moment, folder, { "new/f.ts": "f" })) === null) return false;
      await put(folder, AFTER);
      expect(await contents(folder)).toEqual(AFTER);
      return true;
    });
  });
});

describe("a disk that refuses", () => {
  const OPERATIONS = ["mkdir", "writeFile", "link", "rename"] as const;

  /** Does the work with a disk of which the n-th change fails; whether there was such a one. */
  async function failing(moment: number, work: () => Promise<unknown>): Promise<boolean> {
    let count = 0;
    const real = { ...fs };
    for (const name of OPERATIONS) {
      const refuse = async (...args: never[]): Promise<unknown> => {
        if (++count === moment) {
          throw Object.assign(new Error("ENOSPC: no space left on device, write"), {
            code: "ENOSPC",
          });
        }
        return Reflect.apply(real[name], fs, args);
      };
      Object.assign(fs, { [name]: refuse });
    }
    syncBuiltinESMExports();
    try {
      await work();
    } finally {
      Object.assign(fs, real);
      syncBuiltinESMExports();
    }
    return count >= moment;
  }

  it("leaves everything as it was, at whatever it fails, and says so", async () => {
    const folder = await folderBefore("full");
    let failures = 0;
    for (let moment = 1; ; moment++) {
      const error: unknown = await failing(moment, () => put(folder, AFTER)).catch((e) => e);
      if (error === false) break;
      // Where a link is refused, the file is moved.
      if (error === true) {
        expect(await contents(folder)).toEqual({ ...AFTER, ...NOTE });
        await put(folder, BEFORE);
        continue;
      }
      failures++;
      if (!(error instanceof UnfoldError)) throw error;
      expect(error.diagnostic).toMatchObject({
        code: "cannot-write",
        message: "the output cannot be written: no space left on device (ENOSPC)",
        hint: "Nothing was changed. Check the permissions and the free space.",
      });
      expect(await contents(folder)).toEqual({ ...BEFORE, ...NOTE });
    }
    expect(failures).toBeGreaterThan(12);
  });

  it("leaves no folder where there was none", async () => {
    const folder = join(cwd, "deep/inside/first");
    for (const moment of [2, 5]) {
      await expect(failing(moment, () => put(folder, AFTER))).rejects.toThrow("no space");
      expect(await readdir(cwd)).toEqual([]);
    }
  });
});

describe("an interrupted run", () => {
  it("leaves everything as it was", async () => {
    const folder = await folderBefore("interrupted");
    const controller = new AbortController();
    controller.abort(new Error("stop"));
    await expect(put(folder, AFTER, controller.signal)).rejects.toThrow("stop");
    expect(await contents(folder)).toEqual({ ...BEFORE, ...NOTE });
  });
});

describe("a journal", () => {
  const journal = (fields: object): string =>
    JSON.stringify({ pid: 0, mark: "0123456789ab", writes: {}, removes: [], ...fields });

  it("of a run that is at work is respected", async () => {
    const folder = await folderBefore("busy");
    await writeFile(join(folder, ".unfold.swap.json"), journal({ pid: process.ppid }));
    await expect(put(folder, AFTER)).rejects.toThrow("another run is writing this folder");
    // Long after, a process with that number is another one.
    const file = join(folder, ".unfold.swap.json");
    await fs.utimes(file, new Date(0), new Date(0));
    await put(folder, AFTER);
    expect(await contents(folder)).toEqual({ ...AFTER, ...NOTE });
  });

  it.each(["../outside.ts", "a/../../outside.ts", "/outside.ts"])(
    "that names %s is not followed",
    async (path) => {
      const folder = await folderBefore("hostile");
      await mkdir(join(cwd, "a"), { recursive: true });
      await writeFile(join(cwd, "outside.ts"), "mine");
      await writeFile(join(cwd, "outside.ts.0123456789ab.old"), "theirs");
      await writeFile(join(folder, ".unfold.swap.json"), journal({ removes: [path] }));
      await expect(put(folder, AFTER)).rejects.toThrow("leads out of the output folder");
      expect(await readFile(join(cwd, "outside.ts"), "utf8")).toBe("mine");
    },
  );
});
