/** The interfaces of the resource tree. */
import { laidOut, moduleOf, type Rendered } from "../code/module.js";
import { kebabCase } from "../../model/names/identifiers.js";
import { operationsByName } from "../../model/types/by-key.js";
import type { Model, Operation, Resource, ResourceMethod } from "../../model/types/index.js";
import type { Symbols } from "../../symbols/index.js";
import { commentBlock, operationLines } from "../code/docs.js";
import { propertyKey } from "../code/encode.js";
import { describe, type ModuleDescription } from "../code/file.js";
import { groupByModule } from "../code/group.js";
import { Imports } from "../code/imports.js";

import {
  type ModuleWriter,
  openModule,
  typedSlice,
  type TypedSlice,
} from "../names/open-module.js";
import { shapesOf } from "../operations/operations.js";
import { signature, type Signature } from "../operations/signature.js";
import { TYPE_PARAMETERS } from "../types/mapper.js";
import { methodText } from "./method-text.js";
import { commonPath, resourceLines } from "./resource-docs.js";

interface ResourceSlice extends TypedSlice {
  readonly optionsAnywhere: boolean;
  readonly resources: readonly Resource[];
  readonly operations: Readonly<Record<string, Operation>>;
  /** What all paths of the tree begin with, by segments. */
  readonly shared: readonly string[];
}

interface ResourceWriter extends ModuleWriter {
  readonly slice: ResourceSlice;
}

/** The module of the interfaces. */
export const RESOURCES = "resources/index";

export function emitResources(model: Model): ModuleDescription[] {
  const { resources: root } = model;
  if (root === undefined) return [];
  const byName = operationsByName(model.operations);
  const optionsAnywhere = model.output.class !== undefined;
  const shared = commonPath(pathsOf(root, byName));
  const own = new Set(root.children.map(({ resource }) => resource));
  const groups = groupByModule(
    Array.from(own, (resource) => ({ module: resourceModule(resource), resource })),
  );
  const modules = groups.map(([path, group]) => {
    const resources = group.map(({ resource }) => resource);
    const used = resources.flatMap(operationNames).flatMap((name) => byName.get(name) ?? []);
    const operations = Object.fromEntries(used.map((operation) => [operation.name, operation]));
    const slice = typedSlice(model, path, used.flatMap(shapesOf));
    return describe(
      path,
      { ...slice, optionsAnywhere, resources, operations, shared },
      renderResource,
    );
  });
  return [
    ...modules,
    emitIndex(root, (resource) => resourceLines(pathsOf(resource, byName), shared)),
  ];
}

function pathsOf(resource: Resource, operations: ReadonlyMap<string, Operation>): string[] {
  return operationNames(resource).flatMap((name) => operations.get(name)?.path ?? []);
}

/** Names in other scripts have one module together; `tree` is that of the tree itself. */
function resourceModule({ path }: Resource): string {
  const name = kebabCase(path[0] ?? "");
  return `resources/${name === "tree" ? "tree-group" : name}`;
}

/** The functions behind a resource and all in it. */
export function operationNames({ methods, children }: Resource): string[] {
  return [
    ...methods.flatMap(({ operations }) => operations),
    ...children.flatMap(({ resource }) => operationNames(resource)),
  ];
}

function renderResource(slice: ResourceSlice, symbols: Symbols): Rendered {
  const { resources } = slice;
  const own = [...resources.flatMap(namesOf), ...TYPE_PARAMETERS];
  const writer: ResourceWriter = { ...openModule(slice, symbols, own), slice };
  const declared = resources.flatMap((resource) => declareResource(writer, resource));
  return moduleOf(
    writer.imports,
    declared.map(({ text, formatted }) => laidOut(text, formatted)),
  );
}

/** The interfaces of a resource and all in it. */
function namesOf({ name, children }: Resource): string[] {
  return [name, ...children.flatMap(({ resource }) => namesOf(resource))];
}

