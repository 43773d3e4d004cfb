/** References that overlays bring in, and that the document with all overlays does not have. */
import { parsePointer } from "../../openapi/pointer.js";
import type { Reporter } from "../../support/diagnostic.js";
import { clone, isObject, type Json, nodeAt } from "../parse/json-value.js";
import type { Action } from "./actions.js";
import type { OverlaidDocument } from "./overlay.js";

/** A reference into the document, and its place in the overlay. */
export interface Dangling {
  readonly ref: string;
  readonly tokens: readonly string[];
}

type Apply = (document: OverlaidDocument, action: Action, reporter: Reporter) => Promise<void>;

const SILENT: Reporter = { warn: () => undefined, note: () => undefined, warnings: [] };

/**
 * The actions of which a reference does not resolve once all others are applied, each with the first such reference.
 * Tried on a copy, and only where a reference is not answered by the document itself.
 */
export async function danglingReferences(
  { root, origins }: OverlaidDocument,
  actions: readonly Action[],
  apply: Apply,
): Promise<ReadonlyMap<Action, Dangling>> {
  const referring = actions.map((action) => ({ action, refs: referencesOf(action) }));
  const dangling = new Map<Action, Dangling>();
  let open = referring.filter(({ refs }) => refs.some(({ ref }) => !resolves(root, ref)));
  while (open.length > 0) {
    const trial = { root: clone(root), origins: origins.fresh() };
    for (const action of actions) if (!dangling.has(action)) await apply(trial, action, SILENT);
    const found = open.flatMap(({ action, refs }) => {
      const first = refs.find(({ ref }) => !resolves(trial.root, ref));
      return first === undefined || dangling.has(action) ? [] : [[action, first] as const];
    });
    // What is left out may be what another action refers to.
    if (found.length === 0) break;
    for (const [action, first] of found) dangling.set(action, first);
    open = referring.filter(({ action, refs }) => refs.length > 0 && !dangling.has(action));
  }
  return dangling;
}

/** Fields that hold plain data, where a `$ref` refers to nothing. */
const PLAIN = new Set(["const", "default", "enum", "example", "examples"]);

function referencesOf({ update, tokens }: Action): readonly Dangling[] {
  const refs: Dangling[] = [];
  const walk = (value: Json | undefined, path: readonly string[]): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      const here = [...path, key];
      if (PLAIN.has(key) && path.at(-1) !== "properties") continue;
      if (key === "$ref" && typeof inner === "string" && inner.startsWith("#/")) {
        refs.push({ ref: inner, tokens: here });
      } else walk(inner, here);
    }
  };
  if (isObject(update ?? null) || Array.isArray(update)) walk(update, [...tokens, "update"]);
  return refs;
}

function resolves(root: Json, ref: string): boolean {
  const tokens = parsePointer(decoded(ref.slice(1)));
  return tokens !== undefined && nodeAt(root, tokens) !== undefined;
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
