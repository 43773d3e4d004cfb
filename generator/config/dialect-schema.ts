/** The dialect's shape at run time, and what its fields have to say together. */
import * as v from "valibot";
import type {
  ClassRule,
  DateRule,
  DeletedRule,
  Dialect,
  EventRule,
  ExpandParameter,
  ExpansionRule,
  ListRule,
  MapRule,
  NotificationRule,
  ReturnedEventRule,
} from "./dialect.js";

export const text = v.pipe(v.string(), v.nonEmpty());
const METHODS = [
  "GET",
  "PUT",
  "POST",
  "DELETE",
  "OPTIONS",
  "HEAD",
  "PATCH",
  "TRACE",
  "QUERY",
] as const;

/** Keeps the entries in step with the interface: a key that only one of them has does not compile. */
export type Entries<T> = Readonly<Record<keyof T, v.GenericSchema>>;

/** Folders that other modules of a client are in. */
const TAKEN = ["expand", "names", "operations", "runtime", "schemas", "testing"];

const FOLDER = "a folder named like a function of its own, such as templates/petstore";

const templates = v.pipe(
  text,
  v.check((path) => {
    const [, name = ""] = /([^/\\]*)[/\\]*$/.exec(path) ?? [];
    return /^[a-z][A-Za-z0-9]*$/.test(name) && !TAKEN.includes(name);
  }, FOLDER),
);

const names = v.pipe(v.array(text), v.minLength(1));

const date = v.strictObject({
  format: text,
  unit: v.picklist(["seconds", "milliseconds", "text"]),
} satisfies Entries<DateRule>);

const map = v.strictObject({
  property: text,
  takes: v.pipe(v.array(v.picklist(["number", "boolean", "null"])), v.minLength(1)),
} satisfies Entries<MapRule>);

const deleted = v.strictObject({ prefix: text, property: text } satisfies Entries<DeletedRule>);

const list = v.strictObject({
  mark: v.exactOptional(v.strictObject({ property: text, value: text })),
  items: text,
  properties: names,
  url: v.exactOptional(text),
  type: text,
  call: text,
  result: text,
} satisfies Entries<ListRule>);

const parameter = v.strictObject({
  name: text,
  listPrefix: v.exactOptional(v.boolean()),
  joined: v.exactOptional(v.boolean()),
  listed: v.exactOptional(v.boolean()),
} satisfies Entries<ExpandParameter>);

const expansion = v.strictObject({
  parameters: v.pipe(v.array(parameter), v.minLength(1)),
  targets: v.exactOptional(text),
  fields: v.exactOptional(text),
  depth: v.exactOptional(
    v.pipe(
      v.number(),
      v.check(
        (depth) => Number.isInteger(depth) && depth >= 1 && depth <= 6,
        "a whole number from 1 to 6",
      ),
    ),
  ),
  optionalLists: v.exactOptional(v.boolean()),
} satisfies Entries<ExpansionRule>);

const events = v.strictObject({
  types: text,
  separator: v.exactOptional(text),
  schema: text,
  typeAt: v.exactOptional(text),
  versionAt: v.exactOptional(text),
  objectAt: names,
  previousAt: v.exactOptional(names),
} satisfies Entries<EventRule>);

const returned = v.strictObject({
  schema: text,
  type: text,
  call: text,
} satisfies Entries<ReturnedEventRule>);

const notifications = v.strictObject({
  extension: text,
  mark: v.strictObject({ property: text, value: text }),
  relatedAt: text,
  returned: v.exactOptional(returned),
} satisfies Entries<NotificationRule>);

const version = v.pipe(
  text,
  v.check((name) => /^v\d+$/.test(name), "a version as it stands in paths, such as v2"),
);

