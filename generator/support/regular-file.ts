import { closeSync, constants, fstatSync, openSync, readSync, statSync } from "node:fs";

/** What a document may have, from wherever it comes. */
export const MAX_BYTES = 50 * 1024 * 1024;

/** Why a path is not read; `code` stands in the place of the system's. */
export class Unreadable extends Error {
  readonly code: "NOT_A_FILE" | "TOO_LARGE" | "EISDIR";

  constructor(code: Unreadable["code"]) {
    super(code);
    this.code = code;
  }
}

/**
 * The content of a regular file of at most {@link MAX_BYTES} bytes, or of one that a link leads to. Devices, pipes and
 * sockets are not even opened: they may have no end, or wait for somebody who writes.
 * @throws Unreadable, or the error of the system
 */
export function readRegularFile(path: string): Uint8Array {
  requireRegular(statSync(path));
  // What stands at the path may be another thing by now: a pipe must not be waited for.
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = fstatSync(file);
    requireRegular(stats);
    return readBounded(file, stats.size);
  } finally {
    closeSync(file);
  }
}

/** The same as text in UTF-8. */
export function readRegularText(path: string): string {
  return new TextDecoder().decode(readRegularFile(path));
}

interface Stats {
  readonly size: number;
  isFile(): boolean;
  isDirectory(): boolean;
}

function requireRegular(stats: Stats): void {
  if (stats.isDirectory()) throw new Unreadable("EISDIR");
  if (!stats.isFile()) throw new Unreadable("NOT_A_FILE");
  if (stats.size > MAX_BYTES) throw new Unreadable("TOO_LARGE");
}

/** A file may be longer than it says, as those that the system makes up are. */
function readBounded(file: number, size: number): Uint8Array {
  let bytes = Buffer.allocUnsafe(size + 1);
  let length = 0;
  for (;;) {
    const read = readSync(file, bytes, length, bytes.length - length, null);
    length += read;
    if (length > MAX_BYTES) throw new Unreadable("TOO_LARGE");
    if (read === 0) return bytes.subarray(0, length);
    if (length === bytes.length) {
      bytes = Buffer.concat([bytes, Buffer.allocUnsafe(Math.max(bytes.length, 65_536))]);
    }
  }
}
