/** Changes of the class: the methods of its resources, and the names of types in its namespace. */
import { operationsByName } from "../model/types/by-key.js";
import type { Model, Operation, Resource, TypeName, TypeTarget } from "../model/types/index.js";
import { child } from "../openapi/pointer.js";
import { type Change, change, type Spot } from "./rules/change.js";
import { matchOperations, spotOf } from "./operations/operations.js";

export function compareMethods(before: Model, after: Model): Change[] {
  const old = methodsIn(before);
  const now = methodsIn(after);
  const pairs = matchOperations(before.operations, after.operations);
  const next = new Map(pairs);
  const last = new Map(pairs.map(([was, is]) => [is, was]));
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((symbol) => {
    const was = old.get(symbol) ?? [];
    const is = now.get(symbol) ?? [];
    const at = (operation: Operation | undefined): Spot => ({
      pointer: operation === undefined ? "/paths" : spotOf(operation).pointer,
      symbol,
    });
    // What comes and goes with its operation is told of that.
    if (is.length === 0) {
      const isLeft = was.some((operation) => next.get(operation) !== undefined);
      return isLeft ? [change("method-removed", at(was[0]))] : [];
    }
    // A method is the same as long as the same operations are behind it, whatever they are called now.
    const kept = new Set(was.map((operation) => next.get(operation)));
    const stayed = new Set<Operation | undefined>(is);
    const gone = was.filter((operation) => !stayed.has(next.get(operation)));
    const come = is.filter((operation) => !kept.has(operation));
    if (gone.length > 0) return [change("method-changed", at(is[0]), routes(was), routes(is))];
    const isOld = come.some((operation) => last.get(operation) !== undefined);
    return isOld ? [change("method-added", at(come[0]))] : [];
  });
}

function routes(operations: readonly Operation[]): string {
  return operations.map(({ method, path }) => `${method} ${path}`).join(", ");
}

/** `checkout.sessions.expire`, under every name a resource has → the operations behind it. */
function methodsIn({ resources, operations }: Model): ReadonlyMap<string, readonly Operation[]> {
  const byName = operationsByName(operations);
  const found = new Map<string, readonly Operation[]>();
  const visit = ({ methods, children }: Resource, prefix: string): void => {
    for (const { name, operations: names } of methods) {
      found.set(
        prefix + name,
        names.flatMap((one) => byName.get(one) ?? []),
      );
    }
    for (const { name, resource } of children) visit(resource, `${prefix}${name}.`);
  };
  if (resources !== undefined) visit(resources, "");
  return found;
}

/** What comes and goes with a schema, an operation or an event is told by them. */
export function compareTypeNames(before: Model, after: Model): Change[] {
  const old = namesIn(before.typeNames);
  const now = namesIn(after.typeNames);
  const pairs = matchOperations(before.operations, after.operations);
  const renamed = new Map(pairs.map(([was, is]) => [was?.name, is?.name]));
  const kept = new Set(pairs.flatMap(([was, is]) => (was && is ? [was.name, is.name] : [])));
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((symbol) => {
    const was = old.get(symbol);
    const is = now.get(symbol);
    // Found only where there is a change: most names are as they were.
    const at = (): Spot => ({ pointer: placeOf(after, is) ?? placeOf(before, was) ?? "", symbol });
    if (was === undefined) return stays(is, before, kept) ? [change("type-name-added", at())] : [];
    if (is === undefined) return stays(was, after, kept) ? [change("type-name-removed", at())] : [];
    if (targetText(was, renamed) === targetText(is, new Map())) return [];
    const [from, to] = [was, is].map((target) => targetText(target, new Map()));
    return [change("type-name-changed", at(), from, to)];
  });
}

/** Whether what a name stands for is in the other version, too. */
function stays(
  target: Target | undefined,
  { schemas, events }: Model,
  operations: ReadonlySet<string>,
): boolean {
  if (target === undefined || target === "namespace") return false;
  switch (target.kind) {
    case "schema":
      return schemas.some(({ key }) => key === target.key);
    case "params":
      return operations.has(target.operation);
    case "event":
      return events.some(({ type }) => type === target.type);
    case "resource":
    case "member":
      return false;
  }
}

type Target = TypeTarget | "namespace";

/** `Checkout.SessionCreateParams.LineItem` → what it stands for. */
function namesIn(
  names: readonly TypeName[],
  prefix = "",
  found = new Map<string, Target>(),
): ReadonlyMap<string, Target> {
  for (const { name, target, members } of names) {
    found.set(prefix + name, target ?? "namespace");
    namesIn(members, `${prefix}${name}.`, found);
  }
  return found;
}

function targetText(
  target: Target,
  renamed: ReadonlyMap<string | undefined, string | undefined>,
): string {
  if (target === "namespace") return target;
  switch (target.kind) {
    case "schema":
      return `schema ${target.key}`;
    case "params":
      return `params of ${renamed.get(target.operation) ?? target.operation}`;
    case "resource":
      return `resource ${target.path.join(".")}`;
    case "event":
      return `event ${target.type}`;
    case "member":
      return `${target.part} of ${target.property}`;
  }
}

function placeOf({ operations }: Model, target: Target | undefined): string | undefined {
  if (target === undefined || target === "namespace") return undefined;
  if (target.kind === "schema") return child("/components/schemas", target.key);
  const operation = operations.find(
    ({ name }) => target.kind === "params" && name === target.operation,
  );
  return operation && spotOf(operation).pointer;
}
