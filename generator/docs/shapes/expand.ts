/**
 * The expand paths of an operation as a tree of two levels; a shared script unfolds the rest. Those that the document lists
 * are all there, one after the other.
 */
import type { ExpandNode, Model, Operation, Shape } from "../../model/types/index.js";
import type { SchemaLinks } from "../places/index.js";
import { typeText, union } from "./type-text.js";
import type { ExpandItem, ExpandSection, TypeText } from "./types.js";

const EXPANDED = {
  title: "Expand",
  words: ["Each path that ", " names puts the object in the place of its id."],
} as const;

const LISTED = {
  title: "Include",
  words: ["What ", " names is there; all else of this list is absent, or null."],
} as const;

export function expandSection(
  model: Model,
  links: SchemaLinks,
  { params, response }: Operation,
): ExpandSection | undefined {
  const parameter = params?.expandParameter;
  if (params?.expand !== true || parameter === undefined || !("roots" in response)) {
    return undefined;
  }
  const isPage = response.kind === "page";
  const prefix = isPage && parameter.listPrefix === true ? `${response.list.items}.` : "";
  const depth = model.output.expansion?.depth ?? 0;
  const used = prefix === "" ? 0 : 1;
  const most = depth === 0 ? Infinity : depth - used;
  const tree: Tree = { model, links };
  if (params.listed !== undefined) {
    const items = params.listed.map((path) => listedItem(tree, response.roots, path));
    return { ...LISTED, parameter: parameter.name, prefix, depth: 0, items };
  }
  return {
    ...EXPANDED,
    parameter: parameter.name,
    prefix,
    depth,
    items: itemsOf(tree, response.roots, prefix, { levels: 2, most }),
  };
}

/** A path with the type of what it gives. */
function listedItem(tree: Tree, roots: readonly string[], path: string): ExpandItem {
  let types: readonly TypeText[] = [];
  let keys = roots;
  for (const name of path.split(".")) {
    const nodes = keys.flatMap((key) => tree.model.expand.get(key) ?? []);
    const found = nodes.flatMap((node) =>
      branchesOf(tree, node).filter((branch) => branch.name === name),
    );
    types = found.map(({ type }) => type);
    keys = found.flatMap((branch) => branch.keys);
  }
  return { name: path, path, on: `${path}.`, type: union(types), items: [], keys: [] };
}

interface Tree {
  readonly model: Model;
  readonly links: SchemaLinks;
}

/** How many levels are told, and how many segments a path may still have. */
interface Left {
  readonly levels: number;
  readonly most: number;
}

/** What can be asked for of an object that is one of these schemas. */
function itemsOf(
  tree: Tree,
  keys: readonly string[],
  before: string,
  { levels, most }: Left,
): ExpandItem[] {
  if (levels === 0 || most < 1) return [];
  const branches = new Map<string, Branch>();
  for (const key of keys) {
    const node = tree.model.expand.get(key);
    for (const branch of node === undefined ? [] : branchesOf(tree, node)) {
      const known = branches.get(branch.name);
      branches.set(branch.name, known === undefined ? branch : both(known, branch));
    }
  }
  return [...branches.values()].flatMap(({ name, segment, keys: next, type, isEnd }) => {
    const path = before + name;
    const segments = segment === undefined ? 1 : 2;
    const left = { levels: levels - 1, most: most - segments };
    const on = segment === undefined ? `${path}.` : `${path}.${segment}.`;
    const goesOn = left.most >= 1 && leads(tree.model, next);
    if (!isEnd && !goesOn) return [];
    return [
      {
        name: segment === undefined || !goesOn || isEnd ? name : `${name}.${segment}`,
        ...(isEnd ? { path } : {}),
        on,
        type,
        items: goesOn ? itemsOf(tree, next, on, left) : [],
        keys: goesOn ? next : [],
      },
    ];
  });
}

interface Branch {
  readonly name: string;
  /** The property of a list that holds its items. */
  readonly segment?: string;
  readonly keys: readonly string[];
  readonly type: TypeText;
  /** Whether a path may end here. */
  readonly isEnd: boolean;
}

function branchesOf({ model, links }: Tree, node: ExpandNode): Branch[] {
  const { targets, walked, includable } = node;
  const named = (keys: readonly string[]): TypeText =>
    keys.flatMap((key, n) => [...(n === 0 ? [] : [" | "]), links.get(key) ?? key]);
  const segment = segmentOf(model);
  const asked = new Map([...includable].map(([name, shape]) => [name, typeOf(links, shape)]));
  return [
    ...[...targets].map(([name, keys]) => ({ name, keys, type: named(keys), isEnd: true })),
    ...[...walked].map(([name, { keys, list }]) => ({
      name,
      ...(list && segment !== undefined ? { segment } : {}),
      keys,
      type: asked.get(name) ?? (list ? ["list of ", ...named(keys)] : named(keys)),
      isEnd: asked.has(name),
    })),
    ...[...asked]
      .filter(([name]) => !walked.has(name) && !targets.has(name))
      .map(([name, type]) => ({ name, keys: [], type, isEnd: true })),
  ];
}

function typeOf(links: SchemaLinks, shape: Shape): TypeText {
  return typeText(links, shape);
}

function both(a: Branch, b: Branch): Branch {
  const keys = [...new Set([...a.keys, ...b.keys])];
  return { ...a, keys, isEnd: a.isEnd || b.isEnd };
}

function leads({ expand }: Model, keys: readonly string[]): boolean {
  return keys.some((key) => expand.has(key));
}

/** The segment of paths that goes to the items of a list; undefined where none does. */
export function segmentOf({ output }: Model): string | undefined {
  const { container, expansion } = output;
  const isSegment = expansion?.parameters.some(({ listPrefix }) => listPrefix === true) === true;
  return isSegment ? container?.items : undefined;
}
