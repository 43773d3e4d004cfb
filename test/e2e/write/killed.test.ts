/** A run that is killed while it writes leaves the output as it was, or as it is to be. */
import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, it } from "vitest";
import { recover } from "../../../generator/write/swap.js";
import { MAIN } from "../../support/cli.js";
import {
  AFTER,
  BEFORE,
  contents,
  emptyFolder,
  type Files,
  folderBefore,
  NOTE,
  put,
} from "../../unit/write/folder.js";

let cwd: string;
let remove: () => Promise<void>;
beforeEach(async () => {
  ({ cwd, remove } = await emptyFolder());
});
afterEach(() => remove());

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

it("has put back or finished everything once the next run begins", async () => {
  const seen = new Set<string>();
  const moments = await atEveryMoment(async (moment) => {
    const folder = await folderBefore(cwd, `killed-${moment}`);
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
