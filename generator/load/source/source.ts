import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { UnfoldError } from "../../support/diagnostic.js";
import { type Bytes, parseFile, type SourceFile } from "./file.js";
import type { Inputs } from "./inputs.js";
import { getMember, isObject } from "../parse/json-value.js";
import { readPackageFile } from "./npm.js";
import { fetchBytes, type FetchOptions } from "./remote.js";

/** A file that says which document to use: `{ "source", "sha256", "apiVersion"? }`. */
export interface Pin {
  /** Relative to the working directory. */
  readonly file: string;
  /** As for `load`; a path is relative to the pin file. */
  readonly source: string;
  readonly sha256: string;
  readonly apiVersion?: string;
  /** Where a copy of a remote document is kept, relative to the pin file. */
  readonly copy?: string;
}

export interface OpenedSource {
  readonly file: SourceFile;
  readonly pin?: Pin;
}

export function isUrl(source: string): boolean {
  return /^https?:\/\//i.test(source);
}

/** Reads the document that `source` names, through a pin file when it names one. */
export async function openSource(
  source: string,
  inputs: Inputs,
  allowRemote: boolean,
): Promise<OpenedSource> {
  const bytes = await readSource(source, inputs.cwd, inputs);
  const file = await parseFile(bytes);
  const pin = readPin(file);
  if (pin === undefined) {
    inputs.record("document", nameOf(source, bytes), bytes);
    return { file };
  }
  inputs.record("pin", bytes.name, bytes);
  return { file: await openPinned(pin, file, inputs, allowRemote), pin };
}

async function openPinned(
  pin: Pin,
  pinFile: SourceFile,
  inputs: Inputs,
  allowRemote: boolean,
): Promise<SourceFile> {
  const { source } = pin;
  const folder = dirname(resolve(inputs.cwd, pin.file));
  const copy = isUrl(source) && pin.copy !== undefined ? resolve(folder, pin.copy) : undefined;
  const kept = copy !== undefined && existsSync(copy);
  if (isUrl(source) && !kept && !allowRemote) throw remoteNotAllowed(pin, pinFile);
  const bytes = kept ? readCopy(copy, source, inputs) : await readSource(source, folder, inputs);
  if (bytes.sha256 !== pin.sha256.toLowerCase()) throw wrongHash(pin, pinFile, bytes, kept);
  // A kept copy goes by the same name on machines that lack it, so that they make the same output.
  const name = copy === undefined ? nameOf(source, bytes) : inputs.name(copy);
  return inputs.parse("document", bytes, name);
}

function remoteNotAllowed({ source, copy }: Pin, pinFile: SourceFile): UnfoldError {
  const get = copy === undefined ? "keep a copy with `unfold pull --save`" : "run `unfold pull`";
  return new UnfoldError({
    code: "remote-not-allowed",
    message: `the pinned document ${source} is remote`,
    location: pinFile.place(["source"]),
    hint: `Allow it with --allow-remote, or ${get}`,
  });
}

function wrongHash(pin: Pin, pinFile: SourceFile, bytes: Bytes, kept: boolean): UnfoldError {
  const { file, source, sha256 } = pin;
  return new UnfoldError({
    code: "wrong-hash",
    message: `${kept ? bytes.name : source} has the sha256 ${bytes.sha256}, but ${file} pins ${sha256}`,
    location: pinFile.place(["sha256"]),
    hint: kept
      ? "Fetch it again with `unfold pull`"
      : `If the new document is wanted, pin it with \`unfold pull ${source}\``,
  });
}

/** What it refers to is relative to the address that it comes from. */
function readCopy(copy: string, url: string, inputs: Inputs): Bytes {
  return { ...inputs.bytes(copy), url };
}

/** `folder` is what a path is relative to, and where the search for packages begins. */
export async function readSource(
  source: string,
  folder: string,
  inputs: Inputs,
  options?: FetchOptions,
): Promise<Bytes> {
  if (isUrl(source)) return fetchBytes(source, options);
  if (source.startsWith("npm:")) return readPackageFile(source, folder, inputs);
  return inputs.bytes(resolve(folder, source));
}

/** A package file keeps its `npm:` name, which is the same wherever the package is installed. */
function nameOf(source: string, bytes: Bytes): string {
  return source.startsWith("npm:") ? source : bytes.name;
}

function readPin(file: SourceFile): Pin | undefined {
  const { root, name } = file;
  if (!isObject(root) || Object.hasOwn(root, "openapi") || Object.hasOwn(root, "swagger")) {
    return undefined;
  }
  const source = getMember(root, "source");
  const hash = getMember(root, "sha256");
  const apiVersion = getMember(root, "apiVersion");
  const copy = getMember(root, "copy");
  if (typeof source !== "string") return undefined;
  if (typeof hash !== "string" || !/^[0-9a-f]{64}$/i.test(hash)) {
    throw new UnfoldError({
      code: "bad-pin",
      message: "a pin file needs the sha256 of the document, as 64 hexadecimal digits",
      location: file.place(["sha256"]),
      hint: `Write it with \`unfold pull ${source}\``,
    });
  }
  return {
    file: name,
    source,
    sha256: hash,
    ...(typeof apiVersion === "string" ? { apiVersion } : {}),
    ...(typeof copy === "string" ? { copy } : {}),
  };
}
