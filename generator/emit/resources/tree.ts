/** The resource tree as data: calls, as text or as functions, by the names of resources and methods. */
import { laidOut, moduleOf, type Rendered } from "../code/module.js";
import type { Model, Resource } from "../../model/types/index.js";
import { positional } from "../../model/types/positional.js";
import { clientModule } from "../../symbols/entries.js";
import type { Symbols } from "../../symbols/index.js";
import { AS_CONST, isInheritedKey, objectKey, stringLiteral } from "../code/encode.js";
import { describe, type ModuleDescription } from "../code/file.js";
import { Imports } from "../code/imports.js";
import { block, type Braces, layOut } from "../code/layout.js";
import { callText } from "../operations/call.js";
import { commonPath } from "./resource-docs.js";
import { operationNames, RESOURCES } from "./resources.js";

/** The module of the tree, and its constants; no function is written like that. */
export const TREE = { module: "resources/tree", name: "TREE", pages: "PAGES" } as const;

interface TreeSlice {
  readonly dialect: string | undefined;
  /** Whether a class stands around the tree. */
  readonly hasClass: boolean;
  readonly root: Resource;
  readonly functions: Readonly<Record<string, FunctionPlace>>;
  /** Functions of the dialect that make calls of pages. */
  readonly pages: readonly string[];
}

interface FunctionPlace {
  readonly module: string;
  /** Stands for the function where it says everything: a bundle of texts is smaller than one of functions. */
  readonly text?: string;
  /** How many path parameters it takes. */
  readonly length: number;
  readonly takesParams: boolean;
}

interface TreeWriter {
  readonly imports: Imports;
  readonly hasClass: boolean;
  readonly functions: ReadonlyMap<string, FunctionPlace>;
  /** The constants of resources that have several names. */
  readonly shared: ReadonlyMap<Resource, string>;
}

export function emitTree(model: Model): ModuleDescription[] {
  const { resources: root, operations } = model;
  const { dialect } = model.output;
  if (root === undefined) return [];
  const used = new Set(operationNames(root));
  const functions: Record<string, FunctionPlace> = Object.fromEntries(
    operations
      .filter(({ name }) => used.has(name))
      .map((operation) => {
        const { name, module, params } = operation;
        const text = callText(dialect, operation);
        const { length } = positional(operation);
        const place = { module, length, takesParams: params !== undefined };
        return [name, text === undefined ? place : { ...place, text }];
      }),
  );
  const pages = operations.flatMap(({ name, response }) =>
    response.kind === "page" && functions[name]?.text !== undefined ? response.list.call : [],
  );
  const slice = {
    dialect,
    hasClass: model.output.class !== undefined,
    root,
    functions,
    pages: [...new Set(pages)].sort(),
  };
  return [describe(TREE.module, slice, renderTree)];
}

function renderTree(slice: TreeSlice, symbols: Symbols): Rendered {
  const { dialect, hasClass, root, functions, pages } = slice;
  const own = sharedResources(root).values();
  const imports = new Imports(TREE.module, symbols, [
    TREE.name,
    TREE.pages,
    "createResources",
    ...own,
    ...Object.values(functions).flatMap((place) => adapterParameters(hasClass, place)),
  ]);
  const writer: TreeWriter = {
    imports,
    hasClass,
    functions: new Map(Object.entries(functions)),
    shared: sharedResources(root),
  };
  const type = imports.symbol("Tree");
  const client = imports.symbol(`${clientModule(dialect)}#Client`);
  const constant = (declared: string, resource: Resource): string =>
    block(treeEntry(writer, `const ${declared}: ${type}<${client}> = `, resource), ",", ";").join(
      "\n",
    );
  const shared = Array.from(writer.shared, ([resource, name]) => constant(name, resource));
  const tree = `export ${constant(TREE.name, root)}`;
  const members = pages.map((name) => imports.symbol(`${dialect}/pages#${name}`));
  const senders = layOut({ head: `export const ${TREE.pages} = `, members }, ",", ";").join("\n");
  const more = hasClass ? [] : [createResources(imports, root.name, client)];
  const blocks = [...shared, tree, senders, ...more];
  return moduleOf(
    imports,
    blocks.map((one) => laidOut(one)),
  );
}

