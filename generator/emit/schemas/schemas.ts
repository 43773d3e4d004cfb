/** The modules of named types, one a group, and their index. */
import { laidOut, moduleOf, type Rendered } from "../code/module.js";
import type { Model, NamedSchema } from "../../model/types/index.js";
import type { Symbols } from "../../symbols/index.js";
import { propertyKey, stringLiteral } from "../code/encode.js";
import { describe, type ModuleDescription } from "../code/file.js";
import { groupByModule } from "../code/group.js";
import { Imports, specifier } from "../code/imports.js";
import { block } from "../code/layout.js";

import { schemaModule } from "../names/names.js";
import { openModule, type TypedSlice, typedSlice } from "../names/open-module.js";
import { declareType } from "../types/declare.js";

interface SchemaSlice extends TypedSlice {
  readonly schemas: readonly NamedSchema[];
}

export function emitSchemas(model: Model): ModuleDescription[] {
  const groups = groupByModule(model.schemas);
  const modules = groups.map(([module, schemas]) => {
    const path = schemaModule(module);
    const shapes = schemas.map(({ shape }) => shape);
    return describe(path, { ...typedSlice(model, path, shapes), schemas }, renderSchemas);
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
  const { imports, printer } = openModule(slice, symbols, own);
  return moduleOf(
    imports,
    slice.schemas.map(({ name, shape }) => declareType(printer, slice.docs, name, shape)),
  );
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
    return moduleOf(
      imports,
      blocks.filter(Boolean).map((block) => laidOut(block)),
    );
  });
}
