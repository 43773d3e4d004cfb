import {
  clone,
  describe,
  getMember,
  isObject,
  type Json,
  type JsonObject,
  setMember,
} from "../parse/json-value.js";
import type { Origin, Origins } from "../places/origins.js";

/** A node of the document and where it hangs. */
export interface TargetNode {
  readonly tokens: readonly string[];
  readonly value: Json;
  /** Absent for the root. */
  readonly container: JsonObject | Json[] | undefined;
}

/** A value to merge, and the place in a file it was read from. */
export interface Source extends Origin {
  readonly value: Json;
}

/** Says that `source` cannot be merged. */
type Refuse = (message: string, source: Origin) => never;

/** Merges `source` into the node at `place` (Overlay 1.1.0, Action Object). */
export function merge(place: TargetNode, source: Source, origins: Origins, refuse: Refuse): void {
  const { value, container, tokens } = place;
  // Copied first: the copy of a node into itself would otherwise never end.
  const copy = graftable(source, origins);
  if (Array.isArray(value)) {
    append(value, copy, origins);
  } else if (isObject(value)) {
    if (!isObject(copy.value)) {
      refuse(`an object cannot be updated with ${describe(copy.value)}`, source);
    }
    mergeObjects(value, { ...copy, value: copy.value }, origins, refuse);
  } else {
    const key = tokens.at(-1);
    if (container === undefined || key === undefined)
      refuse("the document is not an object", source);
    else if (!isPrimitive(copy.value)) {
      refuse(`${describe(value)} cannot be replaced with ${describe(copy.value)}`, source);
    } else put(container, key, copy, origins);
  }
}

/** Removes nodes: the deepest first, and of one array the last first, so that places stay true. */
export function remove(places: readonly TargetNode[], origins: Origins): void {
  const items: TargetNode[] = [];
  for (const place of places) {
    const key = place.tokens.at(-1);
    if (key === undefined || place.container === undefined) continue;
    if (Array.isArray(place.container)) {
      items.push(place);
    } else {
      delete place.container[key];
      origins.forget(place.container, key);
    }
  }
  items.sort(
    (a, b) =>
      b.tokens.length - a.tokens.length || Number(b.tokens.at(-1)) - Number(a.tokens.at(-1)),
  );
  for (const { container, tokens } of items) {
    if (Array.isArray(container)) removeItem(container, tokens, origins);
  }
}

function removeItem(array: Json[], tokens: readonly string[], origins: Origins): void {
  const parent = tokens.slice(0, -1);
  const index = Number(tokens.at(-1));
  for (let next = index + 1; next < array.length; next += 1) {
    origins.graft(array, String(next - 1), origins.of([...parent, String(next)]));
  }
  array.splice(index, 1);
  origins.forget(array, String(array.length));
}

function mergeObjects(
  object: JsonObject,
  source: Source & { readonly value: JsonObject },
  origins: Origins,
  refuse: Refuse,
): void {
  for (const [key, value] of Object.entries(source.value)) {
    const update = { ...origins.below(source.value, key, source), value };
    const old = getMember(object, key) ?? null;
    if (old === null || (isPrimitive(old) && isPrimitive(value))) {
      put(object, key, update, origins);
    } else if (isObject(old) && isObject(value)) {
      mergeObjects(old, { ...update, value }, origins, refuse);
    } else if (Array.isArray(old) && Array.isArray(value)) {
      append(old, update, origins);
    } else if (value !== null) {
      // An empty value (`components:`) mirrors the structure of the document and changes nothing.
      refuse(`${key} is ${describe(old)} and cannot be merged with ${describe(value)}`, update);
    }
  }
}

/** Concatenates an array, appends anything else. */
function append(array: Json[], source: Source, origins: Origins): void {
  const { value } = source;
  if (!Array.isArray(value)) {
    put(array, String(array.length), source, origins);
    return;
  }
  for (const [index, item] of value.entries()) {
    const origin = origins.below(value, String(index), source);
    put(array, String(array.length), { ...origin, value: item }, origins);
  }
}

function put(container: JsonObject | Json[], key: string, source: Source, origins: Origins): void {
  if (Array.isArray(container)) container[Number(key)] = source.value;
  else setMember(container, key, source.value);
  origins.graft(container, key, { file: source.file, tokens: source.tokens });
}

function graftable(source: Source, origins: Origins): Source {
  const value = clone(source.value);
  origins.copy(source.value, value);
  return { file: source.file, tokens: source.tokens, value };
}

function isPrimitive(value: Json): boolean {
  return typeof value !== "object" || value === null;
}
