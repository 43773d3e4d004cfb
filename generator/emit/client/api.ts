/** The dialect's `api`: constants and types of this document under the names that its templates use. */
import { moduleOf, type Rendered, type Statement } from "../code/module.js";
import { schemasByKey } from "../../model/types/by-key.js";
import type { Model, NotificationType, TypeName } from "../../model/types/index.js";
import { StructureKind } from "../../support/compilers.js";
import { EMITTED_API } from "../../symbols/emitted.js";
import type { Symbols } from "../../symbols/index.js";
import { propertyKey, stringLiteral } from "../code/encode.js";
import { describe, type ModuleDescription } from "../code/file.js";
import { Imports } from "../code/imports.js";

import { schemaModule, type SchemaName } from "../names/names.js";
import { type CarriedObject, type EventSlice, eventTypes, hasOthers } from "./events.js";

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
  const events = slice.event === undefined ? [] : eventTypes(slice.event, slice.events, imports);
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
