/** The names of schemas in emitted modules. Paths are without extension. */
import { schemasByKey } from "../../model/types/by-key.js";
import type { NamedSchema, Shape } from "../../model/types/index.js";
import { keyOf } from "../../model/types/references.js";
import type { Imports } from "../code/imports.js";
import type { TypeNames } from "../types/mapper.js";

/** A named schema's name and the module that declares it. */
export interface SchemaName {
  readonly name: string;
  readonly module: string;
}

/** Key → name, of the schemas that one module refers to. */
export type SchemaNames = Readonly<Record<string, SchemaName>>;

export function schemaModule(module: string): string {
  return `schemas/${module}`;
}

/** The names of all schemas that the shapes refer to, so that a module's slice holds no other. */
export function namesIn(shapes: Iterable<Shape>, schemas: readonly NamedSchema[]): SchemaNames {
  const all = schemasByKey(schemas);
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
  const key = keyOf(shape);
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
    list: (name) => imports.symbol(`${lists}#${name}`),
    bodyAs: () => imports.symbol("BodyAs"),
    raw: () => imports.symbol("RawBody"),
    upload: () => imports.symbol("Upload"),
  };
}
