/** The package's main entry. */
import { moduleOf, type Rendered } from "../code/module.js";
import type { Model } from "../../model/types/index.js";
import { entryTemplates, EVENT_TYPES } from "../../symbols/entries.js";
import type { Symbols } from "../../symbols/index.js";
import { describe, type ModuleDescription } from "../code/file.js";
import { Imports } from "../code/imports.js";

import { RESOURCES } from "../resources/resources.js";
import { TREE } from "../resources/tree.js";
import { hasIncoming, WEBHOOKS } from "../schemas/webhooks.js";

const PATH = "index";

interface EntrySlice {
  readonly dialect: string | undefined;
  readonly expand: boolean;
  readonly events: boolean;
  readonly webhooks: boolean;
  readonly resources: boolean;
  /** Name of the class, where there is one. */
  readonly class: string | undefined;
}

/** `index`: the client, the dialect's own exports, and every type. */
export function emitEntry(model: Model): ModuleDescription {
  const slice: EntrySlice = {
    dialect: model.output.dialect,
    expand: model.expand.size > 0,
    events: model.events.length > 0,
    webhooks: hasIncoming(model),
    resources: model.resources !== undefined,
    class: model.output.class?.name,
  };
  return describe(PATH, slice, renderEntry);
}

function renderEntry(slice: EntrySlice, symbols: Symbols): Rendered {
  const imports = new Imports(PATH, symbols);
  const { dialect, resources } = slice;
  const [own, expand] = entryTemplates(dialect);
  const types = { isTypeOnly: true };
  const named = slice.class;
  return moduleOf(imports, [
    ...(named === undefined ? [] : [imports.reExport("class", { names: [named, "default"] })]),
    ...(resources ? [imports.reExport(RESOURCES, types)] : []),
    ...(resources && named === undefined
      ? [imports.reExport(TREE.module, { names: ["createResources"] })]
      : []),
    imports.reExport("client"),
    imports.reExport(own),
    ...(slice.expand ? [imports.reExport(expand, types)] : []),
    imports.reExport("schemas/index", types),
    // Named exports win over those of a star: here `Event` is the union, not the schema of that name.
    ...(slice.webhooks ? [imports.reExport(WEBHOOKS, types)] : []),
    ...(slice.events ? [imports.reExport(`${dialect}/api`, { ...types, names: EVENT_TYPES })] : []),
  ]);
}
