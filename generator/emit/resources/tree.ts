/** The resource tree as data: the functions by the names of resources and methods. */
import { positional } from "../../model/types/positional.js";
import type { Model, Resource } from "../../model/types/index.js";
import { clientModule } from "../../symbols/entries.js";
import type { Symbols } from "../../symbols/index.js";
import { objectKey } from "../code/encode.js";
import { describe, type ModuleDescription } from "../code/file.js";
import { Imports, type Rendered } from "../code/imports.js";
import { block, type Braces, textModule } from "../code/layout.js";
import { operationNames, RESOURCES } from "./resources.js";
import type { EmitSettings } from "../names/settings.js";

/** The module of the tree, and its constant; no function is written like that. */
export const TREE = { module: "resources/tree", name: "TREE" } as const;

interface TreeSlice {
  readonly dialect: string | undefined;
  /** Whether a class stands around the tree. */
  readonly hasClass: boolean;
  readonly root: Resource;
  readonly functions: Readonly<Record<string, FunctionPlace>>;
}

interface FunctionPlace {
  readonly module: string;
  /** How many path parameters it takes. */
  readonly length: number;
}

interface TreeWriter {
  readonly imports: Imports;
  readonly functions: ReadonlyMap<string, FunctionPlace>;
  /** The constants of resources that have several names. */
  readonly shared: ReadonlyMap<Resource, string>;
}

export function emitTree(model: Model, settings: EmitSettings): ModuleDescription[] {
  const { resources: root, operations } = model;
  if (root === undefined) return [];
  const used = new Set(operationNames(root));
  const functions = Object.fromEntries(
    operations
      .filter(({ name }) => used.has(name))
      .map((operation) => {
        const { name, module } = operation;
        return [name, { module, length: positional(operation).length }];
      }),
  );
  const { dialect } = settings;
  const slice = { dialect, hasClass: settings.class !== undefined, root, functions };
  return [describe(TREE.module, slice, renderTree)];
}

function renderTree({ dialect, hasClass, root, functions }: TreeSlice, symbols: Symbols): Rendered {
  const own = sharedResources(root).values();
  const imports = new Imports(TREE.module, symbols, [TREE.name, "createResources", ...own]);
  const writer: TreeWriter = {
    imports,
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
  const more = hasClass ? [] : [createResources(imports, root.name, client)];
  return textModule(imports, [...shared, tree, ...more], true);
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

function treeEntry(writer: TreeWriter, head: string, { methods, children }: Resource): Braces {
  return {
    head,
    members: [
      ...children.map(({ name, resource }) => {
        const shared = writer.shared.get(resource);
        const key = `${objectKey(name)}: `;
        return shared === undefined ? treeEntry(writer, key, resource) : key + shared;
      }),
      ...methods.map(
        ({ name, operations }) => `${objectKey(name)}: ${methodText(writer, operations)}`,
      ),
    ],
  };
}

/** One function as it is; several in an array, at the number of their path parameters. */
function methodText({ imports, functions }: TreeWriter, names: readonly string[]): string {
  const places: string[] = [];
  for (const name of names) {
    const { module = "", length = 0 } = functions.get(name) ?? {};
    places[names.length === 1 ? 0 : length] = imports.value(name, `operations/${module}`);
  }
  const [only = ""] = places;
  if (names.length === 1) return only;
  return `[${Array.from(places, (place) => place ?? "undefined").join(", ")}]`;
}

function createResources(imports: Imports, name: string, client: string): string {
  const type = imports.type(name, RESOURCES);
  const bind = imports.symbol("bind");
  return `/** The operations as methods, bound to a client. */
export function createResources(client: ${client}): ${type} {
  return ${bind}(client, ${TREE.name});
}`;
}
