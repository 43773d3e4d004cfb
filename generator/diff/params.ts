/** Changes between what two versions of an operation take. */
import type { Operation, Params } from "../model/types.js";
import { type Change, change, type Spot } from "./change.js";
import { compareShapes } from "./shapes.js";

export function compareParams(old: Operation, now: Operation, spot: Spot): Change[] {
  const at = { pointer: spot.pointer, symbol: now.params?.name ?? old.params?.name ?? "" };
  if (old.params === undefined && now.params === undefined) return [];
  if (old.params === undefined) {
    return [change(now.params?.required === true ? "params-became-required" : "params-added", at)];
  }
  if (now.params === undefined) return [change("params-removed", at)];
  return compareBoth(old.params, now.params, at);
}

function compareBoth(old: Params, now: Params, at: Spot): Change[] {
  if (old.placement !== now.placement) {
    // Between query and body the type stays as it is; between flat and grouped it does not.
    const flat = old.placement !== "grouped" && now.placement !== "grouped";
    const rule = flat ? "encoding-changed" : "params-regrouped";
    const moved = change(rule, at, old.placement, now.placement);
    return flat ? [moved, ...compareShapes(old.shape, now.shape, "request", at)] : [moved];
  }
  const changes: Change[] = [];
  if (old.required !== now.required) {
    changes.push(change(now.required ? "params-became-required" : "params-became-optional", at));
  }
  if (old.body?.mediaType !== now.body?.mediaType) {
    changes.push(change("media-type-changed", at, old.body?.mediaType, now.body?.mediaType));
  }
  if (encodingOf(old) !== encodingOf(now)) {
    changes.push(change("encoding-changed", at, encodingOf(old), encodingOf(now)));
  }
  return [...changes, ...compareShapes(old.shape, now.shape, "request", at)];
}

/** What is written otherwise than by default, for parameters that both versions may have. */
function encodingOf({ styled, body }: Params): string {
  const parameters = styled.map((parameter) => JSON.stringify(parameter)).sort();
  const properties = Object.entries(body?.encoding ?? {})
    .map(([name, encoding]) => `${name}: ${JSON.stringify(encoding)}`)
    .sort();
  return [...parameters, ...properties].join("; ");
}
