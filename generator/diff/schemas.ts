/** Changes between the named schemas of two models, from the side of whoever uses them. */
import { schemasByKey } from "../model/types/by-key.js";
import { responseShapes, paramShapes } from "../model/types/response-shapes.js";
import { keysIn } from "../model/types/references.js";
import type { Model, NamedSchema, Shape } from "../model/types/index.js";
import { child } from "../openapi/pointer.js";
import { type Change, change, type Direction, type Spot } from "./rules/change.js";
import { compareShapes } from "./shapes/shapes.js";
import type { Views } from "./shapes/view.js";

export function compareSchemas(before: Model, after: Model, views: Views): Change[] {
  const old = schemasByKey(before.schemas);
  const now = schemasByKey(after.schemas);
  const written = reachable(after, "request");
  const readBack = reachable(after, "response");
  const changes: Change[] = [];
  for (const schema of before.schemas) {
    const next = now.get(schema.key);
    if (next === undefined) {
      changes.push(change("schema-removed", spotOf(schema), schema.key));
      continue;
    }
    if (schema.name !== next.name) {
      changes.push(change("schema-renamed", spotOf(next), schema.name, next.name));
    }
    const directions: Direction[] = [];
    if (written.has(schema.key)) directions.push("request");
    // What no operation uses is still exported, to be read.
    if (readBack.has(schema.key) || directions.length === 0) directions.push("response");
    for (const direction of directions) {
      const found = compareShapes(schema.shape, next.shape, views[direction], spotOf(next));
      for (const each of found) changes.push(each);
    }
  }
  for (const schema of after.schemas) {
    if (!old.has(schema.key)) {
      changes.push(change("schema-added", spotOf(schema), undefined, schema.key));
    }
  }
  return changes;
}

function spotOf({ key, name }: NamedSchema): Spot {
  return { pointer: key.startsWith("/") ? key : child("/components/schemas", key), symbol: name };
}

/** The keys of the schemas that requests, or responses, are made of. */
function reachable(model: Model, direction: Direction): Set<string> {
  const shapes = new Map(model.schemas.map(({ key, shape }) => [key, shape]));
  const found = new Set<string>();
  const visit = (start: Shape): void => {
    const waiting = keysIn(start);
    for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
      if (found.has(key)) continue;
      found.add(key);
      keysIn(shapes.get(key), waiting);
    }
  };
  for (const operation of model.operations) {
    if (direction === "request") {
      for (const shape of paramShapes(operation)) visit(shape);
      for (const { shape } of operation.pathParameters) visit(shape);
    } else {
      for (const shape of responseShapes(operation)) visit(shape);
      for (const { shape } of operation.callbacks ?? []) visit(shape);
    }
  }
  if (direction === "response") {
    for (const { shape } of model.webhooks) visit(shape);
    // What can be expanded is read as well.
    for (const { targets } of model.expand.values()) {
      for (const key of [...targets.values()].flat())
        visit({ $ref: child("#/components/schemas", key) });
    }
  }
  return found;
}
