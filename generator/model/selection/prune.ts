/** Leaves out the operations that are not wanted, and what only they need. Names stay as they are with all of them. */
import { child } from "../../openapi/pointer.js";
import { keysIn } from "../types/references.js";
import { operationShapes, reachableKeys } from "./reachable.js";
import { operationPointer, type Selectable } from "./selection.js";
import type {
  EventType,
  ExpandGraph,
  IncomingRequest,
  NamedSchema,
  NotificationType,
  Operation,
  Resource,
} from "../types/index.js";

export interface Prunable {
  readonly operations: readonly Operation[];
  readonly schemas: readonly NamedSchema[];
  readonly expand: ExpandGraph;
  readonly events: readonly EventType[];
  readonly notifications: readonly NotificationType[];
  readonly webhooks: readonly IncomingRequest[];
  readonly resources: Resource | undefined;
}

export interface Pruned extends Prunable {
  /** JSON pointers of what was left out. */
  readonly dropped: readonly string[];
}

/** `needed`: keys of schemas that are wanted in any case. */
export function prune(
  all: Prunable,
  isWanted: (operation: Selectable) => boolean,
  needed: readonly string[],
): Pruned {
  const operations = all.operations.filter(isWanted);
  const starts = [
    ...needed,
    ...all.events.map(({ key }) => key),
    ...all.notifications.flatMap(({ key, related }) => [key, related ?? []].flat()),
    ...operations.flatMap((operation) => keysIn(operationShapes(operation))),
    ...keysIn(all.webhooks),
  ];
  const keys = reachableKeys(starts, all.schemas, all.expand);
  const wantedSchemas = new Set([...keys].map(documentKey));
  const functions = new Set(operations.map(({ name }) => name));
  return {
    ...all,
    operations,
    schemas: all.schemas.filter(({ key }) => keys.has(key)),
    expand: new Map([...all.expand].filter(([key]) => keys.has(key))),
    resources: all.resources && pruneResource(all.resources, functions, new Map()),
    dropped: [
      ...all.operations.filter((operation) => !isWanted(operation)).map(operationPointer),
      ...all.schemas
        .map(({ key }) => documentKey(key))
        .filter((key) => !wantedSchemas.has(key))
        .map((key) => (key.startsWith("/") ? key : child("/components/schemas", key))),
    ],
  };
}

/** The key of the schema in the document, of which requests may have a type of their own. */
function documentKey(key: string): string {
  return key.replace(/ \(request\)'*$/, "");
}

/** A resource that stands under several names stays one. */
function pruneResource(
  resource: Resource,
  functions: ReadonlySet<string>,
  done: Map<Resource, Resource>,
): Resource {
  const known = done.get(resource);
  if (known !== undefined) return known;
  const methods = resource.methods
    .map((method) => ({
      ...method,
      operations: method.operations.filter((name) => functions.has(name)),
    }))
    .filter(({ operations }) => operations.length > 0);
  const children = resource.children
    .map(({ name, resource: inner }) => ({ name, resource: pruneResource(inner, functions, done) }))
    .filter(({ resource: inner }) => inner.methods.length + inner.children.length > 0);
  const pruned = { ...resource, methods, children };
  done.set(resource, pruned);
  return pruned;
}
