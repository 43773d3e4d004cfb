/** Model → file descriptions. Knows nothing of the disk nor of the document. */
import type { Model } from "../model/types/index.js";
import { emitApi } from "./client/api.js";
import { emitClass } from "./resources/class.js";
import { emitClient } from "./client/client.js";
import { emitEntry } from "./package/entry.js";
import { emitExpandMap } from "./schemas/expand-map.js";
import type { FileDescription } from "./code/file.js";
import { emitOperations } from "./operations/operations.js";
import { emitPackage } from "./package/package.js";
import { emitRaw } from "./client/raw.js";
import { emitResources } from "./resources/resources.js";
import { emitSchemas } from "./schemas/schemas.js";
import { emitTree } from "./resources/tree.js";
import type { EmitSettings } from "./names/settings.js";
import { emitTesting } from "./testing/index.js";
import { emitTypeNames } from "./resources/type-names.js";
import { emitWebhooks } from "./schemas/webhooks.js";

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
