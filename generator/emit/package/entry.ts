/** The package's main entry. */
import type { ExportDeclarationStructure } from "ts-morph";
import { StructureKind } from "../../support/compilers.js";
import type { Model } from "../../model/types/index.js";
import { describe, type ModuleDescription } from "../code/file.js";
import { specifier } from "../code/imports.js";
import { RESOURCES } from "../resources/resources.js";
import type { EmitSettings } from "../names/settings.js";
import { TREE } from "../resources/tree.js";
import { hasIncoming, WEBHOOKS } from "../schemas/webhooks.js";

const PATH = "index";

/** `index`: the client, the dialect's own exports, and every type. */
export function emitEntry(model: Model, settings: EmitSettings): ModuleDescription {
  const slice = {
    dialect: settings.dialect,
    expand: model.expand.size > 0,
    events: model.events.length > 0,
    webhooks: hasIncoming(model),
    resources: model.resources !== undefined,
    class: settings.class?.name,
  };
  return describe(
    PATH,
    slice,
    ({ dialect: folder, expand, events, webhooks, resources, ...rest }) => ({
      statements: [
        ...(rest.class === undefined ? [] : [theClass(rest.class)]),
        ...(resources ? [{ ...all(RESOURCES), isTypeOnly: true }] : []),
        ...(resources && rest.class === undefined ? [createResources()] : []),
        all("client"),
        all(folder === undefined ? "runtime/index" : `${folder}/index`),
        ...(expand ? [{ ...all("expand/index"), isTypeOnly: true }] : []),
        { ...all("schemas/index"), isTypeOnly: true },
        // Named exports win over those of a star: here `Event` is the union, not the schema of that name.
        ...(webhooks ? [{ ...all(WEBHOOKS), isTypeOnly: true }] : []),
        ...(events ? [eventTypes(`${folder}/api`)] : []),
      ],
    }),
  );
}

function all(module: string): ExportDeclarationStructure {
  return {
    kind: StructureKind.ExportDeclaration,
    moduleSpecifier: specifier(PATH, module),
  };
}

function createResources(): ExportDeclarationStructure {
  return { ...all(TREE.module), namedExports: ["createResources"] };
}

function theClass(name: string): ExportDeclarationStructure {
  return { ...all("class"), namedExports: [name, "default"] };
}

function eventTypes(module: string): ExportDeclarationStructure {
  return {
    ...all(module),
    isTypeOnly: true,
    namedExports: ["Event", "EventMap", "EventOf"],
  };
}
