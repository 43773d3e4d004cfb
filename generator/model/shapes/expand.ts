/**
 * The expand graph: the paths by which a caller may ask for objects in the place of ids, from each schema. Derived from
 * the dialect's extensions and the shapes of properties, and pruned of what leads nowhere.
 */
import type { Schema, SchemaObject } from "../../openapi/index.js";
import { at, child, member, parsePointer } from "../../openapi/pointer.js";
import { type ModelContext, warn } from "../context/index.js";
import { expandableFields, expansionTargets, isIncludable } from "../context/expansion.js";
import { propertyNotes } from "../context/extensions.js";
import { ownObject } from "../context/listed-paths.js";
import { componentKey } from "../types/references.js";
import { matchList } from "../context/lists.js";
import type { Shaper } from "./shape.js";
import type { ExpandGraph, ExpandNode, Shape, Walk } from "../types/index.js";

export function buildExpandGraph(context: ModelContext, shaper: Shaper): ExpandGraph {
  const nodes = new Map<string, ExpandNode>();
  for (const [key, schema] of Object.entries(context.document.components?.schemas ?? {})) {
    if (typeof schema === "object" && schema.properties !== undefined) {
      const pointer = child("/components/schemas", key);
      nodes.set(key, readNode(context, shaper, { key, schema, pointer }));
    }
  }
  for (const { key, schema, pointer } of namedInPlace(context)) {
    nodes.set(key, readNode(context, shaper, { key, schema, pointer }));
  }
  return prune(nodes);
}

interface Named {
  readonly key: string;
  readonly schema: SchemaObject;
  readonly pointer: string;
}

/** The schemas that listed paths go through and that have no name: their keys are where they stand. */
function namedInPlace({ document, listed }: ModelContext): readonly Named[] {
  return [...(listed?.named ?? [])].map((pointer) => {
    const schema = at(document, parsePointer(pointer) ?? []) as SchemaObject;
    return { key: pointer, schema, pointer };
  });
}

function readNode(
  context: ModelContext,
  shaper: Shaper,
  { key, schema, pointer }: Named,
): ExpandNode {
  const isField = expandableFields(context, schema);
  const notes = propertyNotes(context, schema, pointer);
  const targets = new Map<string, readonly string[]>();
  const walked = new Map<string, Walk>();
  const includable = new Map<string, Shape>();
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const asked = isIncludable(context, schema, name, notes.get(name), pointer);
    const place = child(`${pointer}/properties`, name);
    const own = ownObject(property, place);
    const isThrough = context.listed?.through.get(pointer)?.has(name) === true;
    if (asked) includable.set(name, shaper.shape(property, place));
    if (!asked && !isThrough && !isField(name)) continue;
    const found = expandableTargets(context, property, place);
    if (found !== undefined) targets.set(name, membersOf(context, found));
    else if (isNamed(context, own)) walked.set(name, { keys: [own], list: false });
    else walked.set(name, walkOf(context, property, place));
  }
  return { key, targets, walked, includable };
}

function isNamed({ listed }: ModelContext, pointer: string | undefined): pointer is string {
  return pointer !== undefined && listed?.named.has(pointer) === true;
}

/** What a property, or each item of an array property, may be expanded to. */
function expandableTargets(
  context: ModelContext,
  property: Schema,
  pointer: string,
): readonly string[] | undefined {
  if (typeof property !== "object") return undefined;
  const items = (property.items as Schema | undefined) ?? true;
  return (
    expansionTargets(context, property, pointer) ??
    expansionTargets(context, items, `${pointer}/items`)
  );
}

/** The schemas a plain property leads to: through a reference, a union, an array, or the items of a list. */
function walkOf(context: ModelContext, property: Schema, pointer: string): Walk {
  const list = matchList(context, property, pointer);
  if (list !== undefined) {
    const keys = membersOf(context, keysIn(list.item));
    if (list.rule === context.dialect?.lists?.[0]) return { keys, list: true };
    warnNotWalked(context, list.rule.type, pointer);
    return { keys: [], list: true };
  }
  return { keys: membersOf(context, keysIn(property)), list: false };
}

