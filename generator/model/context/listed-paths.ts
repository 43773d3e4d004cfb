/** Properties that are there only when they are asked for, as the enum of a parameter lists them: `include: ["identity"]`. */
import { METHODS, type Operation, type PathItem, type Schema } from "../../openapi/index.js";
import { child, member } from "../../openapi/pointer.js";
import { dereference, isReference } from "../../openapi/reference.js";
import { type ModelContext, warn } from "./index.js";
import { objectsIn, type ObjectPlace, type Place, resolved } from "./listed-objects.js";
import { matchList } from "./lists.js";

/** JSON pointers of object schemas → names of their properties. */
type Names = ReadonlyMap<string, ReadonlySet<string>>;

export interface ListedPaths {
  /** What a path ends at. */
  readonly ends: Names;
  /** What a path goes through. */
  readonly through: Names;
  /** JSON pointers of the object schemas among these that stand in place: they get names, to be taken apart by. */
  readonly named: ReadonlySet<string>;
}

interface Found {
  readonly ends: Map<string, Set<string>>;
  readonly through: Map<string, Set<string>>;
  readonly named: Set<string>;
}

export function readListedPaths(context: ModelContext): ListedPaths {
  const found: Found = { ends: new Map(), through: new Map(), named: new Set() };
  const names = listedParameters(context);
  if (names.size === 0) return found;
  for (const { item, operation, pointer } of operationsOf(context)) {
    const values = valuesIn(context, names, item, operation);
    if (values.length === 0) continue;
    const objects = responsesOf(context, operation, pointer).flatMap((place) =>
      objectsIn(context, place),
    );
    for (const path of values) {
      if (follow(context, objects, path.split("."), found)) continue;
      warn(context, {
        code: "unknown-listed-path",
        message: `${JSON.stringify(path)} may be asked for, and what is returned has no such property`,
        pointer,
        hint: "Correct the parameter's enum in an overlay.",
      });
    }
  }
  return found;
}

/** Where the object schema of a property, or of the items of an array property, stands, if it has no name. */
export function ownObject(property: Schema, pointer: string): string | undefined {
  if (typeof property !== "object" || property.$ref !== undefined) return undefined;
  if (property.properties !== undefined) return pointer;
  const { items } = property;
  return items === undefined ? undefined : ownObject(items as Schema, `${pointer}/items`);
}

function listedParameters({ dialect }: ModelContext): ReadonlySet<string> {
  const parameters = dialect?.expansion?.parameters ?? [];
  return new Set(parameters.flatMap(({ name, listed }) => (listed === true ? name : [])));
}

function operationsOf({ document }: ModelContext) {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      const pointer = `${child("/paths", path)}/${method}`;
      return operation === undefined ? [] : [{ item, operation, pointer }];
    }),
  );
}

/** The values of such a parameter's enum, in the query or in the body. */
function valuesIn(
  { document }: ModelContext,
  names: ReadonlySet<string>,
  item: PathItem,
  { parameters = [], requestBody }: Operation,
): readonly string[] {
  const query = [...(item.parameters ?? []), ...parameters].flatMap((entry) => {
    const parameter = dereference(document, entry);
    return names.has(parameter.name) ? [parameter.schema] : [];
  });
  const contents = Object.values(
    (requestBody === undefined ? {} : dereference(document, requestBody)).content ?? {},
  );
  const bodies = contents.flatMap(({ schema }) => {
    const whole = resolved(document, schema);
    return [...names].map(
      (name) => member(member(whole, "properties"), name) as Schema | undefined,
    );
  });
  return [...query, ...bodies].flatMap((schema) => listedValues(document, schema));
}

function listedValues(
  document: ModelContext["document"],
  schema: Schema | undefined,
): readonly string[] {
  const items = member(resolved(document, schema), "items") as Schema | undefined;
  const values: unknown = member(resolved(document, items), "enum");
  return Array.isArray(values) ? values.filter((value) => typeof value === "string") : [];
}

/** What an operation returns, or the items of it where that is a list. */
function responsesOf(
  context: ModelContext,
  { responses = {} }: Operation,
  pointer: string,
): readonly Place[] {
  return Object.entries(responses).flatMap(([status, entry]) => {
    if (!status.startsWith("2")) return [];
    const at = isReference(entry) ? entry.$ref.slice(1) : child(`${pointer}/responses`, status);
    const { content = {} } = dereference(context.document, entry);
    return Object.entries(content).map(([mediaType, { schema }]): Place => {
      const whole = `${child(`${at}/content`, mediaType)}/schema`;
      const list = matchList(context, schema, whole);
      return list === undefined
        ? { schema, pointer: whole }
        : { schema: list.item, pointer: list.pointer };
    });
  });
}

/** Whether a path leads to a property of some of these objects; notes where it goes. */
function follow(
  context: ModelContext,
  objects: readonly ObjectPlace[],
  [name = "", ...rest]: readonly string[],
  found: Found,
): boolean {
  let leads = false;
  for (const { schema, pointer } of objects) {
    const property = member(schema.properties, name) as Schema | undefined;
    if (property === undefined) continue;
    const at = child(`${pointer}/properties`, name);
    if (rest.length === 0) {
      note(found.ends, pointer, name);
      leads = true;
      continue;
    }
    if (!follow(context, objectsIn(context, { schema: property, pointer: at }), rest, found))
      continue;
    note(found.through, pointer, name);
    const own = ownObject(property, at);
    if (own !== undefined) found.named.add(own);
    leads = true;
  }
  return leads;
}

function note(names: Map<string, Set<string>>, pointer: string, name: string): void {
  names.set(pointer, (names.get(pointer) ?? new Set()).add(name));
}
