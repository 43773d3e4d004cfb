/** Whether a run has anything to do: its record tells of the output and of everything that it was made from. */
import { areUnchanged } from "../load/source/rehash.js";
import { type Manifest, manifestText, sha256 } from "../write/manifest.js";
import { readRecord, type RunRecord } from "../write/record.js";
import { countAsWritten, readManifest } from "../write/written.js";

export interface LastRun {
  /** What the folder holds by its own word; undefined where Unfold has not written it. */
  readonly written: Manifest | undefined;
  /** Undefined where none tells of what is there. */
  readonly record: RunRecord | undefined;
  /** How many files are as they were written; undefined where there is something to do. */
  readonly unchanged: number | undefined;
}

/**
 * @param folder absolute path of the output
 * @param file of the record; undefined where none is kept
 * @param setting fingerprint of the run
 */
export async function lastRun(
  cwd: string,
  folder: string,
  file: string | undefined,
  setting: string,
): Promise<LastRun> {
  const written = await readManifest(folder);
  if (written === undefined) return { written, record: undefined, unchanged: undefined };
  const record = matching(await readRecord(file), setting, written);
  const isSame = record !== undefined && (await areUnchanged(record.inputs, cwd));
  return { written, record, unchanged: isSame ? await countAsWritten(folder, written) : undefined };
}

/** A record tells of the output only where that still is what the recorded run has written. */
function matching(
  record: RunRecord | undefined,
  setting: string,
  written: Manifest,
): RunRecord | undefined {
  if (record?.setting !== setting) return undefined;
  return record.manifest === sha256(manifestText(written)) ? record : undefined;
}
