/** `expand/map`: the expand graph as a type, read by the copied expand types. */
import type { ExportDeclarationStructure } from "ts-morph";
import { StructureKind } from "../compilers.js";
import type { Model, Shape, Walk } from "../model/types.js";
import type { Docs } from "./docs.js";
import { propertyKey, stringLiteral } from "./encode.js";
import { describe, type ModuleDescription } from "./file.js";
import { Imports, type ModuleStructure, specifier } from "./imports.js";
import { importedNames, namesIn, type SchemaNames } from "./names.js";
import type { EmitSettings } from "./settings.js";
import { createTypePrinter, type TypePrinter } from "./types.js";

const PATH = "expand/map";

interface ExpandSlice {
  readonly docs: Docs;
  readonly lists: string;
  /** The container type behind `list:…`. */
  readonly container: string | undefined;
  readonly nodes: readonly SlicedNode[];
  readonly names: SchemaNames;
}

/** A node of the graph as plain data. */
interface SlicedNode {
  readonly key: string;
  readonly targets: readonly (readonly [name: string, keys: readonly string[]])[];
  readonly walked: readonly (readonly [name: string, walk: Walk])[];
  readonly includable: readonly (readonly [name: string, shape: Shape])[];
}

export function emitExpandMap(model: Model, settings: EmitSettings): ModuleDescription[] {
  if (model.expand.size === 0) return [];
  const all = new Map(model.schemas.map((schema) => [schema.key, schema]));
  const nodes = Array.from(model.expand.values(), ({ key, targets, walked, includable }) => ({
    key,
    targets: [...targets],
    walked: [...walked],
    includable: [...includable],
  }));
  const shapes = nodes.flatMap(({ includable }) => includable.map(([, shape]) => shape));
  const { docs, lists, container } = settings;
  return [
    describe(PATH, { docs, lists, container, nodes, names: namesIn(shapes, all) }, renderMap),
  ];
}

function renderMap(slice: ExpandSlice): ModuleStructure {
  const imports = new Imports(PATH);
  const printer = createTypePrinter(importedNames(slice.names, imports, slice.lists), slice.docs);
  const properties = [
    ...slice.nodes.map((node) => ({ name: propertyKey(node.key), type: nodeType(node, printer) })),
    ...listedKeys(slice.nodes).map((key) => ({
      name: stringLiteral(`list:${key}`),
      type: `{ expandable: {}; nested: { data: ${stringLiteral(key)} }; includable: {} }`,
    })),
  ];
  return imports.module([
    reExport([{ name: "Schemas" }], "schemas/index"),
    slice.container === undefined
      ? "export type List<T> = { data: T[] };"
      : reExport([{ name: slice.container, alias: "List" }], slice.lists),
    {
      kind: StructureKind.Interface,
      name: "ExpandMap",
      isExported: true,
      docs: [{ description: DESCRIPTION }],
      properties,
    },
  ]);
}

const DESCRIPTION = `
By schema: the \`expandable\` properties and what they become, the \`nested\` ones a path goes through,
the \`includable\` ones that are present only when asked for.`;

function reExport(
  names: { name: string; alias?: string }[],
  module: string,
): ExportDeclarationStructure {
  return {
    kind: StructureKind.ExportDeclaration,
    isTypeOnly: true,
    namedExports: names,
    moduleSpecifier: specifier(PATH, module),
  };
}

/** The item types of lists that paths go through, each of which is walked by its `data`. */
function listedKeys(nodes: readonly SlicedNode[]): string[] {
  const walks = nodes.flatMap(({ walked }) => walked.map(([, walk]) => walk));
  return [...new Set(walks.flatMap(({ keys, list }) => (list ? keys : [])))].sort();
}

/** `{ expandable: { customer: "customer" | "deleted_customer" }; nested: { line_items: "list:item" }; includable: { … } }` */
function nodeType({ targets, walked, includable }: SlicedNode, printer: TypePrinter): string {
  const expandable = targets.map(([name, keys]) => `${propertyKey(name)}: ${union(keys)};`);
  const nested = walked.map(
    ([name, { keys, list }]) =>
      `${propertyKey(name)}: ${union(list ? keys.map((key) => `list:${key}`) : keys)};`,
  );
  const asked = includable.map(([name, shape]) => `${propertyKey(name)}: ${printer.type(shape)};`);
  return `{ expandable: { ${expandable.join(" ")} }; nested: { ${nested.join(" ")} }; includable: { ${asked.join(" ")} } }`;
}

function union(keys: readonly string[]): string {
  return keys.map(stringLiteral).join(" | ");
}
