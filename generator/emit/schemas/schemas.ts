/** The modules of named types, one a group, and their index. */
import type { Model, NamedSchema } from "../../model/types/index.js";
import type { Symbols } from "../../symbols/index.js";
import { declarationText } from "../types/declaration-text.js";
import { declareType } from "../types/declare.js";
import type { Docs } from "../code/docs.js";
import { propertyKey, stringLiteral } from "../code/encode.js";
import { describe, type ModuleDescription } from "../code/file.js";
import { groupByModule } from "../code/group.js";
import { Imports, type Rendered, specifier } from "../code/imports.js";
import { block, textModule } from "../code/layout.js";
import { importedNames, namesIn, schemaModule, type SchemaNames } from "../names/names.js";
import type { EmitSettings } from "../names/settings.js";
import { createTypePrinter } from "../types/types.js";

interface SchemaSlice {
  readonly path: string;
  readonly docs: Docs;
  readonly lists: string;
  readonly schemas: readonly NamedSchema[];
  readonly names: SchemaNames;
}

export function emitSchemas(model: Model, settings: EmitSettings): ModuleDescription[] {
  const all = new Map(model.schemas.map((schema) => [schema.key, schema]));
  const groups = groupByModule(model.schemas);
  const modules = groups.map(([module, schemas]) => {
    const path = schemaModule(module);
    const names = namesIn(
      schemas.map(({ shape }) => shape),
      all,
    );
    const { docs, lists } = settings;
    return describe(path, { path, docs, lists, schemas, names }, renderSchemas);
  });
  return [
    ...modules,
    emitIndex(
      model,
      groups.map(([module]) => module),
    ),
  ];
}

function renderSchemas(slice: SchemaSlice, symbols: Symbols): Rendered {
  const own = slice.schemas.map(({ name }) => name);
  const imports = new Imports(slice.path, symbols, own);
  const printer = createTypePrinter(importedNames(slice.names, imports, slice.lists), slice.docs);
  const declarations = slice.schemas.map(({ name, shape }) =>
    declareType(printer, slice.docs, name, shape),
  );
  const texts = declarations.map(declarationText);
  return texts.every((text) => text !== undefined)
    ? textModule(imports, texts, true)
    : imports.module(declarations);
}

/** `schemas/index`: everything again, and `Schemas`, which finds a type by its name in the document. */
function emitIndex(model: Model, modules: readonly string[]): ModuleDescription {
  const entries = model.schemas
    .filter(({ variant }) => variant === undefined)
    .map(({ key, name, module }) => ({ key, name, module }));
  return describe("schemas/index", { modules, entries }, (slice, symbols) => {
    const imports = new Imports("schemas/index", symbols, ["Schemas"]);
    for (const { name, module } of slice.entries) imports.type(name, schemaModule(module));
    const exports = slice.modules.map((module) => {
      return `export type * from ${stringLiteral(specifier("schemas/index", schemaModule(module)))};`;
    });
    const members = slice.entries.map(({ key, name }) => `${propertyKey(key)}: ${name}`);
    const lines = block({ head: "export interface Schemas ", members }, ";");
    const docs = "/** Every named type by the name its schema has in the document. */";
    const blocks = [exports.join("\n"), [docs, ...lines].join("\n")];
    return textModule(imports, blocks.filter(Boolean), true);
  });
}
