import { type Reporter, UnfoldError } from "../../support/diagnostic.js";
import type { SourceFile } from "../source/file.js";
import { describe, getMember, isObject, type Json, type JsonObject } from "../parse/json-value.js";
import { merge, type TargetNode, remove, type Source } from "./merge.js";
import type { Origins } from "../places/origins.js";
import { select } from "./select.js";

/** What the actions of an overlay work on. */
export interface OverlaidDocument {
  readonly root: Json;
  readonly origins: Origins;
}

interface Action {
  readonly overlay: SourceFile;
  readonly tokens: readonly string[];
  readonly target: string;
  readonly update: Json | undefined;
  readonly copy: string | undefined;
  readonly remove: boolean;
}

/**
 * Applies the actions of an overlay document to `document`, in place and in order.
 * Source: OpenAPI Overlay Specification 1.1.0. An overlay of version 1.0 is applied by the same
 * rules, which only allow more.
 */
export async function applyOverlay(
  document: OverlaidDocument,
  overlay: SourceFile,
  reporter: Reporter,
): Promise<void> {
  for (const action of readActions(overlay)) await applyAction(document, action, reporter);
}

async function applyAction(
  document: OverlaidDocument,
  action: Action,
  reporter: Reporter,
): Promise<void> {
  const places = await query(document.root, action, "target", action.target);
  if (places.length === 0) {
    reporter.warn({
      code: "overlay-no-match",
      message: `the target ${action.target} matches nothing in the document`,
      location: action.overlay.place([...action.tokens, "target"]),
      hint: "Fix the target, or remove the action when the document no longer needs it",
    });
    return;
  }
  if (action.remove) {
    if (places.some(({ tokens }) => tokens.length === 0)) {
      fail(action, "target", "an overlay cannot remove the whole document");
    }
    remove(places, document.origins);
    return;
  }
  requireOneKind(places, action);
  const source = await findSource(document, action);
  if (source === undefined) return;
  for (const place of places) {
    merge(place, source, document.origins, (message, { file, tokens }) =>
      failAt(file, tokens, message),
    );
  }
}

/** What is merged into the targets, and where it comes from. */
async function findSource(
  { root, origins }: OverlaidDocument,
  action: Action,
): Promise<Source | undefined> {
  if (action.copy === undefined) {
    if (action.update === undefined) return undefined;
    const tokens = [...action.tokens, "update"];
    return { value: action.update, file: action.overlay, tokens };
  }
  const [place, ...more] = await query(root, action, "copy", action.copy);
  if (place === undefined || more.length > 0) {
    const found = place === undefined ? "nothing" : `${more.length + 1} nodes`;
    return fail(action, "copy", `copy has to select one node, but ${action.copy} selects ${found}`);
  }
  return { value: place.value, ...origins.of(place.tokens) };
}

async function query(
  root: Json,
  action: Action,
  field: string,
  path: string,
): Promise<readonly TargetNode[]> {
  return select(root, path, (reason) =>
    fail(
      action,
      field,
      `${path} is not a JSONPath query: ${reason}`,
      "See RFC 9535 for its syntax",
    ),
  );
}

function requireOneKind(places: readonly TargetNode[], action: Action): void {
  const kindOf = ({ value }: TargetNode): string =>
    isObject(value) ? "objects" : Array.isArray(value) ? "arrays" : "primitive values";
  const kinds = [...new Set(places.map(kindOf))];
  if (kinds.length > 1) {
    fail(action, "target", `one update cannot apply to both ${kinds.join(" and ")}`);
  }
}

function readActions(overlay: SourceFile): Action[] {
  const { root } = overlay;
  const version = isObject(root) ? getMember(root, "overlay") : undefined;
  if (!isObject(root) || typeof version !== "string") {
    return failAt(overlay, [], `${overlay.name} is not an overlay document`, OVERLAY_HINT);
  }
  if (!/^1\.\d+\./.test(`${version}.`)) {
    failAt(overlay, ["overlay"], `Overlay ${version} is not supported`, OVERLAY_HINT);
  }
  const actions = getMember(root, "actions");
  if (!Array.isArray(actions)) {
    return failAt(overlay, ["actions"], `actions has to be an array, not ${describe(actions)}`);
  }
  return actions.map((action, index) => readAction(overlay, action, ["actions", String(index)]));
}

const OVERLAY_HINT = "Begin it with `overlay: 1.0.0` (OpenAPI Overlay Specification 1.0 or 1.1)";

function readAction(overlay: SourceFile, action: Json, tokens: readonly string[]): Action {
  if (!isObject(action)) {
    return failAt(overlay, tokens, `an action has to be an object, not ${describe(action)}`);
  }
  const target = field(action, "target", "string");
  const copy = field(action, "copy", "string");
  const removes = field(action, "remove", "boolean");
  const update = getMember(action, "update");
  if (target === undefined) return failAt(overlay, tokens, "this action has no target");
  if (update !== undefined && copy !== undefined && removes !== true) {
    return failAt(
      overlay,
      tokens,
      "an action has either update or copy",
      "Split it into two actions",
    );
  }
  return { overlay, tokens, target, update, copy, remove: removes ?? false };

  function field(from: JsonObject, key: string, type: "string"): string | undefined;
  function field(from: JsonObject, key: string, type: "boolean"): boolean | undefined;
  function field(from: JsonObject, key: string, type: "string" | "boolean"): Json | undefined {
    const value = getMember(from, key);
    if (value === undefined || typeof value === type) return value;
    return failAt(overlay, [...tokens, key], `${key} has to be a ${type}, not ${describe(value)}`);
  }
}

function fail(action: Action, field: string, message: string, hint?: string): never {
  return failAt(action.overlay, [...action.tokens, field], message, hint);
}

function failAt(
  overlay: SourceFile,
  tokens: readonly string[],
  message: string,
  hint = "Fix this action of the overlay",
): never {
  throw new UnfoldError({ code: "overlay", message, location: overlay.place(tokens), hint });
}
