/**
 * The names that types have in the namespace of the class: `Checkout.Session`, `Checkout.SessionCreateParams`,
 * `Checkout.SessionCreateParams.LineItem`. Every type has a name of its own already (`CheckoutSession`); these are
 * aliases, found by the way that leads to it.
 */
import { schemasByKey, operationsByName } from "../types/by-key.js";
import { type Returning, returnedKeys } from "./returned-keys.js";
import type { ModelContext } from "../context/index.js";
import { expandRoots } from "../shapes/expand.js";
import { componentKey, schemaRef } from "../types/references.js";
import { type MemberName, memberNames, type MemberTools } from "../names/member-names.js";
import { pascalCase } from "../names/identifiers.js";
import { Namespace } from "../names/namespace.js";
import { type DottedName, readTypeNames } from "./resource-names.js";
import { shareNames } from "../names/share-names.js";
import { singular } from "../names/singular.js";
import type { EventType, Operation, Resource, ResourceMethod, TypeName } from "../types/index.js";

interface Naming extends Returning {
  readonly events: readonly EventType[];
  readonly resources: Resource;
}

export function nameTypes(context: ModelContext, naming: Naming): readonly TypeName[] {
  const names = schemaNames(context, returnedKeys(naming));
  const schemas = schemasByKey(naming.schemas);
  const tools: MemberTools = { schemas, expand: naming.expand, isNamed: (key) => names.has(key) };
  const root = new Namespace();
  for (const [key, paths] of names) {
    // An overlay may name what only operations need that are not wanted.
    if (!schemas.has(key)) continue;
    const roots = expandRoots(context, naming.expand, { $ref: schemaRef(key) });
    const members = memberNames(tools, schemas.get(key)?.shape ?? {}, key);
    for (const path of paths) root.add(path, { kind: "schema", key, roots }, members);
  }
  const methods = methodsOf(naming.resources, naming.operations);
  for (const nameOf of [
    paramsName,
    (called: Called) => responseParamsName(context, names, called),
  ]) {
    for (const called of methods) {
      const { name: operation, params } = called.operation;
      const path = nameOf(called);
      if (path === undefined) continue;
      root.add(path, { kind: "params", operation }, memberNames(tools, params?.shape ?? {}));
    }
  }
  for (const { path } of resourcesIn(naming.resources)) {
    const inside = path.slice(0, -1).map(pascalCase);
    root.add(
      [...inside, `${pascalCase(path.at(-1) ?? "")}Resource`],
      { kind: "resource", path },
      [],
    );
  }
  const { separator = ".", objectAt: [holder] = [] } = context.dialect?.events ?? {};
  const carried = holder === undefined ? [] : [carriedName(holder)];
  for (const { type, key } of naming.events) {
    const name = eventName(type, key, names.get(key)?.[0], separator);
    root.add([name], { kind: "event", type }, carried);
  }
  // What the templates put in the namespace themselves is chosen in the configuration.
  const given = new Set(context.dialect?.class?.exports);
  return shareNames(root.finish().filter(({ name }) => !given.has(name)));
}

/** What an event carries. */
function carriedName(property: string): MemberName {
  const target = { kind: "member", property, part: "object" } as const;
  return { name: pascalCase(property), target, members: [] };
}

type SchemaNames = ReadonlyMap<string, readonly DottedName[]>;

/** `checkout.session` → `Checkout.Session`, `deleted_radar.value_list` → `Radar.DeletedValueList`. */
function schemaNames(context: ModelContext, returned: ReadonlySet<string>): SchemaNames {
  const given = readTypeNames(context);
  const deleted = context.dialect?.deleted?.prefix ?? "";
  const names = new Map<string, readonly DottedName[]>();
  for (const key of new Set([...returned, ...given.keys()])) {
    const isDeleted = deleted !== "" && key.startsWith(deleted);
    const path = key
      .slice(isDeleted ? deleted.length : 0)
      .split(".")
      .map(pascalCase);
    const last = `${isDeleted ? pascalCase(deleted) : ""}${path.at(-1)}`;
    names.set(key, given.get(key) ?? [[...path.slice(0, -1), last]]);
  }
  return names;
}

/** A method and the operation behind it. */
interface Called {
  readonly resource: Resource;
  readonly method: ResourceMethod;
  readonly operation: Operation;
}

function methodsOf(root: Resource, operations: readonly Operation[]): readonly Called[] {
  const byName = operationsByName(operations);
  return resourcesIn(root).flatMap((resource) =>
    resource.methods.flatMap((method) => {
      const operation = byName.get(method.operations.at(-1) ?? "");
      return operation === undefined ? [] : [{ resource, method, operation }];
    }),
  );
}

/** Every resource once, whatever names it has. */
function resourcesIn({ children }: Resource): readonly Resource[] {
  return [...new Set(children.flatMap(({ resource }) => [resource, ...resourcesIn(resource)]))];
}

/** `checkout.sessions.create` takes `Checkout.SessionCreateParams`. */
function paramsName({ resource, method, operation }: Called): DottedName {
  const verb = method.name === "del" ? "Delete" : pascalCase(method.name);
  const path = resource.path.map(pascalCase);
  const last = path.at(-1) ?? "";
  // Where the response itself is called like a plural, it is the name of one thing.
  const isOne = pascalCase(responseKey(operation).split(".").at(-1) ?? "") === last;
  return [...path.slice(0, -1), `${isOne ? last : singular(last)}${verb}Params`];
}

/** The key of the schema that is returned, or of the items; the first one where there are several. */
function responseKey({ response }: Operation): string {
  const shape =
    response.kind === "json" ? response.shape : response.kind === "page" ? response.item : {};
  const [first] = [...(shape.anyOf ?? []), ...(shape.oneOf ?? [])];
  return componentKey(shape.$ref ?? first?.$ref ?? "") ?? "";
}

/** `accounts.createPerson`, which returns a `Person`, takes `PersonCreateParams`, too. */
function responseParamsName(
  context: ModelContext,
  names: SchemaNames,
  { method, operation }: Called,
): DottedName | undefined {
  const deleted = context.dialect?.deleted?.prefix ?? "";
  const key = responseKey(operation);
  const [type] = names.get(key.startsWith(deleted) ? key.slice(deleted.length) : key) ?? [];
  const [, verb = "", noun = ""] = /^([a-z]+)([A-Z].*)$/.exec(method.name) ?? [];
  const last = type?.at(-1);
  if (type === undefined || last === undefined || noun === "") return undefined;
  if (!last.endsWith(singular(noun))) return undefined;
  return [...type.slice(0, -1), `${last}${pascalCase(verb)}Params`];
}

/** `checkout.session.completed` → `CheckoutSessionCompletedEvent`; the object is called as everywhere else. */
function eventName(
  type: string,
  key: string,
  name: DottedName | undefined,
  separator: string,
): string {
  const isPrefix = type.startsWith(key + separator);
  const object = isPrefix && name !== undefined ? name.join("") : "";
  return `${object}${pascalCase(object === "" ? type : type.slice(key.length))}Event`;
}