export const dialect = v.strictObject({
  templates: v.exactOptional(templates),
  versions: v.exactOptional(v.pipe(v.array(version), v.minLength(1))),
  body: v.exactOptional(text),
  nested: v.exactOptional(v.boolean()),
  bodyAsQuery: v.exactOptional(v.array(v.picklist(METHODS))),
  impliedBodies: v.exactOptional(v.boolean()),
  error: v.exactOptional(text),
  dates: v.exactOptional(v.array(date)),
  nullUnsets: v.exactOptional(v.boolean()),
  maps: v.exactOptional(v.array(map)),
  nullableIsPresent: v.exactOptional(v.boolean()),
  discriminatorValue: v.exactOptional(text),
  id: v.exactOptional(text),
  deleted: v.exactOptional(deleted),
  lists: v.exactOptional(v.array(list)),
  expansion: v.exactOptional(expansion),
  variants: v.exactOptional(names),
  class: v.exactOptional(
    v.strictObject({ name: text, exports: v.array(text) } satisfies Entries<ClassRule>),
  ),
  events: v.exactOptional(events),
  notifications: v.exactOptional(notifications),
  types: v.exactOptional(v.record(text, text)),
} satisfies Entries<Dialect>);

/** The names of all options, for who has mistyped one. */
export const DIALECT_OPTIONS: readonly string[] = [
  dialect,
  date,
  map,
  deleted,
  list,
  parameter,
  expansion,
  events,
  notifications,
  returned,
].flatMap(({ entries }) => Object.keys(entries));

const NEEDS = "needs code of the dialect's own: name its folder as templates";
const NEED_TEMPLATES = [
  "body",
  "nested",
  "bodyAsQuery",
  "error",
  "nullUnsets",
  "maps",
  "lists",
  "class",
  "events",
  "notifications",
  "types",
] as const;

/** One thing that is wrong, and where in the dialect. */
export interface Contradiction {
  readonly message: string;
  readonly path: readonly (string | number)[];
}

/** What each field may say, but not together with another. `owner` is where the dialect stands. */
export function contradictions(dialect: Dialect, owner: string): readonly Contradiction[] {
  const { lists = [], expansion, events: rule } = dialect;
  const found: Contradiction[] = [];
  const say = (path: Contradiction["path"], message: string): void => {
    found.push({ path, message: `${owner}.${path.join(".")} ${message}` });
  };
  for (const field of dialect.templates === undefined ? NEED_TEMPLATES : []) {
    if (dialect[field] !== undefined) say([field], NEEDS);
  }
  for (const [n, { unit }] of (dialect.dates ?? []).entries()) {
    if (dialect.templates === undefined && unit !== "text") say(["dates", n, "unit"], NEEDS);
  }
  const [first] = lists;
  for (const [n, { items, properties, mark, url }] of lists.entries()) {
    for (const name of [items, mark?.property, url]) {
      if (name !== undefined && !properties.includes(name)) {
        say(["lists", n, "properties"], `lacks ${JSON.stringify(name)}, which the rule names`);
      }
    }
    const isSegment = expansion?.parameters.some(({ listPrefix }) => listPrefix === true) === true;
    if (isSegment && items !== first?.items) {
      say(
        ["lists", n, "items"],
        `must be ${JSON.stringify(first?.items)}, as in the first rule: it is a segment of paths`,
      );
    }
  }
  const { typeAt = "type", versionAt, objectAt = [], previousAt } = rule ?? {};
  if (objectAt[0] === typeAt)
    say(["events", "objectAt"], `cannot be inside of ${JSON.stringify(typeAt)}`);
  if (versionAt !== undefined && [typeAt, objectAt[0], previousAt?.[0]].includes(versionAt)) {
    say(["events", "versionAt"], "must be a property of its own");
  }
  if (previousAt !== undefined) {
    const length = Math.min(previousAt.length, objectAt.length);
    const isInside =
      previousAt.slice(0, length).join("\0") === objectAt.slice(0, length).join("\0");
    if (isInside || previousAt[0] === typeAt) {
      say(["events", "previousAt"], "must be a place of its own");
    }
  }
  return found;
}
