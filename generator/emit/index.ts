/** Model → file descriptions. Knows nothing of the disk nor of the document. */
import type { Model } from "../model/types.js";
import { emitApi } from "./api.js";
import { emitClass } from "./class.js";
import { emitClient } from "./client.js";
import { emitEntry } from "./entry.js";
import { emitExpandMap } from "./expand-map.js";
import type { FileDescription } from "./file.js";
import { emitOperations } from "./operations.js";
import { emitPackage } from "./package.js";
import { emitRaw } from "./raw.js";
import { emitResources } from "./resources.js";
import { emitSchemas } from "./schemas.js";
import { emitTree } from "./tree.js";
import type { EmitSettings } from "./settings.js";
import { emitTesting } from "./testing/index.js";
import { emitTypeNames } from "./type-names.js";
import { emitWebhooks } from "./webhooks.js";

/** The emitted modules, relative to the sources; and the package's own files, relative to the output. */
export interface Emitted {
  readonly modules: readonly FileDescription[];
  readonly packageFiles: readonly FileDescription[];
}

export function emit(model: Model, settings: EmitSettings): Emitted {
  return {
    modules: [
      ...emitSchemas(model, settings),
      ...emitExpandMap(model, settings),
      ...emitOperations(model, settings),
      ...emitResources(model, settings),
      ...emitTree(model, settings),
      ...emitTypeNames(model, settings),
      ...emitClass(model, settings),
      ...emitApi(model, settings),
      emitClient(model, settings),
      ...emitWebhooks(model, settings),
      ...emitRaw(model, settings),
      ...emitTesting(model, settings),
      emitEntry(model, settings),
    ],
    packageFiles:
      settings.package === undefined ? [] : emitPackage(model, settings.package, settings),
  };
}
