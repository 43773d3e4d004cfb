/** Where everything is: the file of each operation, schema and group, and what operations are called. */
import type { Model, Operation, Resource } from "../../model/types/index.js";
import { fileNames } from "./file-names.js";
import { groupBy } from "./group-by.js";
import type { Group, Link, OperationLink, SchemaLinks, Section } from "./types.js";

export type * from "./types.js";

export interface Places {
  /** By the name of the function. */
  readonly operations: ReadonlyMap<string, OperationLink>;
  readonly schemas: SchemaLinks;
  readonly groups: readonly Group[];
  /** The group of an operation, by the name of the function. */
  readonly groupOf: ReadonlyMap<string, Group>;
  /** Where an operation stands in the class, by the name of the function. */
  readonly methods: ReadonlyMap<string, readonly string[]>;
}

export function createPlaces(model: Model): Places {
  const methods = new Map(model.resources === undefined ? [] : methodsIn(model.resources));
  const operations = operationLinks(model, methods);
  const groups = groupsOf(model, operations, methods);
  const groupOf = new Map(
    groups.flatMap((group) =>
      group.sections.flatMap((section) =>
        section.operations.map(({ name }) => [name, group] as const),
      ),
    ),
  );
  return { operations, schemas: schemaLinks(model), groups, groupOf, methods };
}

/** A resource under several names is told once, by its own path. */
function methodsIn(resource: Resource): [string, readonly string[]][] {
  return [
    ...resource.methods.flatMap(({ name, operations }) =>
      operations.map((operation): [string, readonly string[]] => [
        operation,
        [...resource.path, name],
      ]),
    ),
    ...resource.children.flatMap(({ resource: inner }) => methodsIn(inner)),
  ];
}

/** What a variable is called that holds the class: `stripe`. */
export function instanceName(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function operationLinks(
  { operations, output }: Model,
  methods: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, OperationLink> {
  const files = fileNames(operations.map(({ operationId }) => operationId));
  const instance = output.class === undefined ? [] : [instanceName(output.class.name)];
  return new Map(
    operations.map((operation, n) => {
      const { name, method, path, deprecated, summary } = operation;
      const member = methods.get(name);
      return [
        name,
        {
          text: member === undefined ? name : [...instance, ...member].join("."),
          file: `operations/${files[n] ?? ""}.html`,
          name,
          method,
          path,
          deprecated,
          ...(summary === undefined ? {} : { summary }),
        },
      ] as const;
    }),
  );
}

function schemaLinks({ schemas }: Model): SchemaLinks {
  const files = fileNames(schemas.map(({ key }) => key));
  return new Map(
    schemas.map(({ key, name }, n): [string, Link] => [
      key,
      { text: name, file: `schemas/${files[n] ?? ""}.html` },
    ]),
  );
}

interface Member {
  readonly group: string;
  readonly section: string;
  readonly link: OperationLink;
}

/** By the resource at the root of the tree, else by tag; in the order of the document. */
function groupsOf(
  { operations, documentation }: Model,
  links: ReadonlyMap<string, OperationLink>,
  methods: ReadonlyMap<string, readonly string[]>,
): Group[] {
  const members = operations.flatMap((operation): Member[] => {
    const link = links.get(operation.name);
    return link === undefined ? [] : [{ ...placeOf(operation, methods), link }];
  });
  const order = documentation?.tags.map(({ name }) => name) ?? [];
  const rank = (name: string): number => {
    const at = order.indexOf(name);
    return methods.size > 0 || at === -1 ? order.length : at;
  };
  const names = [...new Set(members.map(({ group }) => group))];
  names.sort((a, b) => rank(a) - rank(b) || (methods.size === 0 ? 0 : compare(a, b)));
  const files = fileNames(names);
  const descriptions = new Map(documentation?.tags.map((tag) => [tag.name, tag.description]));
  const byGroup = groupBy(members, ({ group }) => group);
  return names.map((name, n) => {
    const own = byGroup.get(name) ?? [];
    const description = methods.size > 0 ? undefined : descriptions.get(name);
    return {
      text: name,
      file: `groups/${files[n] ?? ""}.html`,
      ...(description === undefined ? {} : { description }),
      sections: sectionsOf(own),
      count: own.length,
    };
  });
}

function placeOf(
  { name, tags, module }: Operation,
  methods: ReadonlyMap<string, readonly string[]>,
): Omit<Member, "link"> {
  const path = methods.get(name)?.slice(0, -1) ?? [];
  const [root, ...rest] = path;
  if (root !== undefined) return { group: root, section: rest.join(".") };
  return { group: methods.size > 0 ? module : (tags[0] ?? module), section: "" };
}

function sectionsOf(members: readonly Member[]): Section[] {
  const bySection = groupBy(members, ({ section }) => section);
  return [...bySection]
    .map(([title, own]) => ({ title, operations: own.map(({ link }) => link) }))
    .sort((a, b) => compare(a.title, b.title));
}

/** Not by the locale of the machine: the same everywhere. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
