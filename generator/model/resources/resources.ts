/** The resource tree: every operation as a method, `checkout.sessions.expire`. */
import { child } from "../../openapi/pointer.js";
import { fail, type ModelContext, warn } from "../context/index.js";
import { methodName } from "./method-rule.js";
import { camelCase, type NameRegistry, pascalCase } from "../names/identifiers.js";
import { PathOutline } from "./path-outline.js";
import { positional } from "../types/positional.js";
import { type DottedName, readResourceNames } from "./resource-names.js";
import { tagMethods, tagResource } from "./tag-resources.js";
import type { Operation, Resource, ResourceMethod } from "../types/index.js";

/** Members that an object has for other reasons: a promise is told by its `then`. */
const TAKEN = new Set(["constructor", "then"]);

/** A resource while it grows. */
class Branch {
  readonly children = new Map<string, Branch>();
  /** Name → the operations of that name, by the number of their path parameters. */
  readonly methods = new Map<string, Map<number, Operation>>();

  /** The branch of that name, made where it is new. */
  grow(name: string): Branch {
    const branch = this.children.get(name) ?? new Branch();
    this.children.set(name, branch);
    return branch;
  }
}

/** The root of the tree; it has no methods of its own. */
export function buildResources(
  context: ModelContext,
  operations: readonly Operation[],
  types: NameRegistry,
): Resource {
  const root = new Branch();
  if (context.resources === "tags") growByTag(context, root, operations);
  else growByPath(context, root, operations);
  yieldToMembers(context, root);
  return finish(context, root, [], types);
}

function growByTag(context: ModelContext, root: Branch, operations: readonly Operation[]): void {
  const groups = new Map<string, Operation[]>();
  for (const operation of operations) {
    const name = tagResource(operation);
    groups.set(name, [...(groups.get(name) ?? []), operation]);
  }
  for (const [name, group] of groups) {
    const branch = root.grow(name);
    const names = tagMethods(group);
    for (const operation of group) {
      const methods = operation.methodNames ?? [[names.get(operation.name) ?? operation.name]];
      for (const method of methods) add(context, { root, branch, method, operation });
    }
  }
}

function growByPath(context: ModelContext, root: Branch, operations: readonly Operation[]): void {
  const outline = new PathOutline(operations, context.dialect?.versions);
  const names = readResourceNames(context);
  for (const operation of operations) {
    const { resource: words } = outline.outline(operation.path);
    const places = names.of(words) ?? [words.map((word) => camelCase(word))];
    const [own = [], ...others] = places;
    const branch = own.reduce((parent, name) => parent.grow(name), root);
    for (const other of others) alias(root, other, branch);
    const methods = operation.methodNames ?? [[methodName(operation, outline)]];
    for (const method of methods) add(context, { root, branch, method, operation });
  }
  names.unused().forEach((words) => complainUnused(context, words));
}

/** The class has members of its own besides the resources. */
function yieldToMembers(context: ModelContext, root: Branch): void {
  for (const [taken, branch] of [...root.children]) {
    if (!context.reserved.members.has(taken)) continue;
    let name = `${taken}_`;
    while (root.children.has(name)) name += "_";
    root.children.delete(taken);
    root.children.set(name, branch);
    warn(context, {
      code: "reserved-resource-name",
      message: `the resource ${taken} has the name of a member that the class has itself`,
      pointer: "/paths",
      hint: `It is called ${name}; give it another name with x-unfold-resources.`,
    });
  }
}

interface Placing {
  readonly root: Branch;
  readonly branch: Branch;
  readonly method: DottedName;
  readonly operation: Operation;
}

/** One operation of each number of path parameters may have a name; a second one keeps the name of its function. */
function add(context: ModelContext, { root, branch, method, operation }: Placing): void {
  const place = method.slice(0, -1).reduce((parent, name) => parent.grow(name), root);
  const target = method.length > 1 ? place : branch;
  const name = free(method.at(-1) ?? "");
  const { length } = positional(operation);
  const same = target.methods.get(name) ?? new Map<number, Operation>();
  const other = same.get(length);
  if (other === undefined) {
    target.methods.set(name, same.set(length, operation));
    return;
  }
  warn(context, {
    code: "method-taken",
    message: `${operation.method} ${operation.path} would be called ${name}, as ${other.method} ${other.path} is`,
    pointer: `${child("/paths", operation.path)}/${operation.method.toLowerCase()}`,
    hint: `It is called ${operation.name}; give it a name with x-unfold-method.`,
  });
  target.methods.set(operation.name, new Map([[length, operation]]));
}

function free(name: string): string {
  return TAKEN.has(name) ? `${name}_` : name;
}

function alias(root: Branch, path: DottedName, branch: Branch): void {
  const parent = path.slice(0, -1).reduce((at, name) => at.grow(name), root);
  parent.children.set(path.at(-1) ?? "", branch);
}

function finish(
  context: ModelContext,
  branch: Branch,
  path: readonly string[],
  types: NameRegistry,
  done = new Map<Branch, Resource>(),
): Resource {
  const known = done.get(branch);
  if (known !== undefined) return known;
  for (const name of branch.children.keys()) {
    if (branch.methods.has(name)) failTaken(context, [...path, name]);
  }
  const resource: Resource = {
    path,
    name: types.claim(`${path.map(pascalCase).join("")}Resource${path.length === 0 ? "s" : ""}`),
    methods: Array.from(branch.methods, ([name, operations]): ResourceMethod => ({
      name,
      operations: [...operations].sort(([a], [b]) => a - b).map(([, { name: id }]) => id),
    })),
    children: Array.from(branch.children, ([name, inner]) => ({
      name: free(name),
      resource: finish(context, inner, [...path, free(name)], types, done),
    })),
  };
  done.set(branch, resource);
  return resource;
}

function failTaken(context: ModelContext, path: readonly string[]): never {
  fail(context, {
    code: "resource-taken",
    message: `${path.join(".")} is both a resource and a method`,
    pointer: "/paths",
    hint: "Give one of them another name with x-unfold-resources or x-unfold-method.",
  });
}

function complainUnused(context: ModelContext, words: string): void {
  warn(context, {
    code: "unused-resource-name",
    message: `no path of the document has the resource ${JSON.stringify(words)}`,
    pointer: child("/x-unfold-resources", words),
    hint: "Write the words of the path before its first variable, without the version.",
  });
}
