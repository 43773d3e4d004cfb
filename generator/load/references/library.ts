import { fileURLToPath } from "node:url";
import { type Location, UnfoldError } from "../../support/diagnostic.js";
import { parsePointer } from "../../openapi/pointer.js";
import type { Bytes, SourceFile } from "../source/file.js";
import { absolute, collectIdentifiers, type Identifiers } from "./identifiers.js";
import type { Inputs } from "../source/inputs.js";
import { type Json, nodeAt } from "../parse/json-value.js";
import type { Origin } from "../places/origins.js";
import { fetchBytes } from "../source/remote.js";
import { suggest } from "../parse/suggest.js";

/** What relative references are resolved against. */
export interface Base {
  readonly file: SourceFile;
  /** The URL of the file, or the nearest `$id`. */
  readonly uri: string;
}

export interface Found extends Origin {
  readonly node: Json;
}

export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

export type Resolution =
  | { readonly is: "found"; readonly found: Found }
  /** The file at this URL has to be opened first. */
  | { readonly is: "unopened"; readonly url: string }
  | { readonly is: "problem"; readonly problem: Problem };

/** The files that a document is made of, and the rules by which a reference finds its target. */
export class Library {
  readonly #inputs: Inputs;
  readonly #allowRemote: boolean;
  readonly #files = new Map<string, SourceFile>();
  readonly #identifiers: Identifiers = new Map();

  constructor(root: SourceFile, readIdentifiers: boolean, inputs: Inputs, allowRemote: boolean) {
    this.#inputs = inputs;
    this.#allowRemote = allowRemote;
    this.#files.set(root.url, root);
    if (readIdentifiers) collectIdentifiers(root, this.#identifiers);
  }

  /** Source: RFC 3986 section 5; JSON Schema 2020-12 Core, section 8.2. */
  resolve(ref: string, base: Base): Resolution {
    const [reference = "", ...rest] = ref.split("#");
    const fragment = rest.join("#");
    // An `$id` names a schema; the files beside it are often still found by their paths.
    const uris = new Set([absolute(reference, base.uri), absolute(reference, base.file.url)]);
    let problem: Problem | undefined;
    for (const uri of uris) {
      const start = this.#identifiers.get(uri) ?? this.#fileAt(uri);
      if (start !== undefined) {
        const found = this.#inside(start, uri, fragment);
        if (found !== undefined) return { is: "found", found };
        problem ??= missing(ref, start, fragment);
        continue;
      }
      const refused = this.#refuse(uri, base);
      if (refused === undefined) return { is: "unopened", url: uri };
      problem ??= refused;
    }
    return { is: "problem", problem: problem ?? NO_URI };
  }

  get hasIdentifiers(): boolean {
    return this.#identifiers.size > 0;
  }

  /**
   * Reads files side by side and takes them up in order; `places` says where each is referred to.
   * Returns what cannot be read, by URL.
   */
  async open(places: ReadonlyMap<string, () => Location>): Promise<ReadonlyMap<string, unknown>> {
    const urls = [...places.keys()];
    const reads = await Promise.allSettled(urls.map((url) => this.#read(url)));
    const unreadable = new Map<string, unknown>();
    for (const [index, [url, place]] of [...places].entries()) {
      const read = reads[index];
      if (read?.status !== "fulfilled") {
        unreadable.set(url, relocate(read?.reason, place));
        continue;
      }
      if (this.#files.size >= MAX_FILES) throw new UnfoldError({ ...TOO_MANY, location: place() });
      const file = await this.#inputs.parse("reference", read.value);
      // Under the URL that was asked for; its own references are relative to the one that responded.
      this.#files.set(url, file);
      if (file.mayHaveIds()) collectIdentifiers(file, this.#identifiers);
    }
    return unreadable;
  }

  async #read(url: string): Promise<Bytes> {
    return url.startsWith("file:") ? this.#inputs.bytes(pathOf(url)) : fetchBytes(url);
  }

  #fileAt(uri: string): Origin | undefined {
    const file = this.#files.get(uri);
    return file === undefined ? undefined : { file, tokens: [] };
  }

  #inside({ file, tokens }: Origin, uri: string, fragment: string): Found | undefined {
    if (fragment === "") return follow(file, tokens);
    for (const text of new Set([decode(fragment), fragment])) {
      const pointer = parsePointer(text);
      if (pointer === undefined) {
        const anchored = this.#identifiers.get(`${uri}#${text}`);
        if (anchored !== undefined) return follow(anchored.file, anchored.tokens);
      } else {
        const found = follow(file, [...tokens, ...pointer]);
        if (found !== undefined) return found;
      }
    }
    return undefined;
  }

  #refuse(uri: string, base: Base): Problem | undefined {
    const { protocol } = new URL(uri);
    if (protocol === "file:") {
      if (base.file.url.startsWith("file:")) return undefined;
      return {
        code: "local-from-remote",
        message: `a remote document may not refer to the local file ${uri}`,
        hint: "Use a local copy of the document",
      };
    }
    if (protocol !== "http:" && protocol !== "https:") {
      return {
        code: "unresolvable-ref",
        message: `${uri} is nothing that can be read`,
        hint: "Refer to a file, an http(s) URL, or the `$id` of a schema in these files",
      };
    }
    if (this.#allowRemote) return undefined;
    return {
      code: "remote-not-allowed",
      message: `${uri} is remote`,
      hint: "Allow remote references with --allow-remote, or use a local copy",
    };
  }
}

/** Not every URL of a file is a path: `%2F` and a `%` alone are none. */
function pathOf(url: string): string {
  try {
    return fileURLToPath(url);
  } catch (error) {
    throw new UnfoldError(NO_URI, { cause: error });
  }
}

const MAX_FILES = 1000;

const TOO_MANY = {
  code: "too-many-files",
  message: `the document refers to more than ${MAX_FILES} files`,
  hint: "Bundle the document first",
};

/** What cannot be read is told where it is asked for. */
function relocate(error: unknown, place: () => Location): unknown {
  if (!(error instanceof UnfoldError)) return error;
  const { code, message, hint = "" } = error.diagnostic;
  const isMissing = code === "missing-file";
  return new UnfoldError(
    { code, message, location: place(), hint: isMissing ? RELATIVE : hint },
    { cause: error },
  );
}

const RELATIVE = "Check the path; a reference is relative to the file it stands in";

const NO_URI: Problem = {
  code: "unresolvable-ref",
  message: "this reference is not a URI",
  hint: "Write `#/…` for a place in the same document, or a relative path",
};

function follow(file: SourceFile, tokens: readonly string[]): Found | undefined {
  const node = nodeAt(file.root, tokens);
  return node === undefined ? undefined : { file, tokens, node };
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

function missing(ref: string, { file, tokens }: Origin, fragment: string): Problem {
  const pointer = parsePointer(decode(fragment));
  const meant = pointer && suggest(file.root, [...tokens, ...pointer]);
  return {
    code: "unresolvable-ref",
    message: `${ref} does not resolve`,
    hint:
      meant === undefined
        ? `Add the missing part to ${file.name}, or fix the reference`
        : `Did you mean ${JSON.stringify(meant)}?`,
  };
}
