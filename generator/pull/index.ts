/** Pins another document: reads it, proves that it is usable, compares it with the pinned one. */
import { dirname, relative, resolve } from "node:path";
import type { Project } from "../config.js";
import { type Diagnostic, UnfoldError } from "../diagnostic.js";
import { type DiffReport, diffModels } from "../diff/index.js";
import type { Bytes } from "../load/index.js";
import { Inputs } from "../load/inputs.js";
import { type FetchOptions, LIMITS } from "../load/remote.js";
import { isUrl, readSource } from "../load/source.js";
import type { Model } from "../model/types.js";
import { readModel } from "../read-model.js";
import type { RunOptions } from "../run-options.js";
import { type PinFields, readPinFields, replaceFiles } from "./pin-file.js";

export interface PullOptions extends RunOptions, Partial<FetchOptions> {
  /** Absolute path of the pin file; it need not exist. */
  readonly pin: string;
  /** Those whose document is the pin file. */
  readonly projects: readonly Project[];
  /** An absolute path, a URL or `npm:…`. Without it the pinned document is read again. */
  readonly source?: string | undefined;
  /** What the document's hash must be. */
  readonly sha256?: string | undefined;
  /** Absolute path for a copy of a document that is read from a URL. */
  readonly save?: string | undefined;
}

/** What a pin file says of its document. */
export interface Pinned {
  readonly source: string;
  readonly sha256: string;
  readonly apiVersion?: string;
  readonly copy?: string;
}

export interface Examined {
  readonly project: Project;
  /** Why there is no report, where there is none: the pinned document could not be read any more. */
  readonly changes: DiffReport | Diagnostic;
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
  const results = await examineAll(concerned, document, before, options);

  const after: Pinned = {
    source,
    sha256: bytes.sha256,
    ...(results.apiVersion === "" ? {} : { apiVersion: results.apiVersion }),
    ...(copy === undefined ? {} : { copy: slashed(relative(folder, copy)) }),
  };
  const files = changedFiles(pin, before, after, copy, bytes, inputs);
  return {
    ...results,
    before,
    after,
    files: [...files.keys()].map((path) => inputs.name(path)),
    write: () => replaceFiles(files),
  };
}

interface Wanted {
  /** As in a pin file. */
  readonly source: string;
  readonly sha256: string | undefined;
}

function wanted(before: PinFields, { source, sha256, pin }: PullOptions, folder: string): Wanted {
  if (source !== undefined) {
    const isPath = !isUrl(source) && !source.startsWith("npm:");
    return { source: isPath ? slashed(relative(folder, source)) : source, sha256 };
  }
  if (typeof before.source === "string" && typeof before.sha256 === "string") {
    return { source: before.source, sha256: sha256 ?? before.sha256 };
  }
  throw new UnfoldError({
    code: "bad-arguments",
    message: "there is no pinned document to read again",
    location: { file: pin },
    hint: "Name the document: unfold pull <url|path|npm:…>",
  });
}

function copyPath(
  before: PinFields,
  source: string,
  { save, pin }: PullOptions,
): string | undefined {
  if (save === pin || (save !== undefined && !isUrl(source))) {
    throw new UnfoldError({
      code: "bad-arguments",
      message: save === pin ? "--save names the pin file" : `${source} needs no copy`,
      hint: "Use --save with a URL, and name a file for the document",
    });
  }
  if (save !== undefined || !isUrl(source)) return save;
  return typeof before.copy === "string" ? resolve(dirname(pin), before.copy) : undefined;
}

function wrongHash(source: string, bytes: Bytes, sha256: string): UnfoldError {
  return new UnfoldError({
    code: "wrong-hash",
    message: `${source} has the sha256 ${bytes.sha256}, not ${sha256}`,
    hint: "Nothing was changed. If this document is wanted, give its hash or none",
  });
}

interface Results {
  readonly apiVersion: string;
  readonly examined: readonly Examined[];
  readonly warnings: readonly Diagnostic[];
}

async function examineAll(
  projects: readonly Project[],
  document: Bytes,
  before: PinFields,
  run: PullOptions,
): Promise<Results> {
  const examined: Examined[] = [];
  const warnings: Diagnostic[] = [];
  let apiVersion = "";
  for (const project of projects) {
    const now = await readModel(project, run, document);
    warnings.push(...now.warnings);
    apiVersion ||= now.model.api.version;
    const isSame = before.sha256 === document.sha256;
    const old = isSame ? now.model : await pinnedModel(project, run);
    const changes = "code" in old ? old : diffModels(old, now.model);
    examined.push({ project, changes });
  }
  return { apiVersion, examined, warnings };
}

/** What is pinned may be gone: a package of another version, a file that was edited in place. */
async function pinnedModel(project: Project, run: PullOptions): Promise<Model | Diagnostic> {
  try {
    return (await readModel(project, { ...run, strict: false })).model;
  } catch (error) {
    if (error instanceof UnfoldError) return error.diagnostic;
    throw error;
  }
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

function slashed(path: string): string {
  return path.replaceAll("\\", "/");
}
