/** The names of types in the namespace of the class, one module for each group of them. */
import { PRINT_WIDTH } from "../code/layout.js";
import { laidOut, moduleOf, type Rendered } from "../code/module.js";
import { moduleOfName } from "../../model/names/namespace.js";
import type { Model, TypeName, TypePart, TypeTarget } from "../../model/types/index.js";
import type { Symbols } from "../../symbols/index.js";
import { stringLiteral } from "../code/encode.js";
import { describe, type ModuleDescription } from "../code/file.js";
import { groupByModule } from "../code/group.js";
import { Imports } from "../code/imports.js";

import { RESOURCES } from "./resources.js";

/** The module of all of them. */
export const TYPE_NAMES = "names/index";

interface NamesSlice {
  readonly path: string;
  readonly dialect: string;
  readonly resources: string;
  readonly names: readonly TypeName[];
  /** Function → its params, where it has any. */
  readonly params: Readonly<Record<string, ParamsName>>;
}

interface ParamsName {
  readonly name: string;
  readonly module: string;
}

interface NamesWriter {
  readonly imports: Imports;
  readonly dialect: string;
  readonly resources: string;
  readonly params: ReadonlyMap<string, ParamsName>;
}

export function emitTypeNames(model: Model): ModuleDescription[] {
  const { class: rule, dialect } = model.output;
  if (rule === undefined || dialect === undefined || model.resources === undefined) return [];
  const resources = model.resources.name;
  const params = new Map(
    model.operations.flatMap(({ name, module, params: own }) =>
      own === undefined ? [] : [[name, { name: own.name, module }]],
    ),
  );
  const names = model.typeNames.map((name) => ({
    module: `names/${moduleOfName(name.name)}`,
    name,
  }));
  const groups = groupByModule(names);
  const modules = groups.map(([path, entries]) => {
    const own = entries.map(({ name }) => name);
    const used = functionsIn(own).flatMap((name) => {
      const found = params.get(name);
      return found === undefined ? [] : [[name, found] as const];
    });
    const slice = { path, dialect, resources, names: own, params: Object.fromEntries(used) };
    return describe(path, slice, renderNames);
  });
  return [...modules, emitIndex(groups.map(([module]) => module))];
}

function functionsIn(names: readonly TypeName[]): string[] {
  return names.flatMap(({ target, members }) => [
    ...(target?.kind === "params" ? [target.operation] : []),
    ...functionsIn(members),
  ]);
}

function renderNames(slice: NamesSlice, symbols: Symbols): Rendered {
  const { path, dialect, resources, names, params } = slice;
  const imports = new Imports(path, symbols, namesIn(names));
  const writer = { imports, dialect, resources, params: new Map(Object.entries(params)) };
  const blocks = names.map((name) => declare(writer, name, "", 0).join("\n"));
  return moduleOf(
    imports,
    blocks.map((block) => laidOut(block)),
  );
}

/** `type Session = …;` and `namespace Session { … }`, inside the type of which it is a member. */
function declare(
  writer: NamesWriter,
  { name, target, members, sameAs }: TypeName,
  owner: string,
  depth: number,
): string[] {
  const indent = "  ".repeat(depth);
  // No line of it can break.
  if (sameAs !== undefined) return [`${indent}export import ${name} = ${sameAs.join(".")};`];
  const [type, namespace] =
    depth === 0 ? ["export type", "export declare namespace"] : ["type", "namespace"];
  const inner = members.flatMap((member) => declare(writer, member, name, depth + 1));
  return [
    ...(target === undefined
      ? []
      : alias(`${indent}${type} ${name} =`, indent, targetText(writer, target, owner))),
    ...(inner.length === 0 ? [] : [`${indent}${namespace} ${name} {`, ...inner, `${indent}}`]),
  ];
}

/** On one line where it fits; else each argument of a type on a line of its own, or all that follows the sign. */
function alias(head: string, indent: string, text: string): string[] {
  const line = `${head} ${text};`;
  if (line.length <= PRINT_WIDTH) return [line];
  const [, generic, of, property] = /^(\w+)<(\w+), (.*)>$/.exec(text) ?? [];
  if (generic === undefined) return [head, `${indent}  ${text};`];
  return [`${head} ${generic}<`, `${indent}  ${of},`, `${indent}  ${property}`, `${indent}>;`];
}

function targetText(writer: NamesWriter, target: TypeTarget, owner: string): string {
  const { imports, dialect, params } = writer;
  switch (target.kind) {
    case "schema": {
      const roots = target.roots.map(stringLiteral).join(" | ");
      if (roots !== "") return `${imports.symbol("Expand")}<${roots}, string>`;
      return `${imports.symbol("schemas/index#Schemas")}[${stringLiteral(target.key)}]`;
    }
    case "params": {
      const found = params.get(target.operation);
      return found === undefined ? "{}" : imports.type(found.name, `operations/${found.module}`);
    }
    case "resource": {
      const root = imports.type(writer.resources, RESOURCES);
      return `${root}${target.path.map((name) => `[${stringLiteral(name)}]`).join("")}`;
    }
    case "event":
      return `${imports.symbol(`${dialect}/class#EventOf`)}<${stringLiteral(target.type)}>`;
    case "member": {
      const part = imports.symbol(PARTS[target.part]);
      return `${part}<${owner}, ${stringLiteral(target.property)}>`;
    }
  }
}

const PARTS: Readonly<Record<TypePart, string>> = {
  object: "ObjectOf",
  item: "ItemOf",
  entry: "EntryOf",
  value: "ValueOf",
};

/** Every name that is declared in these, at whatever depth: in there, it hides an import. */
function namesIn(names: readonly TypeName[]): string[] {
  return names.flatMap(({ name, members }) => [name, ...namesIn(members)]);
}

function emitIndex(modules: readonly string[]): ModuleDescription {
  return describe(TYPE_NAMES, { modules }, (slice, symbols) => {
    const imports = new Imports(TYPE_NAMES, symbols);
    return moduleOf(
      imports,
      slice.modules.map((module) => imports.reExport(module, { isTypeOnly: true })),
    );
  });
}
