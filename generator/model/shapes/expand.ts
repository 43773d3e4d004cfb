/**
 * The expand graph: which paths `expand[]` takes from each schema.
 * Derived from `x-expandableFields`, `x-expansionResources` and the shapes of properties,
 * and pruned of what leads nowhere.
 */
import type { Schema, SchemaObject } from "../../openapi/index.js";
import { child, member } from "../../openapi/pointer.js";
import type { ModelContext } from "../context/index.js";
import {
  componentKey,
  expansionTargets,
  isIncludable,
  matchList,
  propertyNotes,
} from "../context/extensions.js";
import type { Shaper } from "./shape.js";
import type { ExpandGraph, ExpandNode, Shape, Walk } from "../types/index.js";

export function buildExpandGraph(context: ModelContext, shaper: Shaper): ExpandGraph {
  const nodes = new Map<string, ExpandNode>();
  for (const [key, schema] of Object.entries(context.document.components?.schemas ?? {})) {
    if (typeof schema === "object" && schema.properties !== undefined) {
      nodes.set(key, readNode(context, shaper, key, schema));
    }
  }
  return prune(nodes);
}

function readNode(
  context: ModelContext,
  shaper: Shaper,
  key: string,
  schema: SchemaObject,
): ExpandNode {
  const pointer = child("/components/schemas", key);
  const fields = new Set(stringsOf(schema["x-expandableFields"]));
  const notes = propertyNotes(context, schema, pointer);
  const targets = new Map<string, readonly string[]>();
  const walked = new Map<string, Walk>();
  const includable = new Map<string, Shape>();
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const asked = isIncludable(schema, name, notes.get(name), context.dialect);
    if (asked) includable.set(name, shaper.shape(property, child(`${pointer}/properties`, name)));
    if (!asked && !fields.has(name)) continue;
    const found = expandableTargets(property);
    if (found !== undefined) targets.set(name, membersOf(context, found));
    else walked.set(name, walkOf(context, property));
  }
  return { key, targets, walked, includable };
}

function stringsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === "string") : [];
}

/** What a property, or each item of an array property, may be expanded to. */
function expandableTargets(property: Schema): readonly string[] | undefined {
  if (typeof property !== "object") return undefined;
  return (
    expansionTargets(property) ?? expansionTargets((property.items as Schema | undefined) ?? true)
  );
}

/** The schemas a plain property leads to: through a reference, a union, an array, or a list's `data`. */
function walkOf(context: ModelContext, property: Schema): Walk {
  const list = matchList(property, context.dialect);
  if (list !== undefined) return { keys: membersOf(context, keysIn(list.item)), list: true };
  return { keys: membersOf(context, keysIn(property)), list: false };
}

function keysIn(schema: Schema): string[] {
  if (typeof schema !== "object") return [];
  const key = schema.$ref === undefined ? undefined : componentKey(schema.$ref);
  if (key !== undefined) return [key];
  const inner = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  if (schema.items !== undefined) inner.push(schema.items as Schema);
  return inner.flatMap(keysIn);
}

/** A schema that is nothing but a union of others stands for its members, each once. */
function membersOf(context: ModelContext, keys: readonly string[]): string[] {
  const found = new Set<string>();
  // Grows while it is walked: a union stands for its members, which may be unions, even of itself.
  const reached = new Set(keys);
  for (const key of reached) {
    const schema = member(context.document.components?.schemas, key) as Schema | undefined;
    const isUnion = typeof schema === "object" && schema.properties === undefined;
    const members = isUnion ? keysIn(schema) : [];
    if (members.length === 0) found.add(key);
    for (const next of members) reached.add(next);
  }
  return [...found];
}

/** Keeps the nodes where a path can begin, and of their walked properties those behind which one lies. */
function prune(nodes: ReadonlyMap<string, ExpandNode>): ExpandGraph {
  const useful = new Set<string>();
  let before: number;
  do {
    before = useful.size;
    for (const { key, targets, walked, includable } of nodes.values()) {
      const leads = [...walked.values()].some(({ keys }) => keys.some((next) => useful.has(next)));
      if (targets.size > 0 || includable.size > 0 || leads) useful.add(key);
    }
  } while (useful.size > before);
  const graph = new Map<string, ExpandNode>();
  for (const node of nodes.values()) {
    if (!useful.has(node.key)) continue;
    const walked = [...node.walked].filter(([, { keys }]) => keys.some((key) => useful.has(key)));
    graph.set(node.key, { ...node, walked: new Map(walked) });
  }
  return graph;
}

/** The schemas that an answer's expand paths begin at; empty where there is nothing to expand. */
export function expandRoots(context: ModelContext, graph: ExpandGraph, answer: Shape): string[] {
  const options = answer.$ref === undefined ? (answer.anyOf ?? answer.oneOf ?? []) : [answer];
  const keys = options.map(({ $ref }) => ($ref === undefined ? undefined : componentKey($ref)));
  if (keys.length === 0 || !keys.every((key) => key !== undefined)) return [];
  const members = membersOf(context, keys);
  return members.some((key) => graph.has(key)) ? members : [];
}
