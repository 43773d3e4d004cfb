/** Changes between what two versions of an operation take. */
import type { Operation, Params, Shape } from "../../model/types/index.js";
import { allAt, type Change, change, type Spot } from "../rules/change.js";
import { child } from "../../openapi/pointer.js";
import { compareEncoding } from "./encoding.js";
import { compareMediaTypes } from "./media-types.js";
import { compareShapes } from "../shapes/shapes.js";
import type { View } from "../shapes/view.js";

export function compareParams(old: Operation, now: Operation, view: View, spot: Spot): Change[] {
  const at = { pointer: spot.pointer, symbol: now.params?.name ?? old.params?.name ?? "" };
  if (old.params === undefined && now.params === undefined) return [];
  if (old.params === undefined) {
    if (now.params?.required !== true) return [change("params-added", at)];
    return [change("params-became-required", at, undefined, requiredOf(now.params).join(", "))];
  }
  if (now.params === undefined) return [change("params-removed", at)];
  return compareBoth(old.params, now.params, view, at);
}

function compareBoth(old: Params, now: Params, view: View, at: Spot): Change[] {
  if (old.placement !== now.placement) {
    // Between query and body the type stays as it is; between flat and grouped it does not.
    const flat = old.placement !== "grouped" && now.placement !== "grouped";
    const rule = flat ? "encoding-changed" : "params-regrouped";
    const moved = change(rule, at, old.placement, now.placement);
    return flat ? [moved, ...compareSent(old.shape, now.shape, now, view, at)] : [moved];
  }
  const changes: Change[] = [];
  if (!old.required && now.required) {
    const names = requiredOf(now).join(", ");
    changes.push(change("params-became-required", at, undefined, names));
  }
  if (old.required && !now.required) {
    changes.push(change("params-became-optional", at, requiredOf(old).join(", ")));
  }
  if (old.body?.mediaType !== now.body?.mediaType) {
    changes.push(change("media-type-changed", at, old.body?.mediaType, now.body?.mediaType));
  }
  changes.push(...compareEncoding(old, now, view, at));
  return [...changes, ...compareBodies(old, now, view, at)];
}

/** All that is sent, with the body as it is sent by default; and what may be sent in its place. */
function compareBodies(old: Params, now: Params, view: View, at: Spot): Change[] {
  return [
    ...compareSent(byDefault(old), byDefault(now), now, view, at),
    ...compareMediaTypes(choicesOf(old), choicesOf(now), at, (was, is) =>
      allAt(`${at.pointer}/requestBody`, compareShapes(was, is, view, at)),
    ),
  ];
}

/** Compares what is sent, and says where in the document each part stands. */
function compareSent(
  old: Shape,
  now: Shape,
  { placement, body }: Params,
  view: View,
  at: Spot,
): Change[] {
  const changes = compareShapes(old, now, view, { ...at, pointer: "" });
  const parameters = `${at.pointer}/parameters`;
  const schema = `${child(`${at.pointer}/requestBody/content`, body?.mediaType ?? "")}/schema`;
  return changes.map((one) => {
    if (placement === "query") return { ...one, pointer: parameters };
    if (placement === "body") return { ...one, pointer: schema + one.pointer };
    const inBody = /^\/properties\/body(?=\/|$)/.exec(one.pointer)?.[0];
    const pointer = inBody === undefined ? parameters : schema + one.pointer.slice(inBody.length);
    return { ...one, pointer };
  });
}

function choicesOf({ bodies }: Params): ReadonlyMap<string, Shape> {
  return new Map(bodies?.contents.slice(1).map(({ body, shape }) => [body.mediaType, shape]));
}

function byDefault({ placement, shape, bodies }: Params): Shape {
  const body = bodies?.contents[0]?.shape;
  if (body === undefined) return shape;
  return placement === "grouped" ? { ...shape, properties: { ...shape.properties, body } } : body;
}

/** What has to be given: the names in the body or query, and the body itself where it may be empty. */
function requiredOf({ placement, shape, body }: Params): readonly string[] {
  const { required = [], properties = {} } = shape;
  if (placement !== "grouped") return required.length > 0 || !body ? required : ["the body"];
  return required.flatMap((group) => {
    const inner = Object.hasOwn(properties, group) ? properties[group] : undefined;
    const names = inner?.required ?? [];
    return names.length === 0 ? [`the ${group}`] : names.map((name) => `${group}.${name}`);
  });
}
