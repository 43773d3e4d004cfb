import type { Reporter } from "../../support/diagnostic.js";
import type { SourceFile } from "../source/file.js";
import { isObject, type Json } from "../parse/json-value.js";
import { type Action, fail, failAt, readActions } from "./actions.js";
import { danglingReferences } from "./dangling.js";
import { merge, type TargetNode, remove, type Source } from "./merge.js";
import type { Origins } from "../places/origins.js";
import { select } from "./select.js";

/** What the actions of an overlay work on. */
export interface OverlaidDocument {
  readonly root: Json;
  readonly origins: Origins;
}

/**
 * Applies the actions of overlay documents to `document`, in place and in order. A target, a source to copy or a
 * reference that the document does not have (any more) is a warning, and its action is left out: so a document may be
 * newer or older than its overlays.
 * Source: OpenAPI Overlay Specification 1.1.0. An overlay of version 1.0 is applied by the same
 * rules, which only allow more.
 */
export async function applyOverlays(
  document: OverlaidDocument,
  overlays: readonly SourceFile[],
  reporter: Reporter,
): Promise<void> {
  const actions = overlays.flatMap(readActions);
  const dangling = await danglingReferences(document, actions, applyAction);
  for (const action of actions) {
    const found = dangling.get(action);
    if (found === undefined) await applyAction(document, action, reporter);
    else {
      reporter.warn({
        code: "overlay-no-reference",
        message: `the document has no ${found.ref}, to which this action refers; the action is left out`,
        location: action.overlay.place(found.tokens),
        hint: "Fix the reference, or remove the action when the document no longer needs it",
      });
    }
  }
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
  const source = await findSource(document, action, reporter);
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
  reporter: Reporter,
): Promise<Source | undefined> {
  if (action.copy === undefined) {
    if (action.update === undefined) return undefined;
    const tokens = [...action.tokens, "update"];
    return { value: action.update, file: action.overlay, tokens };
  }
  const [place, ...more] = await query(root, action, "copy", action.copy);
  if (place === undefined) {
    reporter.warn({
      code: "overlay-no-source",
      message: `there is nothing to copy: ${action.copy} matches nothing in the document`,
      location: action.overlay.place([...action.tokens, "copy"]),
      hint: "Fix the query, or remove the action when the document no longer needs it",
    });
    return undefined;
  }
  if (more.length > 0) {
    const found = `${more.length + 1} nodes`;
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