function sharedResources(root: Resource): ReadonlyMap<Resource, string> {
  const shared = new Map<Resource, string>();
  const seen = new Set<Resource>();
  const visit = ({ resource }: { readonly resource: Resource }): void => {
    if (seen.has(resource))
      shared.set(resource, `${resource.path.join("_").toUpperCase()}_${TREE.name}`);
    else resource.children.forEach(visit);
    seen.add(resource);
  };
  root.children.forEach(visit);
  return shared;
}

/** `isInherited`: it stands somewhere below a key that every object has. */
function treeEntry(
  writer: TreeWriter,
  head: string,
  { methods, children }: Resource,
  isInherited = false,
): Braces {
  const base = basePath(methods.flatMap(({ operations }) => textsOf(writer, operations)));
  return {
    head,
    members: [
      ...(base === "" ? [] : [`"": ${stringLiteral(base)}`]),
      ...children.map(({ name, resource }) => {
        const shared = writer.shared.get(resource);
        const key = `${objectKey(name)}: `;
        if (shared !== undefined) return key + shared;
        return treeEntry(writer, key, resource, isInherited || isInheritedKey(name));
      }),
      ...methods.map(({ name, operations }) => {
        const text = methodText(writer, operations, base, isInherited || isInheritedKey(name));
        return `${objectKey(name)}: ${text}`;
      }),
    ],
  };
}

/** The calls of operations of which method and path say everything. */
function textsOf({ functions }: TreeWriter, names: readonly string[]): string[] {
  return names.flatMap((name) => functions.get(name)?.text ?? []);
}

/** What the paths of several calls begin with, in whole segments. */
function basePath(texts: readonly string[]): string {
  if (texts.length < 2) return "";
  return commonPath(texts.map((text) => text.slice(text.indexOf("/")))).join("/");
}

/** One function as it is; several in an array, at the number of their path parameters. */
function methodText(
  writer: TreeWriter,
  names: readonly string[],
  base: string,
  isInherited: boolean,
): string {
  const constant = isInherited ? AS_CONST : "";
  const places: string[] = [];
  for (const name of names) {
    const place = writer.functions.get(name);
    if (place === undefined) continue;
    const { text, length, takesParams } = place;
    // Methods of a class have a place for params in any case; of others, the text tells that there is none.
    const end = takesParams || writer.hasClass ? "" : " -";
    places[names.length === 1 ? 0 : length] =
      text === undefined
        ? functionText(writer, name, place)
        : stringLiteral(text.replace(base, "") + end) + constant;
  }
  const [only = ""] = places;
  if (names.length === 1) return only;
  return `[${Array.from(places, (place) => place ?? "undefined").join(", ")}]`;
}

/** The function; where the class has a place for params and the function has none, one that leaves it out. */
function functionText(
  { imports, hasClass }: TreeWriter,
  name: string,
  place: FunctionPlace,
): string {
  const own = imports.value(name, `operations/${place.module}`);
  const taken = adapterParameters(hasClass, place);
  if (taken.length === 0) return own;
  const given = taken.filter((parameter) => parameter !== NO_PARAMS);
  return `(${taken.join(", ")}) => ${own}(${given.join(", ")})`;
}

const NO_PARAMS = "_";

/** What the function takes that stands in the place of one without params; nothing where none has to. */
function adapterParameters(
  hasClass: boolean,
  { length, text, takesParams }: FunctionPlace,
): string[] {
  if (!hasClass || takesParams || text !== undefined) return [];
  const ids = Array.from({ length }, (_, index) => `id${index}`);
  return ["client", ...ids, NO_PARAMS, "options"];
}

function createResources(imports: Imports, name: string, client: string): string {
  const type = imports.type(name, RESOURCES);
  const bind = imports.symbol("bind");
  return `/** The operations as methods, bound to a client. */
export function createResources(client: ${client}): ${type} {
  return ${bind}(client, ${TREE.name}, ${TREE.pages});
}`;
}
