/**
 * Whether code that knows one type works with values of another: TypeScript's assignability, and access to what was
 * there by name. It looks through references, so another name or one more property is not another type.
 */
import { requires } from "../../openapi/required.js";
import { member } from "../../openapi/pointer.js";
import { keyOf } from "../../model/types/references.js";
import type { Shape } from "../../model/types/index.js";
import type { Direction } from "../rules/change.js";
import { type ObjectShape, objectOf } from "./object-shape.js";
import { alternatives, canonical } from "./variants.js";
import type { Schemas } from "./view.js";

export interface Sides {
  readonly direction: Direction;
  /** What references mean in the value's type, and in the target's. */
  readonly values: Schemas;
  readonly targets: Schemas;
}

type Pairs = Map<Shape, Set<Shape>>;

/**
 * Whether every value of the one type is one of the other. A response's value has all that the target lists by name; a
 * request's has nothing that the target does not know.
 */
export function fits(value: Shape, target: Shape, sides: Sides, met: Pairs = new Map()): boolean {
  // A pair that is met again inside itself holds unless something else does not.
  if (met.get(value)?.has(target) === true) return true;
  met.set(value, (met.get(value) ?? new Set()).add(target));
  const targets = [...alternatives(target).values()];
  return [...alternatives(value).values()].every((one) =>
    targets.some((other) => oneFits(one, other, sides, met)),
  );
}

function oneFits(value: Shape, target: Shape, sides: Sides, met: Pairs): boolean {
  const [from, to] = [keyOf(value), keyOf(target)];
  // What changes in a schema that both have is told where it stands.
  if (from !== undefined && from === to) return true;
  if (from !== undefined || to !== undefined) {
    const one = from === undefined ? value : sides.values.get(from)?.shape;
    const other = to === undefined ? target : sides.targets.get(to)?.shape;
    return one !== undefined && other !== undefined && fits(one, other, sides, met);
  }
  if (canonical(value) === canonical(target)) return true;
  if (isUnknown(target)) return true;
  const objects = [objectOf(value, sides.values), objectOf(target, sides.targets)] as const;
  if (objects[0] !== undefined && objects[1] !== undefined) {
    return objectFits(objects[0], objects[1], sides, met);
  }
  const [items, others] = [itemsOf(value), itemsOf(target)];
  if (items !== undefined || others !== undefined) {
    if (items === undefined || others === undefined) return false;
    return value.symbol?.kind === target.symbol?.kind && fits(items, others, sides, met);
  }
  return scalarFits(value, target);
}

function isUnknown(shape: Shape): boolean {
  return canonical(shape) === "{}";
}

function itemsOf({ symbol, items, prefixItems }: Shape): Shape | undefined {
  if (symbol?.kind === "list") return symbol.item;
  return prefixItems === undefined ? items : undefined;
}

function objectFits(value: ObjectShape, target: ObjectShape, sides: Sides, met: Pairs): boolean {
  const isResponse = sides.direction === "response";
  const listed = Object.entries(target.properties).every(([name, wanted]) => {
    const given = member(value.properties, name) as Shape | undefined;
    // A request may leave out what is optional; a response has what code reads by name.
    if (given === undefined) return !isResponse && !requires(target, name);
    if (requires(target, name) && !requires(value, name)) return false;
    return fits(given, wanted, sides, met);
  });
  if (!listed) return false;
  const extra = Object.keys(value.properties).filter(
    (name) => member(target.properties, name) === undefined,
  );
  if (target.rest === undefined) return isResponse || (extra.length === 0 && !value.rest);
  // An interface has no index signature unless it says so.
  if (value.rest === undefined) return false;
  const { rest } = target;
  return [value.rest, ...extra.map((name) => value.properties[name] ?? {})].every((given) =>
    fits(given, rest, sides, met),
  );
}

function scalarFits(value: Shape, target: Shape): boolean {
  if (value.symbol !== undefined || target.symbol !== undefined) return false;
  if (target.enum !== undefined || target.allOf !== undefined || value.allOf !== undefined) {
    return false;
  }
  const known = typesOf(target);
  const given = value.enum?.map((one) => typeof one) ?? typesOf(value);
  return given.length > 0 && given.every((type) => type !== "object" && known.includes(type));
}

function typesOf({ type }: Shape): readonly string[] {
  const types = type === undefined ? [] : typeof type === "string" ? [type] : type;
  return types.map((one) => (one === "integer" ? "number" : one));
}
