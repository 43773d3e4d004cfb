import { readFileSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { UnfoldError } from "../../support/diagnostic.js";
import { type Bytes, hashed, parseFile, type SourceFile } from "./file.js";

export type InputKind = "pin" | "document" | "overlay" | "reference";

/** One file that the result depends on. */
export interface Input {
  readonly kind: InputKind;
  /** Relative to the working directory, a URL, or a package file as `npm:…`. */
  readonly path: string;
  readonly sha256: string;
}

/** Reads files and remembers what it has read. */
export class Inputs {
  readonly cwd: string;
  readonly #read: Input[] = [];

  constructor(cwd: string) {
    this.cwd = resolve(cwd);
  }

  get all(): readonly Input[] {
    return this.#read;
  }

  /** The name of an absolute path for people: relative to the working directory, with `/`. */
  name(path: string): string {
    const name = relative(this.cwd, path);
    return sep === "/" ? name : name.replaceAll(sep, "/");
  }

  /**
   * The content of `path` (absolute, or relative to the working directory). Read at once: nothing
   * else could go on meanwhile, and reading in pieces takes twice the time.
   */
  bytes(path: string): Bytes {
    const absolute = resolve(this.cwd, path);
    const name = this.name(absolute);
    try {
      return hashed(name, pathToFileURL(absolute).href, readFileSync(absolute));
    } catch (cause) {
      throw unreadable(name, cause);
    }
  }

  record(kind: InputKind, path: string, { sha256 }: Bytes): void {
    this.#read.push({ kind, path, sha256 });
  }

  async parse(kind: InputKind, bytes: Bytes, path = bytes.name): Promise<SourceFile> {
    this.record(kind, path, bytes);
    return parseFile(bytes);
  }
}

function unreadable(name: string, cause: unknown): UnfoldError {
  const reason = cause instanceof Error && "code" in cause ? String(cause.code) : "unknown";
  const { message, hint } = REASONS[reason] ?? {
    message: `${name} cannot be read (${reason})`,
    hint: "Check the file and its permissions",
  };
  return new UnfoldError(
    {
      code: reason === "ENOENT" ? "missing-file" : "unreadable-file",
      message: message.replace("%", () => name),
      location: { file: name },
      hint,
    },
    { cause },
  );
}

const REASONS: Readonly<Record<string, { message: string; hint: string }>> = {
  ENOENT: {
    message: "% does not exist",
    hint: "Check the path; it is relative to the working directory",
  },
  EISDIR: { message: "% is a folder, not a file", hint: "Name the document inside it" },
  EACCES: { message: "% may not be read", hint: "Change the permissions of the file" },
};
