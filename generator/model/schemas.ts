/** Names every schema of the document and normalises it. */
import type { Schema } from "../openapi.js";
import { at, child, member, parsePointer } from "../pointer.js";
import type { ModelContext } from "./context.js";
import { componentKey } from "./extensions.js";
import { moduleName, type NameRegistry, typeName } from "./names.js";
import { createShaper, type Shaper } from "./shape.js";
import type { NamedSchema, Shape } from "./types.js";

export interface SchemaTable {
  readonly shaper: Shaper;
  /** Every schema named so far, the document's own first, in its order. */
  finish(): readonly NamedSchema[];
}

interface Entry {
  readonly key: string;
  readonly name: string;
  readonly module: string;
  readonly schema: Schema;
  readonly pointer: string;
}

/**
 * Names `components.schemas` at once, and what else references point at when it is first met:
 * such a schema's key is its JSON pointer.
 */
export function nameSchemas(context: ModelContext, types: NameRegistry): SchemaTable {
  const { document } = context;
  const deleted = context.dialect?.deletedPrefix;
  const entries = new Map<string, Entry>();
  const components = document.components?.schemas ?? {};

  function add(key: string, label: string, schema: Schema, pointer: string): void {
    const name = types.claim(typeName(label));
    entries.set(key, { key, name, module: firstWord(label), schema, pointer });
  }

  for (const [key, schema] of Object.entries(components)) {
    add(key, key, schema, child("/components/schemas", key));
  }

  function resolveKey(ref: string): string {
    const key = componentKey(ref) ?? ref.slice(1);
    if (!entries.has(key)) {
      const tokens = parsePointer(key) ?? [];
      const schema = at(document, tokens) as Schema;
      add(key, labelOf(tokens), schema, key);
    }
    return key;
  }

  const shaper = createShaper(context, resolveKey);

  function finish(): readonly NamedSchema[] {
    const done: NamedSchema[] = [];
    // The map grows while shapes are made: a schema may refer to one that has no name yet.
    for (const { key, name, module, schema, pointer } of entries.values()) {
      const shape = shaper.shape(schema, pointer);
      const twin = deleted !== undefined && member(components, deleted + key) !== undefined;
      done.push({ key, name, module, shape: twin ? neverDeleted(shape) : shape });
    }
    return done;
  }

  return { shaper, finish };
}

/** The group a schema's module is named after: `checkout.session` and `checkout_acss…` → `checkout`. */
function firstWord(key: string): string {
  return moduleName(/[A-Za-z0-9]+/.exec(key)?.[0] ?? "");
}

const STRUCTURAL =
  /^(?:paths|components|schemas|properties|items|content|schema|\d+|allOf|anyOf|oneOf)$/;

/** A readable label for a schema that only has a pointer: its last two telling tokens. */
function labelOf(tokens: readonly string[]): string {
  const telling = tokens.filter((token) => !STRUCTURAL.test(token)).slice(-2);
  return telling.length === 0 ? "schema" : telling.join("_");
}

/** An object whose deleted form is a schema of its own is never deleted itself, so `deleted` tells them apart. */
function neverDeleted(shape: Shape): Shape {
  if (shape.properties === undefined || Object.hasOwn(shape.properties, "deleted")) return shape;
  return { ...shape, properties: { ...shape.properties, deleted: { enum: [] } } };
}
