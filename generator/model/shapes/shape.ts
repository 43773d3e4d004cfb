/**
 * Normalises schemas: from what OpenAPI lets people write to the few forms that `Shape` has.
 * A shape is a reference, a base (types, listed values, members, items), or one composition; where a schema
 * is several of these at once, the shape is an `allOf` of them.
 */
import type { Schema, SchemaObject } from "../../openapi/index.js";
import { child, escapeToken } from "../../openapi/pointer.js";
import { isHidden } from "./access.js";
import { isBinary } from "./binary.js";
import { isInt64Text, orBigint } from "./int64-text.js";
import { baseShape } from "./base-shape.js";
import type { ModelContext } from "../context/index.js";
import { refineByDiscriminator } from "./discriminator.js";
import { expansionTargets, unexpanded } from "../context/expansion.js";
import { ownObject } from "../context/listed-paths.js";
import { type ListMatch, matchOwnList } from "../context/lists.js";
import {
  facets,
  findProperty,
  type FoundProperty,
  ignoresSiblings,
  requiredNames,
} from "../schemas/facets.js";
import { isObjectOnly } from "../schemas/object-only.js";
import { allowsOnlyNull } from "../schemas/literal.js";
import { openEnums } from "../schemas/open-enums.js";
import { isNull } from "../schemas/schema-types.js";
import { notes, nullability } from "./notes.js";
import type { Direction, ListSymbol, Shape, TypeSymbol } from "../types/index.js";

/** Gives the key of the named schema that a reference stands for, naming it where it has no name yet. */
export type ResolveKey = (ref: string) => string;

export interface Shaper {
  /** `pointer` is where the schema stands in the document. */
  shape(schema: Schema | undefined, pointer: string): Shape;
  /** A container of the dialect. */
  list(match: ListMatch): ListSymbol;
}

/** What the schemas around one say of its properties. */
interface Frame {
  /** Names that are required of the value. */
  readonly demands: ReadonlySet<string>;
  readonly find: (name: string) => FoundProperty | undefined;
  /** Whether the schema around it accounts for names that are required and nowhere described. */
  readonly isCovered: boolean;
  /** Whether the value is an object by what they say. */
  readonly isObject: boolean;
}

const ALONE: Frame = {
  demands: new Set(),
  find: () => undefined,
  isCovered: false,
  isObject: false,
};

const NOTHING: Shape = { enum: [] };

export function refTo(key: string): Shape {
  return { $ref: `#/components/schemas/${escapeToken(key)}` };
}

