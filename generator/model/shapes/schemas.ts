/** Names every schema of the document and normalises it. */
import type { Schema } from "../../openapi/index.js";
import { at, child, member, parsePointer } from "../../openapi/pointer.js";
import { createDiffers } from "./access.js";
import { breakCycles } from "./cycles.js";
import { claimType } from "../names/claim.js";
import { type ModelContext, warn } from "../context/index.js";
import { inheritedLiterals } from "./discriminator.js";
import { componentKey } from "../types/references.js";
import { openEnums } from "../schemas/open-enums.js";
import { moduleName, type NameRegistry, pascalCase, typeName } from "../names/identifiers.js";
import { createShaper, type Shaper } from "./shape.js";
import type { Direction, NamedSchema, Shape } from "../types/index.js";

/** A request and a response may say different things with one schema. */
export type Shapers = Readonly<Record<Direction, Shaper>>;

export interface SchemaTable {
  readonly shapers: Shapers;
  /** Every schema named so far, the document's own first, in its order. */
  finish(): readonly NamedSchema[];
}

interface Entry {
  readonly key: string;
  readonly name: string;
  readonly module: string;
  readonly direction: Direction;
  readonly schema: Schema;
  readonly pointer: string;
}

/**
 * Names `components.schemas` at once, and what else references point at when it is first met:
 * such a schema's key is its JSON pointer. Where requests and responses have different types of a schema,
 * the plain name is the response's: `Pet` and `PetInput`.
 */
export function nameSchemas(context: ModelContext, types: NameRegistry): SchemaTable {
  const { document } = context;
  const deleted = context.dialect?.deleted;
  const entries = new Map<string, Entry>();
  const components = document.components?.schemas ?? {};
  const { differs: mayDiffer, isOpen } = openEnums(context);
  const differs = createDiffers(
    document,
    (schema) => mayDiffer && isOpen(schema, "response") !== isOpen(schema, "request"),
  );
  const inputNames = new Map<string, string>();

  function add(key: string, label: string, schema: Schema, pointer: string): Entry {
    const wanted = typeName(label, (name) => isReservedFor(context, key, name));
    const name = types.claim(wanted, isEvent(context, key));
    const module = firstWord(label);
    const entry = { key, name, module, direction: "response", schema, pointer } as const;
    entries.set(key, entry);
    return entry;
  }

  function claimInputName({ key, name, pointer }: Entry): void {
    if (differs(`#${pointer}`))
      inputNames.set(key, claimType(context, types, `${name}Input`, pointer));
  }

  for (const [key, schema] of Object.entries(components)) {
    const { name, pointer } = add(key, key, schema, child("/components/schemas", key));
    if (isReservedFor(context, key, pascalCase(key))) warnReserved(context, key, name, pointer);
    else if (name !== typeName(key)) warnTaken(context, key, name, pointer);
  }
  // All of them, whether requests use them or not: a name must not hang on the operations there are.
  for (const entry of [...entries.values()]) claimInputName(entry);

  function entryOf(ref: string): Entry {
    const key = componentKey(ref) ?? ref.slice(1);
    const known = entries.get(key);
    if (known !== undefined) return known;
    const tokens = parsePointer(key) ?? [];
    const entry = add(key, labelOf(tokens), at(document, tokens) as Schema, key);
    claimInputName(entry);
    return entry;
  }

  function inputKey(ref: string): string {
    const entry = entryOf(ref);
    const name = inputNames.get(entry.key);
    if (name === undefined) return entry.key;
    // No key of the document: those that are no component's begin with a slash.
    let key = `${entry.key} (request)`;
    while (entries.has(key) && entries.get(key)?.direction !== "request") key += "'";
    if (!entries.has(key)) entries.set(key, { ...entry, key, name, direction: "request" });
    return key;
  }

  const shapers: Shapers = {
    response: createShaper(context, "response", (ref) => entryOf(ref).key),
    request: createShaper(context, "request", inputKey),
  };
  const literals = inheritedLiterals(context);

  function shapeOf({ key, schema, pointer, direction }: Entry): Shape {
    const whole = shapers[direction].shape(schema, pointer);
    // Of what a listed path goes through, the property around it says that it may be null.
    const { nullable: _, ...plain } = whole;
    const shape = context.listed?.named.has(pointer) === true ? plain : whole;
    const inherited = literals.get(componentKey(`#${pointer}`) ?? "");
    if (inherited !== undefined) return withLiterals(shape, inherited);
    const twin = deleted && member(components, deleted.prefix + key);
    return twin === undefined ? shape : withoutProperty(shape, deleted?.property ?? "");
  }

  function finish(): readonly NamedSchema[] {
    const done: { schema: NamedSchema; pointer: string }[] = [];
    // The map grows while shapes are made: a schema may refer to one that has no name yet.
    for (const entry of entries.values()) {
      const { key, name, module, direction, pointer } = entry;
      const variant = direction === "request" ? { variant: direction } : {};
      done.push({ schema: { key, ...variant, name, module, shape: shapeOf(entry) }, pointer });
    }
    return breakCycles(context, done);
  }

  return { shapers, finish };
}

function isReservedFor(context: ModelContext, key: string, name: string): boolean {
  return context.reserved.types.has(name) && !isEvent(context, key);
}

/** The schema of all events may be called as the union of them is: the entry exports the union in its place. */
function isEvent({ dialect }: ModelContext, key: string): boolean {
  return key === dialect?.events?.schema;
}

function warnReserved(context: ModelContext, key: string, name: string, pointer: string): void {
  warn(context, {
    code: "reserved-type-name",
    message: `the schema ${JSON.stringify(key)} gives the name of something that the client exports`,
    pointer,
    hint: `It is called ${name}; give it a key of its own.`,
  });
}

function warnTaken(context: ModelContext, key: string, name: string, pointer: string): void {
  warn(context, {
    code: "duplicate-type-name",
    message: `the schema ${JSON.stringify(key)} gives the name of another schema`,
    pointer,
    hint: `It is called ${name}, and that may change when others come; give it a key of its own.`,
  });
}

/** The group a schema's module is named after: `checkout.session`, `checkout_acss…` and `CheckoutLine` → `checkout`. */
function firstWord(key: string): string {
  return moduleName(/(?:[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+)[0-9]*/.exec(key)?.[0] ?? "");
}

const STRUCTURAL =
  /^(?:paths|components|schemas|properties|items|content|schema|\d+|allOf|anyOf|oneOf)$/;

/** A readable label for a schema that only has a pointer: its last two telling tokens. */
function labelOf(tokens: readonly string[]): string {
  const telling = tokens.filter((token) => !STRUCTURAL.test(token)).slice(-2);
  return telling.length === 0 ? "schema" : telling.join("_");
}

/** An object that has a deleted form is never deleted itself: the property that says so tells them apart. */
function withoutProperty(shape: Shape, name: string): Shape {
  if (shape.properties === undefined || Object.hasOwn(shape.properties, name)) return shape;
  return { ...shape, properties: { ...shape.properties, [name]: { enum: [] } } };
}

/** What tells a subtype from the others. */
function withLiterals(shape: Shape, literals: readonly Shape[]): Shape {
  const {
    allOf,
    description,
    deprecated,
    nullable,
    not,
    example,
    default: fallback,
    ...base
  } = shape;
  const notes = { description, deprecated, nullable, not, example, default: fallback };
  const said = Object.entries(notes).filter(([, value]) => value !== undefined);
  const own = Object.keys(base).length === 0 ? [] : [base];
  return { allOf: [...own, ...(allOf ?? []), ...literals], ...Object.fromEntries(said) };
}
