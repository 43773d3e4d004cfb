/** Model → file descriptions. Knows nothing of the disk nor of the document. */
import type { Examples } from "../examples/index.js";
import type { Model } from "../model/types/index.js";
import { emitApi } from "./client/api.js";
import { emitClient } from "./client/client.js";
import { emitRaw } from "./client/raw.js";
import type { FileDescription } from "./code/file.js";
import { emitOperations } from "./operations/operations.js";
import { emitEntry } from "./package/entry.js";
import { GIT_ATTRIBUTES } from "./package/git-attributes.js";
import { emitPackage } from "./package/package.js";
import { emitClass } from "./resources/class.js";
import { emitResources } from "./resources/resources.js";
import { emitTree } from "./resources/tree.js";
import { emitTypeNames } from "./resources/type-names.js";
import { emitExpandMap } from "./schemas/expand-map.js";
import { emitSchemas } from "./schemas/schemas.js";
import { emitWebhooks } from "./schemas/webhooks.js";
import { emitTesting } from "./testing/index.js";

/** The emitted modules, relative to the sources; and the package's own files, relative to the output. */
export interface Emitted {
  readonly modules: readonly FileDescription[];
  readonly packageFiles: readonly FileDescription[];
}

/** `examples`: undefined where nothing responds from the document. */
export function emit(model: Model, examples: Examples | undefined): Emitted {
  return {
    modules: [
      ...emitSchemas(model),
      ...emitExpandMap(model),
      ...emitOperations(model),
      ...emitResources(model),
      ...emitTree(model),
      ...emitTypeNames(model),
      ...emitClass(model),
      ...emitApi(model),
      emitClient(model),
      ...emitWebhooks(model),
      ...emitRaw(model),
      ...emitTesting(model, examples),
      emitEntry(model),
    ],
    packageFiles: [GIT_ATTRIBUTES, ...emitPackage(model)],
  };
}
