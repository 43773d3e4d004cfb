/** Where emitted modules and the copied runtime keep what emitted code may refer to. Paths are without extension. */
import type { NamedSchema, Shape } from "../../model/types/index.js";
import { componentKey } from "../../model/context/extensions.js";
import type { Imports } from "../code/imports.js";
import type { TypeNames } from "../types/types.js";

/** A named schema's name and the module that declares it. */
export interface SchemaName {
  readonly name: string;
  readonly module: string;
}

/** Key → name, of the schemas that one module refers to. */
export type SchemaNames = Readonly<Record<string, SchemaName>>;

export const RUNTIME = {
  request: "runtime/request",
  at: "runtime/at",
  read: "runtime/read",
  params: "runtime/params",
  body: "runtime/body",
  json: "runtime/json",
  formBody: "runtime/form-body",
  multipart: "runtime/multipart",
  client: "runtime/client",
  pages: "runtime/pages",
  plain: "runtime/plain",
  security: "runtime/security",
  resources: "runtime/resources",
  raw: "runtime/raw",
  members: "runtime/members",
  events: "runtime/events",
  lines: "runtime/lines",
  mediaTypes: "runtime/media-types",
  errors: "runtime/errors/index",
  server: "runtime/server",
} as const;

export const EXPAND = "expand/index";

export function schemaModule(module: string): string {
  return `schemas/${module}`;
}

/** The names of all schemas that the shapes refer to, so that a module's slice holds no other. */
export function namesIn(
  shapes: Iterable<Shape>,
  all: ReadonlyMap<string, NamedSchema>,
): SchemaNames {
  const keys = new Set<string>();
  for (const shape of shapes) collectKeys(shape, keys);
  const names: [string, SchemaName][] = [...keys].sort().map((key) => {
    const { name = "unknown", module = "" } = all.get(key) ?? {};
    return [key, { name, module }];
  });
  return Object.fromEntries(names);
}

function collectKeys(shape: Shape | boolean | undefined, keys: Set<string>): void {
  if (typeof shape !== "object") return;
  const key = shape.$ref === undefined ? undefined : componentKey(shape.$ref);
  if (key !== undefined) keys.add(key);
  if (shape.symbol?.kind === "list") collectKeys(shape.symbol.item, keys);
  for (const inner of Object.values(shape.properties ?? {})) collectKeys(inner, keys);
  for (const inner of [shape.items, shape.additionalProperties]) collectKeys(inner, keys);
  for (const list of [shape.prefixItems, shape.allOf, shape.anyOf, shape.oneOf]) {
    for (const inner of list ?? []) collectKeys(inner, keys);
  }
}

/** Names for the type printer; each one used is imported. */
export function importedNames(names: SchemaNames, imports: Imports, lists: string): TypeNames {
  return {
    schema(key) {
      const { name, module } = names[key] ?? { name: "unknown", module: "" };
      return module === "" ? name : imports.type(name, schemaModule(module));
    },
    list: (name) => imports.type(name, lists),
    raw: () => imports.type("RawBody", RUNTIME.body),
    upload: () => imports.type("Upload", RUNTIME.multipart),
  };
}