/** The types of expanded responses have one container that stands around items. */
function warnNotWalked(context: ModelContext, type: string, pointer: string): void {
  warn(context, {
    code: "list-not-walked",
    message: `expand paths do not go through a property that is ${type}: only those of the first rule are walked`,
    pointer,
    hint: "Put the rule whose lists stand inside of objects first in dialect.lists.",
  });
}

function keysIn(schema: Schema): string[] {
  if (typeof schema !== "object") return [];
  const key = schema.$ref === undefined ? undefined : componentKey(schema.$ref);
  if (key !== undefined) return [key];
  const inner = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  if (schema.items !== undefined) inner.push(schema.items as Schema);
  return inner.flatMap(keysIn);
}

function schemaOf({ document }: ModelContext, key: string): Schema | undefined {
  return member(document.components?.schemas, key) as Schema | undefined;
}

/** Whether a schema, as it stands there, is an array or has one among its alternatives. */
function mayBeArray(schema: Schema | undefined): boolean {
  if (typeof schema !== "object" || schema.$ref !== undefined) return false;
  if (schema.properties !== undefined) return false;
  const { items, anyOf = [], oneOf = [], allOf = [] } = schema;
  return items !== undefined || [...anyOf, ...oneOf, ...allOf].some(mayBeArray);
}

/**
 * A schema that is nothing but a union of others stands for its members, each once.
 *
 * @param isOpen - what is not open stands for itself: a response that may be an array is none of its items
 */
function membersOf(
  context: ModelContext,
  keys: readonly string[],
  isOpen: (schema: Schema) => boolean = () => true,
): string[] {
  const found = new Set<string>();
  // Grows while it is walked: a union stands for its members, which may be unions, even of itself.
  const reached = new Set(keys);
  for (const key of reached) {
    const schema = schemaOf(context, key);
    const isUnion = typeof schema === "object" && schema.properties === undefined && isOpen(schema);
    const members = isUnion ? keysIn(schema) : [];
    if (members.length === 0) found.add(key);
    for (const next of members) reached.add(next);
  }
  return [...found];
}

/** Keeps the nodes where a path can begin, and of their walked properties those behind which one lies. */
function prune(nodes: ReadonlyMap<string, ExpandNode>): ExpandGraph {
  const useful = new Set<string>();
  const walkers = new Map<string, string[]>();
  for (const { key, targets, walked, includable } of nodes.values()) {
    if (targets.size > 0 || includable.size > 0) useful.add(key);
    for (const next of [...walked.values()].flatMap(({ keys }) => keys)) {
      const known = walkers.get(next);
      if (known === undefined) walkers.set(next, [key]);
      else known.push(key);
    }
  }
  // Grows while it is walked: what leads to something useful is.
  for (const key of useful) for (const walker of walkers.get(key) ?? []) useful.add(walker);
  const graph = new Map<string, ExpandNode>();
  for (const node of nodes.values()) {
    if (!useful.has(node.key)) continue;
    const walked = [...node.walked].filter(([, { keys }]) => keys.some((key) => useful.has(key)));
    graph.set(node.key, { ...node, walked: new Map(walked) });
  }
  return graph;
}

/** The schemas that a response's expand paths begin at; empty where there is nothing to expand. */
export function expandRoots(context: ModelContext, graph: ExpandGraph, response: Shape): string[] {
  const options =
    response.$ref === undefined ? (response.anyOf ?? response.oneOf ?? []) : [response];
  const keys = options.map(({ $ref }) => ($ref === undefined ? undefined : componentKey($ref)));
  if (keys.length === 0 || !keys.every((key) => key !== undefined)) return [];
  const members = membersOf(context, keys, (schema) => !mayBeArray(schema));
  // No type says that only the items of some alternatives are expanded.
  if (members.some((key) => mayBeArray(schemaOf(context, key)))) return [];
  return members.some((key) => graph.has(key)) ? members : [];
}
