import { dirname, resolve } from "node:path";
import { UnfoldError } from "../diagnostic.js";
import { type Bytes, parseFile, type SourceFile } from "./file.js";
import type { Inputs } from "./inputs.js";
import { getMember, isObject } from "./json-value.js";
import { readPackageFile } from "./npm.js";
import { fetchBytes } from "./remote.js";

/** A file that says which document to use: `{ "source", "sha256", "apiVersion"? }`. */
export interface Pin {
  /** Relative to the working directory. */
  readonly file: string;
  /** As for `load`; a path is relative to the pin file. */
  readonly source: string;
  readonly sha256: string;
  readonly apiVersion?: string;
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
  const bytes = await read(source, inputs.cwd, inputs);
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
  if (isUrl(pin.source) && !allowRemote) {
    throw new UnfoldError({
      code: "remote-not-allowed",
      message: `the pinned document ${pin.source} is remote`,
      location: pinFile.place(["source"]),
      hint: "Allow it with --allow-remote, or pin a local copy with `unfold pull`",
    });
  }
  const bytes = await read(pin.source, dirname(resolve(inputs.cwd, pin.file)), inputs);
  const actual = bytes.sha256;
  if (actual !== pin.sha256.toLowerCase()) {
    throw new UnfoldError({
      code: "wrong-hash",
      message: `${pin.source} has the sha256 ${actual}, but ${pin.file} pins ${pin.sha256}`,
      location: pinFile.place(["sha256"]),
      hint: `If the new document is wanted, pin it with \`unfold pull ${pin.source}\``,
    });
  }
  return inputs.parse("document", bytes, nameOf(pin.source, bytes));
}

/** `folder` is what a path is relative to, and where the search for packages begins. */
async function read(source: string, folder: string, inputs: Inputs): Promise<Bytes> {
  if (isUrl(source)) return fetchBytes(source);
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
  if (typeof source !== "string") return undefined;
  if (typeof hash !== "string" || !/^[0-9a-f]{64}$/i.test(hash)) {
    throw new UnfoldError({
      code: "bad-pin",
      message: "a pin file needs the sha256 of the document, as 64 hexadecimal digits",
      location: file.place(["sha256"]),
      hint: `Write it with \`unfold pull ${source}\``,
    });
  }
  const pin = { file: name, source, sha256: hash };
  return typeof apiVersion === "string" ? { ...pin, apiVersion } : pin;
}
