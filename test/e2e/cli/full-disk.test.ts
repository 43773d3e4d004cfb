/** A disk that is full and a folder that may not be written: one message, exit code 3, the old output as it was. */
import { execFileSync } from "node:child_process";
import { chmod, cp, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Finished, MAIN, start, unfold } from "../../support/cli.js";
import { DOCUMENT, smallProject, type SmallProject, textsIn } from "../../support/project.js";

const NODE = process.execPath;
/** Larger than what is written, by one module of some kilobytes. */
const LARGER = `${DOCUMENT}    Large: { type: object, properties: { ${Array.from(
  { length: 400 },
  (_, n) => `property${n}: { type: string }`,
).join(", ")} } }\n`;

let project: SmallProject;
let before: Awaited<ReturnType<typeof textsIn>>;
beforeAll(async () => {
  project = await smallProject();
  await unfold(["generate"], project);
  await project.write("api.yaml", LARGER);
  before = await textsIn(join(project.cwd, "client"));
});
afterAll(() => project.remove());

function message(reason: string, folder = "client"): Finished {
  return {
    code: 3,
    stdout: "",
    stderr:
      `error: the output cannot be written: ${reason} [cannot-write]\n` +
      `  at ${folder}\n` +
      "  Nothing was changed. Check the permissions and the free space.\n",
  };
}

const shell = (script: string): Promise<Finished> => start("sh", ["-c", script], project).finished;

/** Whether a file system can be mounted here, for one process alone. */
function canMount(): boolean {
  try {
    execFileSync("unshare", ["-Urm", "mount", "-t", "tmpfs", "tmpfs", "/mnt"], { stdio: "pipe" });
    return true;
  } catch {
    return false;
  }
}

describe("generate", () => {
  it("on a disk where no file may grow large", async () => {
    expect(await shell(`ulimit -f 8; exec "${NODE}" "${MAIN}" generate`)).toEqual(
      message("file too large (EFBIG)"),
    );
    expect(await textsIn(join(project.cwd, "client"))).toEqual(before);
  });

  it.skipIf(!canMount())("on a full disk (where `unshare -Urm` may mount one)", async () => {
    await mkdir(join(project.cwd, "kept"));
    // All that the disk holds is the old output and two pages more.
    const script = `
      cp -a client seed && mount -t tmpfs -o size=2m tmpfs client && cp -a seed/. client
      head -c 2m /dev/zero > client/ballast 2> /dev/null
      truncate -s -8192 client/ballast
      "${NODE}" "${MAIN}" generate; code=$?
      rm client/ballast; cp -a client/. kept; exit $code`;
    const running = start("unshare", ["-Urm", "sh", "-c", script], project);
    expect(await running.finished).toEqual(message("no space left on device (ENOSPC)"));
    expect(await textsIn(join(project.cwd, "kept"))).toEqual(before);
  });

  it.skipIf(!canMount())("on a read-only disk (where `unshare -Urm` may mount one)", async () => {
    const script = `
      mount --bind client client && mount -o remount,bind,ro client
      exec "${NODE}" "${MAIN}" generate`;
    const running = start("unshare", ["-Urm", "sh", "-c", script], project);
    expect(await running.finished).toEqual(message("read-only file system (EROFS)"));
    expect(await textsIn(join(project.cwd, "client"))).toEqual(before);
  });

  it("in folders that may not be written", async () => {
    const { cwd } = project;
    await cp(join(cwd, "client"), join(cwd, "closed"), { recursive: true });
    // Permissions hold for root as well, who stays the owner of the project: nobody else may be able to read it.
    const asOwner =
      process.getuid?.() === 0 ? ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] : [];
    const [command = NODE, ...args] = [...asOwner, NODE, MAIN, "generate", "api.yaml", "-o"];
    for (const folder of ["closed", "closed/new"]) {
      await chmod(cwd, 0o755);
      await chmod(join(cwd, "closed"), 0o555);
      expect(await start(command, [...args, folder], project).finished).toEqual(
        message("permission denied (EACCES)", folder),
      );
    }
    expect(await textsIn(join(cwd, "closed"))).toEqual(before);
    await chmod(join(cwd, "closed"), 0o755);
  });
});