export function createShaper(
  context: ModelContext,
  direction: Direction,
  resolveKey: ResolveKey,
): Shaper {
  const { document } = context;
  const { isOpen, besideReference, alternatives } = openEnums(context);
  const tools = { context, direction, isOpen, shape, property };
  /** Pointers of the properties that are being described elsewhere than where they stand. */
  const underway = new Set<string>();

  function shape(schema: Schema | undefined, pointer: string): Shape {
    return within(ALONE, schema, pointer);
  }

  /** What a listed path goes through has a name, so that its type can be taken apart. */
  function property(schema: Schema, pointer: string, name: string): Shape {
    const at = child(`${pointer}/properties`, name);
    const own = ownObject(schema, at);
    if (typeof schema !== "object" || own === undefined || context.listed?.named.has(own) !== true)
      return shape(schema, at);
    const named = refTo(resolveKey(`#${own}`));
    const whole: Shape = own === at ? named : { ...shape(schema, at), items: named };
    const nullable = nullability(schema);
    const plain = nullable.nullable === true && own === at ? { anyOf: [whole] } : whole;
    return { ...plain, ...nullable, ...notes(schema) };
  }

  function within(frame: Frame, schema: Schema | undefined, pointer: string): Shape {
    if (schema === undefined || schema === true) return {};
    if (schema === false) return NOTHING;
    if (allowsOnlyNull(schema)) return { type: "null" };
    if (expansionTargets(context, schema, pointer) !== undefined) {
      return shape(unexpanded(context, schema), pointer);
    }
    const opened = besideReference(schema);
    if (opened !== undefined) return within(frame, opened, pointer);
    if (schema.$ref !== undefined && isPlainReference(schema)) {
      return { ...reference(frame, schema.$ref), ...notes(schema) };
    }
    const found = matchOwnList(context, schema, pointer);
    if (found !== undefined) return wrapSymbol(schema, list(found));
    if (direction === "request" && isBinary(schema)) return wrapSymbol(schema, { kind: "upload" });
    const plainOwn = composed(frame, schema, pointer);
    const own = direction === "request" && isInt64Text(schema) ? orBigint(plainOwn) : plainOwn;
    const nullable = nullability(schema);
    const plain = isSpecial(own) && nullable.nullable === true ? { anyOf: [own] } : own;
    return { ...plain, ...nullable, ...notes(schema) };
  }

  function list({ rule, item, pointer, container }: ListMatch): ListSymbol {
    const { type: name, items } = rule;
    const { properties = {}, required = [] } = container.schema;
    const at = `${container.pointer}/properties`;
    const members = Object.entries(properties).map(([property, schema]): [string, Shape] => {
      return [
        property,
        property === items ? { type: "array" } : shape(schema, child(at, property)),
      ];
    });
    return {
      kind: "list",
      name,
      items,
      item: shape(item, pointer),
      container: { type: "object", properties: Object.fromEntries(members), required },
    };
  }

  function isPlainReference(schema: SchemaObject): boolean {
    return (
      ignoresSiblings(document) ||
      !Object.keys(schema).some((keyword) => BEARS_ON_TYPE.has(keyword))
    );
  }

  /** The named type, with those of its optional properties that are required here. */
  function reference({ demands }: Frame, ref: string): Shape {
    const target = refTo(resolveKey(ref));
    if (demands.size === 0) return target;
    const all = facets(document, { $ref: ref }, "");
    const given = requiredNames(all);
    const found = [...demands].flatMap((name) => {
      const property = given.has(name) ? undefined : findProperty(all, name);
      return property === undefined ? [] : [[name, property] as const];
    });
    const needed = requiredProperties(found);
    return needed === undefined ? target : { allOf: [target, needed] };
  }

  /** An object in which these properties are required; undefined where there are none to see. */
  function requiredProperties(
    found: readonly (readonly [name: string, FoundProperty | undefined])[],
  ): Shape | undefined {
    const entries = found.flatMap(([name, property]): [string, Shape][] => {
      if (property === undefined) return [[name, {}]];
      if (isHidden(document, property.schema, direction)) return [];
      return [[name, described(property)]];
    });
    if (entries.length === 0) return undefined;
    const required = entries.map(([name]) => name);
    return { type: "object", properties: Object.fromEntries(entries), required };
  }

  /** The type of a property, by a name where its own description leads back to it. */
  function described({ schema, pointer }: FoundProperty): Shape {
    if (underway.has(pointer)) return refTo(resolveKey(`#${pointer}`));
    underway.add(pointer);
    const result = shape(schema, pointer);
    underway.delete(pointer);
    return result;
  }

  function composed(frame: Frame, schema: SchemaObject, pointer: string): Shape {
    const all = facets(document, schema, pointer);
    const named = requiredNames(all);
    const demands = new Set([...frame.demands, ...named]);
    const find = (name: string): FoundProperty | undefined =>
      findProperty(all, name) ?? frame.find(name);
    const base = baseShape(tools, schema, pointer, demands);
    const isObject = frame.isObject || isObjectOnly(document, schema);
    const elsewhere =
      frame.isCovered || !isObject
        ? []
        : [...named].filter((name) => findProperty(all, name) === undefined);
    const needed = requiredProperties(elsewhere.map((name) => [name, frame.find(name)]));

    const inner = { demands, find, isCovered: true, isObject };
    const allOf = (schema.allOf ?? []).map((part, n) =>
      within(inner, part, `${pointer}/allOf/${n}`),
    );
    if (schema.$ref !== undefined) allOf.unshift(reference(inner, schema.$ref));
    const unions = (["anyOf", "oneOf"] as const).flatMap((keyword) => {
      const options = alternatives(schema[keyword]?.filter((option) => !isNull(option)) ?? []);
      if (options.length === 0) return [];
      const shapes = options.map((option, n) =>
        within({ ...inner, isCovered: false }, option, `${pointer}/${keyword}/${n}`),
      );
      if (shapes.some(isUnrestricted)) return [];
      return [{ [keyword]: refineByDiscriminator(context, schema, options, shapes) }];
    });
    return joined(base, needed === undefined ? allOf : [...allOf, needed], unions);
  }

  return { shape, list };
}

/** Whether a shape is never nullable itself, as those with a symbol: a union around it is. */
function isSpecial({ $ref, prefixItems, properties, additionalProperties }: Shape): boolean {
  return (
    $ref !== undefined ||
    prefixItems !== undefined ||
    (properties !== undefined && typeof additionalProperties === "object")
  );
}

/** One shape for all that holds at once. */
function joined(base: Shape, allOf: readonly Shape[], unions: readonly Shape[]): Shape {
  const parts = allOf.flatMap(spread).filter((part) => !isUnrestricted(part));
  const [union, ...moreUnions] = unions;
  if (parts.length === 0 && union === undefined) return base;
  if (isBare(base)) {
    if (parts.length === 0 && union !== undefined && moreUnions.length === 0) return union;
    return { allOf: [...parts, ...unions] };
  }
  return { allOf: [base, ...parts, ...unions] };
}

/** What an `allOf` inside an `allOf` adds to it. */
function spread(part: Shape): readonly Shape[] {
  return part.allOf !== undefined && Object.keys(part).length === 1 ? part.allOf : [part];
}

/** Whether a shape adds nothing to others that hold as well. */
function isBare(shape: Shape): boolean {
  const { type, format: _, additionalProperties, ...rest } = shape;
  if (type !== undefined && type !== "object") return false;
  return (additionalProperties ?? false) === false && Object.keys(rest).length === 0;
}

/** Whether every value fits. */
function isUnrestricted(shape: Shape): boolean {
  return Object.keys(shape).every((keyword) => SAYS_NO_TYPE.has(keyword));
}

const SAYS_NO_TYPE = new Set(
  "format nullable description deprecated not example default".split(" "),
);

const BEARS_ON_TYPE = new Set(
  (
    "type enum const nullable properties required additionalProperties patternProperties items " +
    "prefixItems allOf anyOf oneOf"
  ).split(" "),
);

function wrapSymbol(schema: SchemaObject, symbol: TypeSymbol): Shape {
  const plain: Shape = { type: "object", symbol };
  return nullability(schema).nullable === true
    ? { anyOf: [plain], nullable: true, ...notes(schema) }
    : { ...plain, ...notes(schema) };
}
