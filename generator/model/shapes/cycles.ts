/**
 * Types that consist of themselves: TypeScript has no such alias (TS2456). The two ways that documents come to them
 * are taken apart here: a schema that lists its own subtypes, and a union that has itself among its members.
 */
import type { ModelContext } from "../context/index.js";
import { warn } from "../context/index.js";
import { componentKey } from "../types/references.js";
import type { NamedSchema, Shape } from "../types/index.js";

interface Named {
  readonly schema: NamedSchema;
  readonly pointer: string;
}

/** The schemas, none of which consists of itself. */
export function breakCycles(context: ModelContext, named: readonly Named[]): NamedSchema[] {
  const shapes = new Map(named.map(({ schema }) => [schema.key, schema.shape]));
  for (const cycle of cycles(shapes)) {
    const inside = new Set(cycle);
    for (const key of cycle) shapes.set(key, inheriting(shapes, inside, shapes.get(key) ?? {}));
  }
  const pointers = new Map(named.map(({ schema, pointer }) => [schema.key, pointer]));
  for (const cycle of cycles(shapes)) {
    const inside = new Set(cycle);
    for (const key of cycle) {
      shapes.set(key, without(inside, shapes.get(key) ?? {}) ?? {});
      const pointer = pointers.get(key) ?? "";
      warn(context, {
        code: "circular-schema",
        message: `${JSON.stringify(key)} consists of itself`,
        pointer,
        hint: "The part that leads back to it is left out. Refer to it from a property or from items instead.",
      });
    }
  }
  return named.map(({ schema }) => {
    const shape = shapes.get(schema.key) ?? schema.shape;
    return shape === schema.shape ? schema : { ...schema, shape };
  });
}

/** The keys of the named types that a type cannot be told without: not what its properties and items are. */
function parts(shape: Shape): string[] {
  const key = keyOf(shape);
  const inner = [...(shape.allOf ?? []), ...(shape.anyOf ?? []), ...(shape.oneOf ?? [])];
  return [...(key === undefined ? [] : [key]), ...inner.flatMap(parts)];
}

function keyOf({ $ref }: Shape): string | undefined {
  return $ref === undefined ? undefined : componentKey($ref);
}

/** Groups of types that each consist of all others in their group (Tarjan's strongly connected components). */
function cycles(shapes: ReadonlyMap<string, Shape>): string[][] {
  const found: string[][] = [];
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const visit = (key: string): number => {
    let lowest = order.size;
    order.set(key, lowest);
    const own = lowest;
    stack.push(key);
    const next = parts(shapes.get(key) ?? {});
    for (const to of next) {
      if (!order.has(to)) lowest = Math.min(lowest, visit(to));
      else if (!low.has(to)) lowest = Math.min(lowest, order.get(to) ?? own);
    }
    if (lowest === own) {
      const group = stack.splice(stack.lastIndexOf(key));
      for (const member of group) low.set(member, own);
      if (group.length > 1 || next.includes(key)) found.push(group);
    }
    return lowest;
  };
  for (const key of shapes.keys()) if (!order.has(key)) visit(key);
  return found;
}

/** Whoever inherits from a schema that lists its subtypes inherits what is beside that list. */
function inheriting(
  shapes: ReadonlyMap<string, Shape>,
  inside: ReadonlySet<string>,
  shape: Shape,
): Shape {
  if (shape.allOf === undefined) return shape;
  const allOf = shape.allOf.flatMap((part) => besideUnions(shapes, inside, part, new Set()));
  return { ...shape, allOf };
}

function besideUnions(
  shapes: ReadonlyMap<string, Shape>,
  inside: ReadonlySet<string>,
  part: Shape,
  seen: Set<string>,
): Shape[] {
  const key = keyOf(part);
  if (key === undefined || !inside.has(key)) return [part];
  // What is part of the whole already is so once.
  if (seen.has(key)) return [];
  seen.add(key);
  const {
    anyOf: _a,
    oneOf: _o,
    allOf,
    description: _d,
    deprecated: _p,
    nullable: _n,
    not: _t,
    example: _e,
    default: _f,
    ...base
  } = shapes.get(key) ?? {};
  const inherited = (allOf ?? [])
    .filter((inner) => inner.anyOf === undefined && inner.oneOf === undefined)
    .flatMap((inner) => besideUnions(shapes, inside, inner, seen));
  const isAlias = base.$ref !== undefined;
  const own = isAlias ? besideUnions(shapes, inside, base, seen) : [base];
  return [...(Object.keys(base).length === 0 ? [] : own), ...inherited];
}

/** The shape without the parts that lead back into the cycle; undefined where nothing is left. */
function without(inside: ReadonlySet<string>, shape: Shape): Shape | undefined {
  const key = keyOf(shape);
  if (key !== undefined) return inside.has(key) ? undefined : shape;
  const result: Record<string, unknown> = { ...shape };
  for (const keyword of ["allOf", "anyOf", "oneOf"] as const) {
    const members = shape[keyword];
    if (members === undefined) continue;
    const rest = members.flatMap((member) => without(inside, member) ?? []);
    if (rest.length === 0) delete result[keyword];
    else result[keyword] = rest;
  }
  return Object.keys(result).length === 0 ? undefined : result;
}
