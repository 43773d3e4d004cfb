import type { Document, Operation, PropertyNote, Schema } from "./document.js";

/** Stripe allows four segments in one path, `data` of a list included. */
const MAX_SEGMENTS = 4;

/** What an operation returns: one of these schemas, or a list of them. */
export interface Root {
  readonly names: readonly string[];
  readonly list: boolean;
}

/** A path that the API takes for a root, and the type that TypeScript should then see at its end. */
export interface ValidPath {
  readonly path: string;
  /** Type text; `Schemas` and `ApiList` are in scope where it is used. */
  readonly type: string;
}

/** Where a path may go on from: any of these schemas, or the `data` of a list of them. */
interface Place {
  readonly names: readonly string[];
  readonly list: boolean;
}

/**
 * Everything that `expand` can do according to the document, found by walking the schemas.
 * Knows nothing of the generator: what it finds is what the generated types are held against.
 */
export class Walk {
  readonly #document: Document;

  constructor(document: Document) {
    this.#document = document;
  }

  /** The responses of all operations that take `expand`, each once. */
  roots(): Root[] {
    const found = new Map<string, Root>();
    for (const operation of Object.values(this.#document.paths).flatMap((o) => Object.values(o))) {
      const root = this.rootOf(operation);
      if (root !== undefined) found.set(`${String(root.list)} ${root.names.join(" ")}`, root);
    }
    return [...found.values()];
  }

  /** What the paths of an operation begin at; undefined where it takes none. */
  rootOf(operation: Operation): Root | undefined {
    const body = Object.values(operation.requestBody?.content ?? {});
    const takesExpand =
      (operation.parameters ?? []).some(({ name }) => name === "expand") ||
      body.some(({ schema }) => schema.properties?.["expand"] !== undefined);
    const response = operation.responses["200"]?.content?.["application/json"]?.schema;
    if (!takesExpand || response === undefined) return undefined;
    const { names, list } = this.#place(response);
    return names.length > 0 ? { names, list } : undefined;
  }

  /** All valid paths of a root, with so many segments at the most. */
  valid(root: Root, most = MAX_SEGMENTS): ValidPath[] {
    const paths: ValidPath[] = [];
    const visit = (place: Place, segments: readonly string[]): void => {
      if (segments.length >= most) return;
      if (place.list) {
        visit({ names: place.names, list: false }, [...segments, "data"]);
        return;
      }
      for (const segment of this.segments(place.names)) {
        const path = [...segments, segment];
        if (place.names.some((name) => this.#asks(name, segment))) {
          paths.push({ path: path.join("."), type: this.#typeAt(root, path) });
        }
        visit(this.#next(place.names, segment), path);
      }
    };
    visit(root, []);
    return paths;
  }

  /** The property names of any of these schemas. */
  segments(names: readonly string[]): string[] {
    return [...new Set(names.flatMap((name) => Object.keys(this.#schema(name).properties ?? {})))];
  }

  /** The schemas that a path's end stands for, so that a near miss can go on from there. */
  ends(root: Root, path: string): readonly string[] {
    let place: Place = root;
    for (const segment of path.split(".")) {
      place = place.list ? { names: place.names, list: false } : this.#next(place.names, segment);
    }
    return place.names;
  }

  #schema(name: string): Schema {
    const schema = this.#document.components.schemas[name];
    if (schema === undefined) throw new Error(`no schema ${name}`);
    return schema;
  }

  #property(name: string, segment: string): Schema | undefined {
    const properties = this.#schema(name).properties ?? {};
    return Object.hasOwn(properties, segment) ? properties[segment] : undefined;
  }

  #note(name: string, segment: string): PropertyNote {
    return this.#schema(name)["x-unfold-properties"]?.[segment] ?? {};
  }

  #includable(name: string, segment: string): boolean {
    const property = this.#property(name, segment);
    if (property === undefined) return false;
    const required = this.#schema(name).required?.includes(segment) ?? false;
    return this.#note(name, segment).includable ?? (isList(property) && !required);
  }

  #asks(name: string, segment: string): boolean {
    const property = this.#property(name, segment);
    return property !== undefined && (isExpandable(property) || this.#includable(name, segment));
  }

  #next(names: readonly string[], segment: string): Place {
    const places = names
      .flatMap((name) => this.#property(name, segment) ?? [])
      .map((p) => this.#place(p));
    return { names: unique(places.flatMap((p) => p.names)), list: places.some((p) => p.list) };
  }

  /** The schemas behind a value: what it expands to, refers to or holds. */
  #place(schema: Schema): Place {
    if (isList(schema)) return { ...this.#place(dataOf(schema)), list: true };
    const expansion = schema["x-expansionResources"];
    if (expansion !== undefined) return this.#places(expansion.oneOf);
    if (schema.items !== undefined) return this.#place(schema.items);
    if (schema.anyOf !== undefined) return this.#places(schema.anyOf);
    if (schema.$ref === undefined) return { names: [], list: false };
    const name = nameOf(schema.$ref);
    const { anyOf } = this.#schema(name);
    return anyOf === undefined ? { names: [name], list: false } : this.#places(anyOf);
  }

  #places(schemas: readonly Schema[]): Place {
    return { names: unique(schemas.flatMap((schema) => this.#place(schema).names)), list: false };
  }

  #typeAt(root: Root, path: readonly string[]): string {
    const types = root.list
      ? this.#types(root.names, path.slice(1))
      : this.#types(root.names, path);
    return unique(types).join(" | ");
  }

  /** The members of the union that is read at the end of a path which was asked for. */
  #types(names: readonly string[], path: readonly string[]): string[] {
    const [segment, ...rest] = path;
    if (segment === undefined) return [];
    return names.flatMap((name) => {
      const property = this.#property(name, segment);
      if (property === undefined) return [];
      if (rest.length > 0) {
        const { names: next, list } = this.#place(property);
        return this.#types(next, list ? rest.slice(1) : rest);
      }
      if (!this.#asks(name, segment)) return [`Schemas[${quote(name)}][${quote(segment)}]`];
      return this.#includable(name, segment) || !this.#optional(name, segment)
        ? [this.#print(property)]
        : [this.#print(property), "undefined"];
    });
  }

  #optional(name: string, segment: string): boolean {
    const presence = this.#note(name, segment).presence;
    if (presence !== undefined) return presence === "optional";
    const required = this.#schema(name).required?.includes(segment) ?? false;
    return !required && this.#property(name, segment)?.nullable !== true;
  }

  /** The type of a value that is there, everything expandable in it expanded. */
  #print(schema: Schema): string {
    return schema.nullable === true
      ? `${this.#printValue(schema)} | null`
      : this.#printValue(schema);
  }

  #printValue(schema: Schema): string {
    if (schema.$ref !== undefined) return `Schemas[${quote(nameOf(schema.$ref))}]`;
    const options = schema["x-expansionResources"]?.oneOf ?? schema.anyOf;
    if (options !== undefined) return options.map((option) => this.#print(option)).join(" | ");
    if (schema.enum !== undefined) return schema.enum.map(quote).join(" | ");
    if (isList(schema)) return `ApiList<${this.#print(dataOf(schema))}>`;
    if (schema.items !== undefined) return `(${this.#print(schema.items)})[]`;
    const values = schema.additionalProperties;
    if (typeof values === "object") return `{ [key: string]: ${this.#print(values)} }`;
    switch (schema.type) {
      case "string":
      case "boolean":
      case "number":
        return schema.type;
      case "integer":
        return "number";
      default:
        throw new Error(`cannot print ${JSON.stringify(schema).slice(0, 200)}`);
    }
  }
}

function isExpandable(schema: Schema): boolean {
  return (
    schema["x-expansionResources"] !== undefined ||
    (schema.items !== undefined && isExpandable(schema.items))
  );
}

function isList(schema: Schema): boolean {
  const names = Object.keys(schema.properties ?? {});
  return ["object", "data", "has_more", "url"].every((name) => names.includes(name));
}

function dataOf(list: Schema): Schema {
  const items = list.properties?.["data"]?.items;
  if (items === undefined) throw new Error("a list without items");
  return items;
}

function nameOf(ref: string): string {
  return ref.slice("#/components/schemas/".length);
}

function quote(text: string): string {
  return JSON.stringify(text);
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
