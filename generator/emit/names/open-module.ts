/** What the modules that name types have in common: where they are, what their comments carry, the names they use. */
import type { Model, Shape } from "../../model/types/index.js";
import type { Docs } from "../../model/types/index.js";
import type { Symbols } from "../../symbols/index.js";
import { Imports } from "../code/imports.js";
import { createTypePrinter, type TypePrinter } from "../types/types.js";
import { importedNames, namesIn, type SchemaNames } from "./names.js";

/** The common part of their slices. */
export interface TypedSlice {
  /** Without extension. */
  readonly path: string;
  readonly docs: Docs;
  /** Folder of the dialect; undefined for a document without one. */
  readonly dialect: string | undefined;
  /** Module of the dialect's container types. */
  readonly lists: string;
  readonly names: SchemaNames;
}

/** What writes them: the imports that it gathers, and the printer of types. */
export interface ModuleWriter {
  readonly imports: Imports;
  readonly printer: TypePrinter;
  readonly docs: Docs;
  readonly dialect: string | undefined;
  readonly lists: string;
}

/** `shapes` are all that the module names. */
export function typedSlice(
  { schemas, output: { docs, dialect, lists } }: Model,
  path: string,
  shapes: Iterable<Shape>,
): TypedSlice {
  return { path, docs, dialect, lists, names: namesIn(shapes, schemas) };
}

/** `own` are the names that the module gives itself. */
export function openModule(
  { path, docs, dialect, lists, names }: TypedSlice,
  symbols: Symbols,
  own: Iterable<string>,
): ModuleWriter {
  const imports = new Imports(path, symbols, own);
  const printer = createTypePrinter(importedNames(names, imports, lists), docs);
  return { imports, printer, docs, dialect, lists };
}