/** A declaration, or a member of one; whether it is formatted as prettier would. */
interface Declared {
  readonly text: string;
  readonly formatted: boolean;
}

/** The interface of a resource, after those of the resources in it. */
function declareResource(writer: ResourceWriter, resource: Resource): Declared[] {
  const { name, methods, children } = resource;
  const declared = methods.flatMap((method) => declareMethod(writer, method));
  const members = [
    ...children.flatMap(({ name: child, resource: inner }) => [
      ...commentBlock(linesOf(writer, inner), "  "),
      `  readonly ${propertyKey(child)}: ${inner.name};`,
    ]),
    ...declared.map(({ text }) => text),
  ];
  const comment = commentBlock(linesOf(writer, resource), "");
  const head = [...comment, `export interface ${name} {`].join("\n");
  return [
    ...children.flatMap(({ resource: inner }) => declareResource(writer, inner)),
    {
      text: members.length === 0 ? `${head}}` : [head, ...members, "}"].join("\n"),
      formatted: declared.every(({ formatted }) => formatted),
    },
  ];
}

function linesOf({ slice }: ResourceWriter, resource: Resource): string[] {
  const operations = new Map(Object.entries(slice.operations));
  return resourceLines(pathsOf(resource, operations), slice.shared);
}

/** One signature for each operation, which differ in their path parameters. */
function declareMethod(writer: ResourceWriter, { name, operations }: ResourceMethod): Declared[] {
  return operationsOf(writer, operations).map((operation) => {
    const own = signature(writer, operation);
    const params = paramsType(writer, own);
    const { lines, formatted } = methodText(propertyKey(name), { ...own, params }, "  ");
    const comment = commentBlock(operationLines(operation, writer.docs), "  ");
    return { text: [...comment, ...lines].join("\n"), formatted };
  });
}

/** The class allows options in the place of optional params, and in no case among them; and a place where there are none. */
function paramsType(
  { slice, imports }: ResourceWriter,
  { params }: Signature,
): Signature["params"] {
  if (!slice.optionsAnywhere || slice.dialect === undefined) return params;
  const module = optionsModule(slice.dialect);
  if (params === undefined) {
    return { name: "params", type: imports.symbol(`${module}#NoParams`), hasQuestionToken: true };
  }
  const type = params.hasQuestionToken === true ? "ParamsOrOptions" : "ParamsArgument";
  return { ...params, type: `${imports.symbol(`${module}#${type}`)}<${String(params.type)}>` };
}

/** Where the templates of a class tell options from params. */
export function optionsModule(dialect: string): string {
  return `${dialect}/options-argument`;
}

function operationsOf({ slice }: ResourceWriter, names: readonly string[]): Operation[] {
  const all = new Map(Object.entries(slice.operations));
  return names.flatMap((name) => all.get(name) ?? []);
}

/** `resources/index`: the interface of the root. */
function emitIndex(
  root: Resource,
  describing: (resource: Resource) => string[],
): ModuleDescription {
  const children = root.children.map(({ name, resource }) => ({
    name,
    type: resource.name,
    module: resourceModule(resource),
    lines: describing(resource),
  }));
  return describe(RESOURCES, { name: root.name, children }, (slice, symbols) => {
    const imports = new Imports(RESOURCES, symbols, [slice.name]);
    const modules = [...new Set(slice.children.map(({ module }) => module))];
    const lines = slice.children.flatMap(({ name, type, module, lines: comment }) => [
      ...commentBlock(comment, "  "),
      `  readonly ${propertyKey(name)}: ${imports.type(type, module)};`,
    ]);
    const head = `/** Every operation as a method of its resource. */\nexport interface ${slice.name} {`;
    return moduleOf(imports, [
      ...modules.map((module) => imports.reExport(module, { isTypeOnly: true })),
      laidOut(lines.length === 0 ? `${head}}` : [head, ...lines, "}"].join("\n")),
    ]);
  });
}
