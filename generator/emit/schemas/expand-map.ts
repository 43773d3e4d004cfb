/** `expand/map`: the expand graph as a type, read by the copied expand types. */
import { laidOut, moduleOf, type Rendered } from "../code/module.js";
import type { ExpansionRule, ListRule } from "../../config/index.js";
import type { Model, Shape, Walk } from "../../model/types/index.js";
import type { Symbols } from "../../symbols/index.js";
import { propertyKey, stringLiteral } from "../code/encode.js";
import { describe, type ModuleDescription } from "../code/file.js";
import { specifier } from "../code/imports.js";
import { block, type Entry } from "../code/layout.js";

import { isPlain } from "../code/type-text.js";
import { openModule, type TypedSlice, typedSlice } from "../names/open-module.js";
import { type TypePrinter } from "../types/types.js";

const PATH = "expand/map";

interface ExpandSlice extends TypedSlice {
  /** The containers behind `list:…`. */
  readonly container: ListRule | undefined;
  readonly expansion: ExpansionRule | undefined;
  readonly nodes: readonly SlicedNode[];
}

/** A node of the graph as plain data. */
interface SlicedNode {
  readonly key: string;
  readonly targets: readonly (readonly [name: string, keys: readonly string[]])[];
  readonly walked: readonly (readonly [name: string, walk: Walk])[];
  readonly includable: readonly (readonly [name: string, shape: Shape])[];
}

export function emitExpandMap(model: Model): ModuleDescription[] {
  if (model.expand.size === 0) return [];
  const nodes = Array.from(model.expand.values(), ({ key, targets, walked, includable }) => ({
    key,
    targets: [...targets],
    walked: [...walked],
    includable: [...includable],
  }));
  const shapes = nodes.flatMap(({ includable }) => includable.map(([, shape]) => shape));
  const { container, expansion } = model.output;
  const slice = { ...typedSlice(model, PATH, shapes), container, expansion, nodes };
  return [describe(PATH, slice, renderMap)];
}

function renderMap(slice: ExpandSlice, symbols: Symbols): Rendered {
  const { imports, printer } = openModule(slice, symbols, ["List", "ExpandMap"]);
  const types = slice.nodes.flatMap(({ includable }) =>
    includable.map(([, shape]) => printer.type(shape)),
  );
  const segment = segmentOf(slice);
  const members = [
    ...slice.nodes.map((node) => nodeEntry(node, printer)),
    ...listedKeys(slice.nodes)
      // A list holds items of several schemas, of which some may have nothing to expand.
      .filter((key) => segment !== undefined || slice.nodes.some((node) => node.key === key))
      .map((key) => listEntry(key, segment)),
  ];
  const exported = [
    reExport("Schemas", "schemas/index"),
    slice.container === undefined
      ? "export type List<T> = T[];"
      : reExport(`${slice.container.type} as List`, slice.lists),
  ];
  const rules = rulesText(segment, slice.expansion?.depth);
  const map = [DESCRIPTION, ...block({ head: "export interface ExpandMap ", members }, ";")];
  return moduleOf(imports, [
    laidOut(exported.join("\n")),
    laidOut(rules),
    laidOut(
      map.join("\n"),
      types.every((type) => isPlain(type) || RECORD.test(type)),
    ),
  ]);
}

const DESCRIPTION = `/**
 * By schema: the \`expandable\` properties and what they become, the \`nested\` ones a path goes through,
 * the \`includable\` ones that are present only when asked for.
 */`;

/** The segment of paths that goes to the items of a list; undefined where none does. */
function segmentOf({ container, expansion }: ExpandSlice): string | undefined {
  const isSegment = expansion?.parameters.some(({ listPrefix }) => listPrefix === true) === true;
  return isSegment ? container?.items : undefined;
}

function rulesText(segment: string | undefined, depth: number | undefined): string {
  const prefix = stringLiteral(segment === undefined ? "" : `${segment}.`);
  const behind = segment === undefined || depth === undefined ? depth : Math.max(depth - 1, 1);
  const check = (most: number | undefined): string => `ValidIn${most ?? "Any"}`;
  const checks = `${check(depth)} as Valid, ${check(behind)} as ValidInList`;
  return [
    `/** What the paths of a list begin with. */\nexport type ListPrefix = ${prefix};`,
    `/** The most segments that a path has; 0: any number. */\nexport type Depth = ${depth ?? 0};`,
    `/** What checks the paths, and those of a list behind what they begin with. */\nexport type { ${checks} } from "./check.js";`,
  ].join("\n\n");
}

function reExport(name: string, module: string): string {
  return `export type { ${name} } from ${stringLiteral(specifier(PATH, module))};`;
}

/** The item types of lists that paths go through. */
function listedKeys(nodes: readonly SlicedNode[]): string[] {
  const walks = nodes.flatMap(({ walked }) => walked.map(([, walk]) => walk));
  return [...new Set(walks.flatMap(({ keys, list }) => (list ? keys : [])))].sort();
}

/** `customer: { expandable: { … }; nested: { line_items: "list:item" }; includable: { … } }` */
function nodeEntry({ key, targets, walked, includable }: SlicedNode, printer: TypePrinter): Entry {
  const expandable = targets.map(([name, keys]) => union(name, keys));
  const nested = walked.map(([name, { keys, list }]) =>
    union(name, list ? keys.map((item) => `list:${item}`) : keys),
  );
  const asked = includable.map(([name, shape]) =>
    includableEntry(`${propertyKey(name)}: `, printer.type(shape)),
  );
  return node(key, expandable, nested, asked);
}

/** `{ [key: string]: Price }` has its lines. */
function includableEntry(head: string, type: string): Entry {
  const [, member, tail = ""] = RECORD.exec(type) ?? [];
  return member === undefined ? head + type : { head, members: [member], tail, isBroken: true };
}

const RECORD = /^\{\n *(\[key: string\]: \w+);\n\}( \| null)?$/;

/** What a list holds is reached by a segment of its own, or at once. */
function listEntry(key: string, segment: string | undefined): Entry {
  const name = `list:${key}`;
  if (segment !== undefined) return node(name, [], [union(segment, [key])], []);
  return `${propertyKey(name)}: ExpandMap[${stringLiteral(key)}]`;
}

function node(
  key: string,
  expandable: readonly Entry[],
  nested: readonly Entry[],
  includable: readonly Entry[],
): Entry {
  return {
    head: `${propertyKey(key)}: `,
    members: [
      { head: "expandable: ", members: expandable },
      { head: "nested: ", members: nested },
      { head: "includable: ", members: includable },
    ],
  };
}

function union(name: string, keys: readonly string[]): Entry {
  return { head: `${propertyKey(name)}: `, union: keys.map(stringLiteral) };
}
