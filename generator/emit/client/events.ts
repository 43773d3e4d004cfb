/** The types of events: what each type carries, and all of them as one union. */
import { laidOut, type Statement, type Written } from "../code/module.js";
import type { EventRule } from "../../config/index.js";
import type { NamedSchema, Shape } from "../../model/types/index.js";
import { keyOf } from "../../model/types/references.js";
import { StructureKind } from "../../support/compilers.js";
import { commentCode, propertyKey, stringLiteral } from "../code/encode.js";
import type { Imports } from "../code/imports.js";
import { block } from "../code/layout.js";
import { typeEntry } from "../code/type-text.js";
import { schemaModule, type SchemaName } from "../names/names.js";

/** What one type of event carries. */
export interface CarriedObject extends SchemaName {
  readonly type: string;
  /** The schemas that an expand path may begin at; empty where nothing can be expanded. */
  readonly roots: readonly string[];
}

export interface EventSlice {
  readonly schema: SchemaName;
  readonly rule: EventRule;
  /** Whether something is beside the object that the event carries. */
  readonly hasOthers: boolean;
}

/** Whether the object that holds what an event carries has properties that the rule does not speak of. */
export function hasOthers(
  schemas: ReadonlyMap<string, NamedSchema>,
  { schema, objectAt, previousAt }: EventRule,
): boolean {
  const [holder = "", known] = objectAt;
  if (known === undefined) return false;
  const follow = (shape: Shape | undefined): Shape | undefined => {
    const key = shape && keyOf(shape);
    return key === undefined ? shape : schemas.get(key)?.shape;
  };
  const held = follow(follow(schemas.get(schema)?.shape)?.properties?.[holder]);
  const told = [known, previousAt?.[0] === holder ? previousAt[1] : undefined];
  return Object.keys(held?.properties ?? {}).some((name) => !told.includes(name));
}

/** `EventMap`, its wide form, and `Event`: the event's schema once for each type, with the object that it carries. */
export function eventTypes(
  event: EventSlice,
  events: readonly CarriedObject[],
  imports: Imports,
): (Statement | Written)[] {
  const { schema, rule } = event;
  const { typeAt = "type", versionAt, objectAt, previousAt } = rule;
  const base = imports.type(schema.name, schemaModule(schema.module), "AnyEvent");
  const carried: Carried = new Map();
  put(carried, objectAt, "EventMap[T]");
  if (previousAt !== undefined) put(carried, previousAt, "Partial<EventMap[T]>", "?");
  if (versionAt !== undefined) put(carried, [versionAt], "typeof apiVersion");
  const left = [typeAt, ...[...carried.keys()].map((name) => name.replace(/\?$/, ""))].sort();
  const members = Array.from(carried, ([name, type]) => {
    const isOptional = name.endsWith("?");
    const property = isOptional ? name.slice(0, -1) : name;
    const text = carriedText(type);
    const others = stringLiteral(objectAt[1] ?? "");
    const whole =
      event.hasOthers && property === objectAt[0]
        ? `Omit<${base}[${stringLiteral(property)}], ${others}> & ${text}`
        : text;
    return { name: propertyKey(property), type: whole, hasQuestionToken: isOptional };
  });
  const plain = ({ name, module }: SchemaName): string => imports.type(name, schemaModule(module));
  return [
    mapOf(
      "EventMap",
      "The object that each type of event carries.",
      events.map(({ type, ...object }) => [type, plain(object)]),
    ),
    mapOf(
      "WideEventMap",
      "The same, where nobody says what is expanded.",
      events.map(({ type, roots, ...object }) => {
        const wide = `${roots.map(stringLiteral).join(" | ")}, string`;
        return [type, roots.length ? `${imports.symbol("Expand")}<${wide}>` : plain(object)];
      }),
    ),
    {
      kind: StructureKind.Interface,
      name: "EventOf",
      isExported: true,
      typeParameters: [{ name: "T", constraint: "keyof EventMap" }],
      extends: [`Omit<${base}, ${left.map(stringLiteral).join(" | ")}>`],
      docs: [{ description: "An event of one type." }],
      properties: [{ name: propertyKey(typeAt), type: "T" }, ...members],
    },
    {
      kind: StructureKind.TypeAlias,
      name: "Event",
      isExported: true,
      docs: [
        { description: `What a webhook tells: a union that ${commentCode(typeAt)} tells apart.` },
      ],
      type: "{ [T in keyof EventMap]: EventOf<T> }[keyof EventMap]",
    },
  ];
}

/** An interface of a type for each type of event. */
function mapOf(
  name: string,
  description: string,
  types: readonly (readonly [key: string, type: string])[],
): Written {
  const members = types.map(([key, type]) => typeEntry(`${propertyKey(key)}: `, type));
  const lines = block({ head: `export interface ${name} `, members }, ";");
  return laidOut([`/** ${description} */`, ...lines].join("\n"));
}

/** Properties by name, `?` behind it where they may be absent: a type, or properties again. */
type Carried = Map<string, string | Carried>;

function put(into: Carried, path: readonly string[], type: string, presence = ""): void {
  const [name = "", ...rest] = path;
  if (rest.length === 0) {
    into.set(name + presence, type);
    return;
  }
  const known = into.get(name);
  const inner: Carried = typeof known === "object" ? known : new Map();
  into.set(name, inner);
  put(inner, rest, type, presence);
}

/** `{ object: EventMap[T]; previous?: Partial<EventMap[T]>; }` */
function carriedText(carried: string | Carried): string {
  if (typeof carried === "string") return carried;
  const members = Array.from(carried, ([name, inner]) => {
    const [, property = "", presence = ""] = /^(.*?)(\??)$/s.exec(name) ?? [];
    return `${propertyKey(property)}${presence}: ${carriedText(inner)};`;
  });
  return `{ ${members.join(" ")} }`;
}
