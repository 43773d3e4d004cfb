/** Changes between what two versions of an operation take. */
import { canonicalJson } from "../../support/canonical-json.js";
import type { Operation, Params, Shape } from "../../model/types/index.js";
import { allAt, type Change, change, type Spot } from "../rules/change.js";
import { child } from "../../openapi/pointer.js";
import { compareMediaTypes } from "./media-types.js";
import { compareShapes } from "../shapes/shapes.js";

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
    return flat ? [moved, ...compareSent(old.shape, now.shape, now, at)] : [moved];
  }
  const changes: Change[] = [];
  if (old.required !== now.required) {
    changes.push(change(now.required ? "params-became-required" : "params-became-optional", at));
  }
  if (old.body?.mediaType !== now.body?.mediaType) {
    changes.push(change("media-type-changed", at, old.body?.mediaType, now.body?.mediaType));
  }
  changes.push(...compareEncoding(old, now, at));
  return [...changes, ...compareBodies(old, now, at)];
}

/** All that is sent, with the body as it is sent by default; and what may be sent in its place. */
function compareBodies(old: Params, now: Params, at: Spot): Change[] {
  return [
    ...compareSent(byDefault(old), byDefault(now), now, at),
    ...compareMediaTypes(choicesOf(old), choicesOf(now), at, (was, is) =>
      allAt(`${at.pointer}/requestBody`, compareShapes(was, is, "request", at)),
    ),
  ];
}

/** Compares what is sent, and says where in the document each part stands. */
function compareSent(old: Shape, now: Shape, { placement, body }: Params, at: Spot): Change[] {
  const changes = compareShapes(old, now, "request", { ...at, pointer: "" });
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

/** How parameters and parts of the body are written that both versions have. */
function compareEncoding(old: Params, now: Params, at: Spot): Change[] {
  const was = encodingsOf(old);
  const is = encodingsOf(now);
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((what) => {
    const [before = DEFAULT, after = DEFAULT] = [was.get(what), is.get(what)];
    const [name = "", place = ""] = what.split(" in ");
    if (before === after || ![old, now].every((params) => takes(params, name, place))) return [];
    const symbol = `${at.symbol}.${name}`;
    return [change("encoding-changed", { ...at, symbol }, before, after)];
  });
}

const DEFAULT = "as by default";

/** `tags in query` → `pipeDelimited, explode`, of all that is written otherwise than by default. */
function encodingsOf({ styled, body }: Params): ReadonlyMap<string, string> {
  const parameters = styled.map(({ name, in: place, style, explode, allowReserved }) => {
    const flags = `${explode ? ", explode" : ""}${allowReserved ? ", allowReserved" : ""}`;
    return [`${name} in ${place}`, `${style}${flags}`] as const;
  });
  const parts = Object.entries(body?.encoding ?? {}).map(
    ([name, encoding]) => [`${name} in body`, canonicalJson(encoding)] as const,
  );
  return new Map([...parameters, ...parts]);
}

function takes({ placement, shape }: Params, name: string, place: string): boolean {
  const group: Shape | undefined = placement === "grouped" ? shape.properties?.[place] : shape;
  // A body that is a schema with a name of its own is not looked into.
  return group?.properties === undefined || Object.hasOwn(group.properties, name);
}
