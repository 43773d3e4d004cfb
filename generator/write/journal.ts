/** The journal of a swap: what is being put in place, so that the next run can undo it when this one is killed. */
import { randomBytes } from "node:crypto";
import { readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import { UnfoldError } from "../support/diagnostic.js";
import { shown } from "./guard.js";

/** In the output folder while files are put in place. */
const JOURNAL = ".unfold.swap.json";
/** The journal once every file is in place: only clearing up is left. */
const DONE = ".unfold.swapped.json";

export interface Journal {
  /** The process that swaps. */
  readonly pid: number;
  /** Twelve hexadecimal digits in the names of the files that wait and of those that are set aside. */
  readonly mark: string;
  /** Path → sha256 of the text that goes there. */
  readonly writes: Readonly<Record<string, string>>;
  /** Paths that go away. */
  readonly removes: readonly string[];
}

export interface Found {
  readonly journal: Journal;
  /** Whether everything had taken its place. */
  readonly isDone: boolean;
}

/** Where a file waits before it takes its place. */
export function waiting(file: string, { mark }: Journal): string {
  return `${file}.${mark}.new`;
}

/** Where a file that was there before is kept until all is done. */
export function aside(file: string, { mark }: Journal): string {
  return `${file}.${mark}.old`;
}

/** @throws where there is a journal already, or none can be written */
export async function beginJournal(
  folder: string,
  changes: Pick<Journal, "writes" | "removes">,
): Promise<Journal> {
  const file = join(folder, JOURNAL);
  const journal = { pid: process.pid, mark: randomBytes(6).toString("hex"), ...changes };
  try {
    await writeFile(file, JSON.stringify(journal), { flag: "wx" });
  } catch (cause) {
    if (codeOf(cause) === "EEXIST") throw busy(folder);
    await rm(file, { force: true });
    throw cause;
  }
  return journal;
}

/** From here on there is no way back. */
export function markDone(folder: string): Promise<void> {
  return rename(join(folder, JOURNAL), join(folder, DONE));
}

export async function endJournal(folder: string): Promise<void> {
  await rm(join(folder, DONE), { force: true });
  await rm(join(folder, JOURNAL), { force: true });
}

/** The journal that a killed run has left. */
export async function findJournal(folder: string): Promise<Found | undefined> {
  const done = await readJournal(join(folder, DONE));
  if (done !== undefined) return { journal: done, isDone: true };
  const begun = await readJournal(join(folder, JOURNAL));
  return begun && { journal: begun, isDone: false };
}

/** Every path that a run has touched, or may have left behind. */
export function traces({ journal }: Found): ReadonlySet<string> {
  const touched = [...Object.keys(journal.writes), ...journal.removes];
  const left = touched.flatMap((path) => [path, waiting(path, journal), aside(path, journal)]);
  return new Set([JOURNAL, DONE, ...left]);
}

const journalSchema = v.object({
  pid: v.number(),
  mark: v.pipe(v.string(), v.regex(/^[0-9a-f]{12}$/)),
  writes: v.record(v.string(), v.string()),
  removes: v.array(v.string()),
});

/** One that was cut short stands for nothing: files are only touched once it is complete. */
async function readJournal(file: string): Promise<Journal | undefined> {
  const text = await readFile(file, "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    if (v.is(journalSchema, value)) return value;
  } catch {
    // Cut short.
  }
  return { pid: 0, mark: "0".repeat(12), writes: {}, removes: [] };
}

/** A swap takes moments: after this many milliseconds its process id is another process's. */
const LONGEST_SWAP = 60_000;

/** @throws UnfoldError where the process that swaps is still at it */
export async function refuseBusy(folder: string, { pid }: Journal): Promise<void> {
  if (pid === process.pid || !isAlive(pid)) return;
  const stats = await stat(join(folder, JOURNAL)).catch(() => undefined);
  if (stats !== undefined && Date.now() - stats.mtimeMs < LONGEST_SWAP) throw busy(folder);
}

function isAlive(pid: number): boolean {
  if (pid <= 0) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}

function busy(folder: string): UnfoldError {
  return new UnfoldError({
    code: "busy",
    message: "another run is writing this folder",
    location: { file: shown(folder) },
    hint: "Wait until it has ended, and run again.",
  });
}

export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? String(error.code) : undefined;
}
