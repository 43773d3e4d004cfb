/** The package's main entry. */
import { type ExportDeclarationStructure, StructureKind } from "ts-morph";
import type { Model } from "../model/types.js";
import { describe, type ModuleDescription } from "./file.js";
import { specifier } from "./imports.js";
import type { EmitSettings } from "./settings.js";

const PATH = "index";

/** `index`: the client, the dialect's own exports, and every type. */
export function emitEntry(model: Model, { dialect }: EmitSettings): ModuleDescription {
  const slice = { dialect, expand: model.expand.size > 0, events: model.events.length > 0 };
  return describe(PATH, slice, ({ dialect: folder, expand, events }) => ({
    statements: [
      all("client"),
      all(folder === undefined ? "runtime/index" : `${folder}/index`),
      ...(expand ? [{ ...all("expand/index"), isTypeOnly: true }] : []),
      { ...all("schemas/index"), isTypeOnly: true },
      // Named exports win over those of a star: here `Event` is the union, not the schema of that name.
      ...(events ? [eventTypes(`${folder}/api`)] : []),
    ],
  }));
}

function all(module: string): ExportDeclarationStructure {
  return {
    kind: StructureKind.ExportDeclaration,
    moduleSpecifier: specifier(PATH, module),
  };
}

function eventTypes(module: string): ExportDeclarationStructure {
  return {
    ...all(module),
    isTypeOnly: true,
    namedExports: ["Event", "EventMap", "EventOf"],
  };
}
