/** The actions of an overlay document, read and proven. */
import { UnfoldError } from "../../support/diagnostic.js";
import { describe, getMember, isObject, type Json, type JsonObject } from "../parse/json-value.js";
import type { SourceFile } from "../source/file.js";

/** One action, and where it stands in its overlay. */
export interface Action {
  readonly overlay: SourceFile;
  readonly tokens: readonly string[];
  readonly target: string;
  readonly update: Json | undefined;
  readonly copy: string | undefined;
  readonly remove: boolean;
}

/** @throws UnfoldError where the overlay is not one, naming the place */
export function readActions(overlay: SourceFile): Action[] {
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

export function fail(action: Action, field: string, message: string, hint?: string): never {
  return failAt(action.overlay, [...action.tokens, field], message, hint);
}

export function failAt(
  overlay: SourceFile,
  tokens: readonly string[],
  message: string,
  hint = "Fix this action of the overlay",
): never {
  throw new UnfoldError({ code: "overlay", message, location: overlay.place(tokens), hint });
}
