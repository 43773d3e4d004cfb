/**
 * Puts files in place: all of them, or none, whenever the process ends. A killed swap is undone by the next run,
 * which finds its journal.
 */
import { access, link, mkdir, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { UnfoldError } from "../support/diagnostic.js";
import { cannotWrite } from "../support/replace-files.js";
import { pause } from "../support/run-options.js";
import { refuseLinks, shown } from "./guard.js";
import {
  aside,
  beginJournal,
  codeOf,
  endJournal,
  findJournal,
  type Journal,
  markDone,
  refuseBusy,
  waiting,
} from "./journal.js";
import { sha256 } from "./manifest.js";
import { hashOf } from "./written.js";

export interface Changes {
  /** Path relative to the folder → text. None of these files has this text already. */
  readonly writes: ReadonlyMap<string, string | Uint8Array>;
  readonly removes: readonly string[];
}

/** First writes every file beside its target; only when all are on disk do they take their places. */
export async function swap(folder: string, changes: Changes, signal?: AbortSignal): Promise<void> {
  const { writes, removes } = changes;
  if (writes.size === 0 && removes.length === 0) return;
  const hashes = Object.fromEntries(Array.from(writes, ([path, text]) => [path, sha256(text)]));
  let made: string | undefined;
  let journal: Journal | undefined;
  try {
    made = await mkdir(folder, { recursive: true });
    journal = await beginJournal(folder, { writes: hashes, removes });
    for (const [path, text] of writes) {
      const file = join(folder, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(waiting(file, journal), text);
      signal?.throwIfAborted();
    }
    await pause(signal);
    for (const path of [...writes.keys(), ...removes]) await place(join(folder, path), journal);
    await markDone(folder);
  } catch (cause) {
    if (journal !== undefined) await undo(folder, journal).catch(stuck(folder));
    if (made !== undefined) await removeEmpty(folder, dirname(made));
    if (cause instanceof UnfoldError || (signal?.aborted && cause === signal.reason)) throw cause;
    throw failed(folder, cause);
  }
  // What cannot be cleared up now is by the next run.
  await clearUp(folder, journal).catch(() => undefined);
}

/** Brings a folder that a killed run has left halfway back to what it was before that run. */
export async function recover(folder: string): Promise<void> {
  const found = await findJournal(folder);
  if (found === undefined) return;
  const { journal, isDone } = found;
  await refuseBusy(folder, journal);
  // A journal is read from disk, like a manifest: it may say anything.
  for (const path of [...Object.keys(journal.writes), ...journal.removes]) {
    await refuseLinks(folder, path);
  }
  await (isDone ? clearUp(folder, journal) : undo(folder, journal)).catch(stuck(folder));
}

/** Sets aside what is there and moves in what waits; where nothing waits, the file goes away. */
async function place(file: string, journal: Journal): Promise<void> {
  const old = aside(file, journal);
  const next = waiting(file, journal);
  const isReplaced = await exists(next);
  // With a link the file is never missing for who reads along. Not every file system has links.
  const kept = isReplaced ? link(file, old).catch(() => rename(file, old)) : rename(file, old);
  await kept.catch((error: unknown) => {
    if (codeOf(error) !== "ENOENT") throw error;
  });
  if (isReplaced) await rename(next, file);
}

async function undo(folder: string, journal: Journal): Promise<void> {
  for (const [path, hash] of Object.entries(journal.writes)) {
    const file = join(folder, path);
    await rm(waiting(file, journal), { force: true });
    if (await putBack(file, journal)) continue;
    // Nothing was set aside: a file with the new text is one that was not there before.
    if ((await hashOf(file)) === hash) await rm(file, { force: true });
    await removeEmpty(dirname(file), folder);
  }
  for (const path of journal.removes) await putBack(join(folder, path), journal);
  await endJournal(folder);
}

async function putBack(file: string, journal: Journal): Promise<boolean> {
  const old = aside(file, journal);
  if (!(await exists(old))) return false;
  await rename(old, file);
  // Renaming a link to a file onto that file leaves both.
  await rm(old, { force: true });
  return true;
}

async function clearUp(folder: string, journal: Journal): Promise<void> {
  for (const path of [...Object.keys(journal.writes), ...journal.removes]) {
    await rm(aside(join(folder, path), journal), { force: true });
  }
  for (const path of journal.removes) await removeEmpty(dirname(join(folder, path)), folder);
  await endJournal(folder);
}

/** Removes a folder and those above it up to `end`, as long as they are empty. */
async function removeEmpty(folder: string, end: string): Promise<void> {
  for (let inner = folder; inner !== end; inner = dirname(inner)) {
    const isGone = await rmdir(inner).then(
      () => true,
      () => false,
    );
    if (!isGone) return;
  }
}

function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

/** What was set aside stays, with the journal: nothing is lost. */
function stuck(folder: string): (cause: unknown) => never {
  return (cause) => {
    throw failed(folder, cause, "Fix that and run again: files that wait to be put back are kept.");
  };
}

function failed(folder: string, cause: unknown, hint?: string): UnfoldError {
  return cannotWrite("the output", shown(folder), cause, hint);
}
