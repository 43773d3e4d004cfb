/** The dialect's `api`: constants and types of this document under the names that its templates use. */
import { StructureKind } from "../../support/compilers.js";
import type { Model } from "../../model/types/index.js";
import { EMITTED_API } from "../../symbols/emitted.js";
import type { Symbols } from "../../symbols/index.js";
import { propertyKey, stringLiteral } from "../code/encode.js";
import { describe, type ModuleDescription } from "../code/file.js";
import { Imports, type Rendered, type Statement } from "../code/imports.js";
import { schemaModule, type SchemaName } from "../names/names.js";
import type { EmitSettings } from "../names/settings.js";

interface ApiSlice {
  readonly path: string;
  readonly apiVersion: string;
  readonly packageVersion: string;
  readonly types: readonly (SchemaName & { readonly exported: string })[];
  readonly event: SchemaName | undefined;
  readonly events: readonly (SchemaName & { readonly type: string })[];
}

export function emitApi(model: Model, settings: EmitSettings): ModuleDescription[] {
  if (settings.dialect === undefined) return [];
  const byKey = new Map(model.schemas.map((schema) => [schema.key, schema]));
  const named = (key: string): SchemaName => {
    const { name = "unknown", module = "" } = byKey.get(key) ?? {};
    return { name, module };
  };
  const slice: ApiSlice = {
    path: `${settings.dialect}/api`,
    apiVersion: model.api.version,
    packageVersion: settings.package?.version ?? "0.0.0",
    types: Object.entries(settings.dialectTypes)
      .sort()
      .map(([exported, key]) => ({
        exported,
        ...named(key),
      })),
    event: settings.eventSchema === undefined ? undefined : named(settings.eventSchema),
    events: model.events.map(({ type, key }) => ({ type, ...named(key) })),
  };
  return [describe(slice.path, slice, renderApi)];
}

function renderApi(slice: ApiSlice, symbols: Symbols): Rendered {
  const imports = new Imports(slice.path, symbols, Object.keys(EMITTED_API));
  const events = slice.event === undefined ? [] : eventTypes(slice, slice.event, imports);
  return imports.module([
    ...slice.types.map(({ exported, name, module }) =>
      imports.reExport(schemaModule(module), {
        names: [exported === name ? name : { name, alias: exported }],
        isTypeOnly: true,
      }),
    ),
    constant("apiVersion", slice.apiVersion, "The API version that the document describes."),
    constant("packageVersion", slice.packageVersion, "The version of this package."),
    ...events,
  ]);
}

function constant(name: string, value: string, description: string): string {
  return `/** ${description} */\nexport const ${name} = ${stringLiteral(value)};`;
}

/** `EventMap`, and `Event`: the event's schema once for each type, with the object that it carries. */
function eventTypes(slice: ApiSlice, event: SchemaName, imports: Imports): Statement[] {
  const base = imports.type(event.name, schemaModule(event.module), "AnyEvent");
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
      name: "EventOf",
      isExported: true,
      typeParameters: [{ name: "T", constraint: "keyof EventMap" }],
      extends: [`Omit<${base}, "data" | "type">`],
      docs: [{ description: "An event of one type." }],
      properties: [
        { name: "type", type: "T" },
        {
          name: "data",
          type: "{ object: EventMap[T]; previous_attributes?: Partial<EventMap[T]>; }",
        },
      ],
    },
    {
      kind: StructureKind.TypeAlias,
      name: "Event",
      isExported: true,
      docs: [{ description: "What a webhook tells: a union that `type` tells apart." }],
      type: "{ [T in keyof EventMap]: EventOf<T> }[keyof EventMap]",
    },
  ];
}
