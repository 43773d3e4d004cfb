import {
  type Acknowledged,
  createReporter,
  type Diagnostic,
  type Location,
} from "../support/diagnostic.js";
import type { OpenApiDocument } from "../openapi/index.js";
import { parsePointer } from "../openapi/pointer.js";
import type { Bytes, SourceFile } from "./source/file.js";
import { refuseChains } from "./references/chains.js";
import { deeperThanTheStack } from "./parse/depth.js";
import { deepFreeze } from "./places/freeze.js";
import { type Input, Inputs } from "./source/inputs.js";
import { isObject, type JsonObject } from "./parse/json-value.js";
import { Library } from "./references/library.js";
import { Origins } from "./places/origins.js";
import { resolveReferences } from "./references/references.js";
import { openSource, type Pin } from "./source/source.js";
import { requireOpenApi } from "./source/version.js";

export type { Bytes } from "./source/file.js";
export type { Input, InputKind } from "./source/inputs.js";
export type { Pin } from "./source/source.js";

export interface LoadOptions {
  /** Absolute. Relative paths start here, and names of files in messages. */
  readonly cwd: string;
  /** Paths of OpenAPI Overlay documents, applied in order. */
  readonly overlays?: readonly string[];
  /** Lets references and pins be fetched by `http(s)`. A URL given as the source always is. */
  readonly allowRemote?: boolean;
  /** Throws the first warning. */
  readonly strict?: boolean;
  /** Takes schemas and responses that are wrong, or refer to nothing, as unknown, with a warning each. */
  readonly lenient?: boolean;
  /** Warnings that are neither told nor thrown. */
  readonly acknowledged?: readonly Acknowledged[];
  /** What the source holds, where it has been read already; it is not a pin file then. */
  readonly bytes?: Bytes | undefined;
}

export interface Loaded {
  /**
   * Deeply frozen, with overlays applied. Every `$ref` is `#` and a pointer into this document, and
   * leads to the kind of object that its place asks for; path items have none.
   */
  readonly document: OpenApiDocument;
  /** Where the document comes from, even where a kept copy was read: what is relative in it is relative to this. */
  readonly url: string;
  /** Of the bytes of the source, without overlays and other files. */
  readonly sha256: string;
  /** The pin file that named the source, when there was one. */
  readonly pin?: Pin;
  /** Everything that was read, in a stable order. */
  readonly inputs: readonly Input[];
  readonly warnings: readonly Diagnostic[];
  /** Where the node at a JSON Pointer of {@link document}, or its nearest ancestor, was written. */
  locate(pointer: string): Location;
}

/**
 * Reads an OpenAPI document.
 * @param source a path, a path of a pin file, an `http(s)` URL, or `npm:<package>@<version>/<file>`
 * @throws UnfoldError when the input is not usable
 */
export async function load(source: string, options: LoadOptions): Promise<Loaded> {
  try {
    return await read(source, options);
  } catch (error) {
    throw deeperThanTheStack(error, source);
  }
}

async function read(source: string, options: LoadOptions): Promise<Loaded> {
  const { cwd, overlays = [], allowRemote = false, strict = false, bytes, acknowledged } = options;
  const { lenient = false } = options;
  const reporter = createReporter(strict, acknowledged);
  const inputs = new Inputs(cwd, (diagnostic) => reporter.warn(diagnostic));
  const { file: opened, pin } =
    bytes === undefined
      ? await openSource(source, inputs, allowRemote)
      : { file: await inputs.parse("document", bytes) };
  const file = await fromSwagger(opened);
  const { root, minor } = requireOpenApi(file, reporter);
  const origins = new Origins(file);
  const applied = await overlayFiles(overlays);
  const readIdentifiers = minor > 0 && [file, ...applied].some((input) => input.mayHaveIds());
  const library = new Library(file, readIdentifiers, inputs, allowRemote);
  await resolveReferences({ file, root, origins, library, reporter, minor, lenient });
  deepFreeze(root, origins);
  refuseChains(root, origins);
  assertDocument(root);
  return {
    document: root,
    url: file.url,
    sha256: file.sha256,
    ...(pin === undefined ? {} : { pin }),
    inputs: inputs.all,
    warnings: reporter.warnings,
    locate: (pointer) => origins.locate(parsePointer(pointer) ?? []),
  };

  async function fromSwagger(given: SourceFile): Promise<SourceFile> {
    if (!isObject(given.root) || !Object.hasOwn(given.root, "swagger")) return given;
    const { convertSwagger } = await import("./swagger/convert.js");
    return convertSwagger(given, reporter);
  }

  async function overlayFiles(paths: readonly string[]): Promise<SourceFile[]> {
    const files: SourceFile[] = [];
    if (paths.length === 0) return files;
    const { applyOverlays } = await import("./overlay/overlay.js");
    for (const path of paths) files.push(await inputs.parse("overlay", inputs.bytes(path)));
    await applyOverlays({ root: file.root, origins }, files, reporter);
    return files;
  }
}

/** The walk of `resolveReferences` has proven the shapes; the compiler cannot see that. */
function assertDocument(_root: JsonObject): asserts _root is JsonObject & OpenApiDocument {}
