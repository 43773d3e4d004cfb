/** The output folder is what it was, or what it is to be, whenever the run that writes it ends. */
import fs, { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { UnfoldError } from "../../../generator/support/diagnostic.js";
import { AFTER, BEFORE, contents, emptyFolder, folderBefore, NOTE, put } from "./folder.js";

let cwd: string;
let remove: () => Promise<void>;
beforeEach(async () => {
  ({ cwd, remove } = await emptyFolder());
});
afterEach(() => remove());

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
    const folder = await folderBefore(cwd, "full");
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
    const folder = await folderBefore(cwd, "interrupted");
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
    const folder = await folderBefore(cwd, "busy");
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
      const folder = await folderBefore(cwd, "hostile");
      await mkdir(join(cwd, "a"), { recursive: true });
      await writeFile(join(cwd, "outside.ts"), "mine");
      await writeFile(join(cwd, "outside.ts.0123456789ab.old"), "theirs");
      await writeFile(join(folder, ".unfold.swap.json"), journal({ removes: [path] }));
      await expect(put(folder, AFTER)).rejects.toThrow("leads out of the output folder");
      expect(await readFile(join(cwd, "outside.ts"), "utf8")).toBe("mine");
    },
  );
});
