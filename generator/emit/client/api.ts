/** The dialect's `api`: constants and types of this document under the names that its templates use. */
import { moduleOf, type Rendered, type Statement } from "../code/module.js";
import type { EventRule } from "../../config/index.js";
import { schemasByKey } from "../../model/types/by-key.js";
import type {
  Model,
  NamedSchema,
  NotificationType,
  Shape,
  TypeName,
} from "../../model/types/index.js";
import { keyOf } from "../../model/types/references.js";
import { StructureKind } from "../../support/compilers.js";
import { EMITTED_API } from "../../symbols/emitted.js";
import type { Symbols } from "../../symbols/index.js";
import { commentCode, propertyKey, stringLiteral } from "../code/encode.js";
import { describe, type ModuleDescription } from "../code/file.js";
import { Imports } from "../code/imports.js";

import { schemaModule, type SchemaName } from "../names/names.js";

interface ApiSlice {
  readonly path: string;
  readonly apiVersion: string;
  readonly packageVersion: string;
  readonly types: readonly (SchemaName & { readonly exported: string })[];
  readonly event: EventSlice | undefined;
  readonly events: readonly CarriedObject[];
  /** The API's server. */
  readonly server: string;
  readonly notifications: readonly Notification[];
}

/** One type of event that only names its object. */
interface Notification {
  readonly type: string;
  readonly event: SchemaName;
  /** Null where it is about no object, undefined where nobody says about which. */
  readonly related: SchemaName | null | undefined;
}

/** What one type of event carries. */
interface CarriedObject extends SchemaName {
  readonly type: string;
  /** The schemas that an expand path may begin at; empty where nothing can be expanded. */
  readonly roots: readonly string[];
}

interface EventSlice {
  readonly schema: SchemaName;
  readonly rule: EventRule;
  /** Whether something is beside the object that the event carries. */
  readonly hasOthers: boolean;
}

export function emitApi(model: Model): ModuleDescription[] {
  const { dialect, package: info, dialectTypes, events } = model.output;
  if (dialect === undefined) return [];
  const byKey = schemasByKey(model.schemas);
  const named = (key: string): SchemaName => {
    const { name = "unknown", module = "" } = byKey.get(key) ?? {};
    return { name, module };
  };
  const roots = rootsIn(model.typeNames);
  const slice: ApiSlice = {
    path: `${dialect}/api`,
    apiVersion: model.api.version,
    packageVersion: info?.version ?? "0.0.0",
    types: Object.entries(dialectTypes)
      .sort()
      .map(([exported, key]) => ({
        exported,
        ...named(key),
      })),
    event: events && {
      schema: named(events.schema),
      rule: events,
      hasOthers: hasOthers(byKey, events),
    },
    events: model.events.map(({ type, key }) => ({
      type,
      roots: roots.get(key) ?? [],
      ...named(key),
    })),
    server: model.api.server,
    notifications: model.notifications.map(({ type, key, ...about }) => ({
      type,
      event: named(key),
      related: relatedName(about, named),
    })),
  };
  return [describe(slice.path, slice, renderApi)];
}

function relatedName(
  about: Pick<NotificationType, "related">,
  named: (key: string) => SchemaName,
): Notification["related"] {
  if (!("related" in about)) return null;
  return about.related === undefined ? undefined : named(about.related);
}

/** Schema → its roots, of all that the class's namespace has a name for. */
function rootsIn(names: readonly TypeName[]): ReadonlyMap<string, readonly string[]> {
  return new Map(
    names.flatMap(({ target, members }) => [
      ...(target?.kind === "schema" ? [[target.key, target.roots] as const] : []),
      ...rootsIn(members),
    ]),
  );
}

function renderApi(slice: ApiSlice, symbols: Symbols): Rendered {
  const imports = new Imports(slice.path, symbols, Object.keys(EMITTED_API));
  const events = slice.event === undefined ? [] : eventTypes(slice, slice.event, imports);
  return moduleOf(imports, [
    ...slice.types.map(({ exported, name, module }) =>
      imports.reExport(schemaModule(module), {
        names: [exported === name ? name : { name, alias: exported }],
        isTypeOnly: true,
      }),
    ),
    constant("apiVersion", slice.apiVersion, "The API version that the document describes."),
    constant("packageVersion", slice.packageVersion, "The version of this package."),
    ...events,
    ...notificationTypes(slice, symbols, imports),
  ]);
}

/** What templates need that speak of events which only name their object: those of one version, say. */
function notificationTypes(
  { notifications, server }: ApiSlice,
  { standIns }: Symbols,
  imports: Imports,
): Statement[] {
  if (notifications.length === 0 && standIns.size === 0) return [];
  const typeOf = ({ name, module }: SchemaName): string => imports.type(name, schemaModule(module));
  return [
    constant("server", server, "Where the API is."),
    listed(
      "notificationTypes",
      notifications,
      "The types of events that only name the object they are about.",
    ),
    {
      kind: StructureKind.Interface,
      name: "NotificationMap",
      isExported: true,
      docs: [
        { description: "The events that only name the object they are about, and that object." },
      ],
      properties: notifications.map(({ type, event, related }) => {
        const about = related === undefined ? "unknown" : related && typeOf(related);
        return {
          name: propertyKey(type),
          type: `{ event: ${typeOf(event)}; related: ${about} }`,
        };
      }),
    },
  ];
}

function listed(
  name: string,
  entries: readonly { readonly type: string }[],
  description: string,
): string {
  const values = entries.map(({ type }) => stringLiteral(type)).join(", ");
  return `/** ${description} */\nexport const ${name}: readonly string[] = [${values}];`;
}

function constant(name: string, value: string, description: string): string {
  return `/** ${description} */\nexport const ${name} = ${stringLiteral(value)};`;
}

/** Whether the object that holds what an event carries has properties that the rule does not speak of. */
function hasOthers(
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
function eventTypes(slice: ApiSlice, event: EventSlice, imports: Imports): Statement[] {
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
  return [
    {
      kind: StructureKind.Interface,
      name: "EventMap",
      isExported: true,
      docs: [{ description: "The object that each type of event carries." }],
      properties: slice.events.map(({ type, name, module }) => ({
        name: propertyKey(type),
        type: imports.type(name, schemaModule(module)),
      })),
    },
    {
      kind: StructureKind.Interface,
      name: "WideEventMap",
      isExported: true,
      docs: [{ description: "The same, where nobody says what is expanded." }],
      properties: slice.events.map(({ type, name, module, roots }) => ({
        name: propertyKey(type),
        type: roots.length
          ? `${imports.symbol("Expand")}<${roots.map(stringLiteral).join(" | ")}, string>`
          : imports.type(name, schemaModule(module)),
      })),
    },
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
