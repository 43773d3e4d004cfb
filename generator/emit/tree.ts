/** The resource tree as data: the functions by the names of resources and methods. */
import type { FunctionDeclarationStructure } from "ts-morph";
import { StructureKind } from "../compilers.js";
import type { Model, Resource } from "../model/types.js";
import { objectKey } from "./encode.js";
import { describe, type ModuleDescription } from "./file.js";
import { Imports, type ModuleStructure } from "./imports.js";
import { RUNTIME } from "./names.js";
import { operationNames, RESOURCES } from "./resources.js";
import type { EmitSettings } from "./settings.js";
import { clientModule } from "./signature.js";

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
      .map(({ name, module, pathParameters: { length } }) => [name, { module, length }]),
  );
  const { dialect } = settings;
  const slice = { dialect, hasClass: settings.class !== undefined, root, functions };
  return [describe(TREE.module, slice, renderTree)];
}

function renderTree({ dialect, hasClass, root, functions }: TreeSlice): ModuleStructure {
  const imports = new Imports(TREE.module, [TREE.name, "createResources"]);
  const writer: TreeWriter = {
    imports,
    functions: new Map(Object.entries(functions)),
    shared: sharedResources(root),
  };
  const type = imports.type("Tree", RUNTIME.resources);
  const client = imports.type("Client", clientModule(dialect));
  const shared = [...writer.shared].map(
    ([resource, name]) => `const ${name}: ${type}<${client}> = ${treeText(writer, resource)};`,
  );
  return imports.module([
    ...shared,
    `export const ${TREE.name}: ${type}<${client}> = ${treeText(writer, root)};`,
    ...(hasClass ? [] : [createResources(imports, root.name, client)]),
  ]);
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

function treeText(writer: TreeWriter, { methods, children }: Resource): string {
  const entries = [
    ...children.map(({ name, resource }) => [
      name,
      writer.shared.get(resource) ?? treeText(writer, resource),
    ]),
    ...methods.map(({ name, operations }) => [name, methodText(writer, operations)]),
  ];
  return `{ ${entries.map(([name = "", value]) => `${objectKey(name)}: ${value}`).join(", ")} }`;
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

function createResources(
  imports: Imports,
  name: string,
  client: string,
): FunctionDeclarationStructure {
  const type = imports.type(name, RESOURCES);
  return {
    kind: StructureKind.Function,
    name: "createResources",
    isExported: true,
    docs: [{ description: "The operations as methods, bound to a client." }],
    parameters: [{ name: "client", type: client }],
    returnType: type,
    statements: [`return ${imports.value("bind", RUNTIME.resources)}(client, ${TREE.name});`],
  };
}
