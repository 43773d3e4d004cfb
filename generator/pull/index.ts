/** Pins another document: reads it, proves that it is usable, compares it with the pinned one. */
import { dirname } from "node:path";
import type { Project } from "../config/index.js";
import type { Diagnostic } from "../support/diagnostic.js";
import type { Bytes } from "../load/index.js";
import { Inputs } from "../load/source/inputs.js";
import { LIMITS } from "../load/source/remote.js";
import { readSource } from "../load/source/source.js";
import { replaceFiles } from "../support/replace-files.js";
import { type Examined, examineAll } from "./examine.js";
import type { PullOptions } from "./options.js";
import { type PinFields, readPinFields } from "./pin-file.js";
import { copyPath, pathFrom, wanted, wrongHash } from "./wanted.js";

export type { Examined } from "./examine.js";
export type { PullOptions } from "./options.js";

/** What a pin file says of its document. */
export interface Pinned {
  readonly source: string;
  readonly sha256: string;
  readonly apiVersion?: string;
  readonly copy?: string;
}

/** A document that can be pinned. Nothing is written yet. */
export interface Pulled {
  /** Every field of the pin file as it is; empty where there is none. */
  readonly before: PinFields;
  readonly after: Pinned;
  readonly examined: readonly Examined[];
  readonly warnings: readonly Diagnostic[];
  /** The files that are not yet as they should be, relative to the working directory. */
  readonly files: readonly string[];
  /** Replaces them. */
  write(): Promise<void>;
}

/** @throws UnfoldError when the document cannot be read, has another hash, or cannot be generated from */
export async function pull(options: PullOptions): Promise<Pulled> {
  const { pin, projects, timeout = LIMITS.timeout, size = LIMITS.size, headers = {} } = options;
  const inputs = new Inputs(options.cwd);
  const folder = dirname(pin);
  const before = await readPinFields(pin, inputs);
  const { source, sha256 } = wanted(before, options, folder);
  const copy = copyPath(before, source, options);

  options.onStep?.(`reading ${source}`);
  const bytes = await readSource(source, folder, inputs, { timeout, size, headers });
  if (sha256 !== undefined && bytes.sha256 !== sha256.toLowerCase()) {
    throw wrongHash(source, bytes, sha256);
  }
  // As `generate` will read it: what a copy refers to is relative to the address it came from.
  const document = copy === undefined ? bytes : { ...bytes, url: source };
  const concerned = projects.length > 0 ? projects : [bare(inputs.name(pin), pin)];
  const results = await examineAll(concerned, document, before.sha256, options);

  const after: Pinned = {
    source,
    sha256: bytes.sha256,
    ...(results.apiVersion === "" ? {} : { apiVersion: results.apiVersion }),
    ...(copy === undefined ? {} : { copy: pathFrom(folder, copy) }),
  };
  const files = changedFiles(pin, before, after, copy, bytes, inputs);
  return {
    ...results,
    before,
    after,
    files: [...files.keys()].map((path) => inputs.name(path)),
    write: () => replaceFiles("the pin", files),
  };
}

function changedFiles(
  pin: string,
  before: PinFields,
  after: Pinned,
  copy: string | undefined,
  bytes: Bytes,
  inputs: Inputs,
): Map<string, string | Uint8Array> {
  const files = new Map<string, string | Uint8Array>();
  if (copy !== undefined && hashOf(copy, inputs) !== bytes.sha256) files.set(copy, bytes.bytes);
  const { apiVersion, copy: kept, ...others } = before;
  const text = `${JSON.stringify({ ...others, ...after }, null, 2)}\n`;
  const isSame =
    before.source === after.source &&
    before.sha256 === after.sha256 &&
    apiVersion === after.apiVersion &&
    kept === after.copy;
  if (!isSame) files.set(pin, text);
  return files;
}

function hashOf(path: string, inputs: Inputs): string | undefined {
  try {
    return inputs.bytes(path).sha256;
  } catch {
    return undefined;
  }
}

function bare(name: string, document: string): Project {
  return { name, document, output: "" };
}
