import { randomBytes } from "node:crypto";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { UnfoldError } from "./diagnostic.js";

/**
 * Absolute path → content. First all of them are written beside their targets, then each takes its place.
 *
 * @param what - the subject of the sentence where that fails: `the pin`
 */
export async function replaceFiles(
  what: string,
  contents: ReadonlyMap<string, string | Uint8Array>,
): Promise<void> {
  const suffix = `.${randomBytes(6).toString("hex")}.tmp`;
  try {
    for (const [path, content] of contents) {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path + suffix, content);
    }
    for (const path of contents.keys()) await rename(path + suffix, path);
  } catch (cause) {
    await Promise.all([...contents.keys()].map((path) => rm(path + suffix, { force: true })));
    throw cannotWrite(what, undefined, cause);
  }
}

/** What the operating system says, as a diagnostic. `file` is the place that is told. */
export function cannotWrite(
  what: string,
  file: string | undefined,
  cause: unknown,
  hint = "Nothing was changed. Check the permissions and the free space.",
): UnfoldError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  // `ENOSPC: no space left on device, write '/…'`
  const [, code, words] = /^([A-Z0-9]+): ([^,]+)/.exec(reason) ?? [];
  const why = code === undefined ? reason : `${words} (${code})`;
  return new UnfoldError(
    {
      code: "cannot-write",
      message: `${what} cannot be written: ${why}`,
      ...(file === undefined ? {} : { location: { file } }),
      hint,
    },
    { cause },
  );
}
