import type { Reporter } from "../../support/diagnostic.js";
import { Problems, type Container } from "./problems.js";
import {
  describe,
  getMember,
  isObject,
  itemOf,
  type Json,
  type JsonObject,
} from "../parse/json-value.js";
import { MinorProblems } from "./minor-problems.js";
import { CALLBACK_ENTRIES, FIELDS } from "./fields.js";
import { isReferable, type ObjectKind, type ReferableKind, words } from "./kinds.js";
import type { Scalar, FieldType } from "./field-types.js";
import type { Origin, Origins } from "../places/origins.js";

/** Where in the document the walk is. */
export interface Spot {
  readonly container: Container;
  readonly key: string;
  /** Of the node itself; changes while the walk goes on, so copy it to keep it. */
  readonly tokens: readonly string[];
}

/** What a document is held to. */
export interface Rules {
  /** The minor version of OpenAPI 3. */
  readonly minor: number;
  /** Whether wrong schemas and responses are warnings. */
  readonly lenient: boolean;
}

/** What the walk meets; it goes on below a node when the method returns. */
export interface Visitor {
  reference(kind: ReferableKind, node: JsonObject, ref: string, spot: Spot): void;
  mapping(mapping: JsonObject, tokens: readonly string[]): void;
  /** Returns what to call when the walk leaves the schema. */
  identified(id: string): () => void;
}

/**
 * Walks the objects that the specification names, from one of a known kind, and holds them to
 * their shapes. A wrong object is an error; a wrong value that nothing depends on is dropped with a
 * warning, so that what is left has the types of `openapi.ts`.
 */
export class Walk {
  readonly #visitor: Visitor;
  readonly #tokens: string[] = [];
  readonly #problems: Problems;
  readonly #minor: MinorProblems;

  readonly #lenient: boolean;

  constructor(origins: Origins, reporter: Reporter, { minor, lenient }: Rules, visitor: Visitor) {
    this.#visitor = visitor;
    this.#lenient = lenient;
    this.#minor = new MinorProblems(this.#tokens, origins, minor);
    this.#problems = new Problems(this.#tokens, origins, reporter);
  }

  /** The document itself hangs on nothing. */
  document(root: JsonObject): void {
    this.#members("document", root);
  }

  /** `tokens` lead from the document to an object of `kind`, which hangs on `container`. */
  start(kind: ObjectKind, container: Container, tokens: readonly string[]): void {
    const key = tokens.at(-1) ?? "";
    this.#tokens.push(...tokens);
    this.#node(kind, itemOf(container, key) ?? null, container, key);
    this.#tokens.length = 0;
  }

  /** Tells how the document bends the rules, after all of it has been walked. */
  report(reporter: Reporter, isUsed: (origin: Origin) => boolean): void {
    this.#minor.report(reporter, isUsed);
  }

  #visit(shape: FieldType, value: Json, container: Container, key: string): void {
    switch (shape.is) {
      case "any":
        return;
      case "scalar":
        return this.#scalar(shape, value, container, key);
      case "numberOrBoolean":
        if (typeof value === "number" || typeof value === "boolean") return;
        return this.#problems.drop("a number or a boolean", value, container, key);
      case "oneOrList":
        if (Array.isArray(value)) return this.#items(shape.of, value);
        return this.#visit(shape.of, value, container, key);
      case "list":
        if (Array.isArray(value)) return this.#items(shape.of, value);
        return this.#problems.drop("an array", value, container, key);
      case "map":
        if (isObject(value)) return this.#entries(shape.of, shape.extensible, value);
        this.#problems.empty("an object", value, container, key);
        return;
      case "node":
        return this.#node(shape.kind, value, container, key);
    }
  }

  /** What a schema or a response is, a client can do without. */
  #node(kind: ObjectKind, value: Json, container: Container, key: string): void {
    if (!this.#lenient || (kind !== "schema" && kind !== "response"))
      return this.#proof(kind, value, container, key);
    const depth = this.#tokens.length;
    try {
      this.#proof(kind, value, container, key);
    } catch (error) {
      this.#tokens.length = depth;
      this.#problems.letThrough(error, container, key);
    }
  }

  #proof(kind: ObjectKind, value: Json, container: Container, key: string): void {
    if (isObject(value)) return this.#object(kind, value, container, key);
    if (kind !== "schema") {
      const empty = this.#problems.empty("an object", value, container, key);
      this.#members(kind, empty);
    } else if (typeof value !== "boolean") {
      this.#problems.empty("an object or a boolean", value, container, key);
    }
  }

  #object(kind: ObjectKind, object: JsonObject, container: Container, key: string): void {
    if (isReferable(kind) && this.#reference(kind, object, container, key)) return;
    if (kind === "callback") return this.#visit(CALLBACK_ENTRIES, object, container, key);
    const id = kind === "schema" ? getMember(object, "$id") : undefined;
    const leave = typeof id === "string" ? this.#visitor.identified(id) : undefined;
    try {
      this.#members(kind, object);
    } finally {
      leave?.();
    }
  }

  /** Whether the object is a reference and nothing else. */
  #reference(kind: ReferableKind, object: JsonObject, container: Container, key: string): boolean {
    const ref = getMember(object, "$ref");
    if (ref === undefined) return false;
    if (typeof ref !== "string") {
      this.#problems.fail("wrong-type", `$ref has to be a string, not ${describe(ref)}`);
    }
    this.#visitor.reference(kind, object, ref, { container, key, tokens: this.#tokens });
    return kind !== "schema";
  }

  #members(kind: ObjectKind, object: JsonObject): void {
    const { shapes, required } = FIELDS[kind];
    if (kind === "schema") this.#minor.schema(object);
    if (kind === "pathItem") this.#minor.pathItem(object);
    for (const key of Object.keys(object)) {
      const shape = shapes.get(key);
      if (shape === undefined && !key.startsWith("x-")) {
        this.#minor.unknownKeyword(kind, object, key, shapes.keys());
      }
      if (shape === undefined || shape.is === "any") continue;
      const value = object[key] ?? null;
      // Most values are plain and right.
      if (shape.is === "scalar" && typeof value === shape.type && !shape.values) continue;
      this.#tokens.push(key);
      this.#visit(shape, value, object, key);
      this.#tokens.pop();
    }
    for (const key of required) {
      if (Object.hasOwn(object, key)) continue;
      this.#problems.fail("missing-field", `this ${words(kind)} has no ${JSON.stringify(key)}`);
    }
    if (kind === "discriminator") {
      const mapping = getMember(object, "mapping");
      if (isObject(mapping)) this.#visitor.mapping(mapping, [...this.#tokens, "mapping"]);
    }
  }

  #entries(of: FieldType, extensible: boolean, map: JsonObject): void {
    for (const key of Object.keys(map)) {
      if (extensible && key.startsWith("x-")) {
        // Not an entry: whoever reads the map may take every key for one.
        delete map[key];
        continue;
      }
      this.#tokens.push(key);
      this.#visit(of, map[key] ?? null, map, key);
      this.#tokens.pop();
    }
  }

  #items(of: FieldType, items: Json[]): void {
    if (of.is === "any") return;
    for (const [index, item] of items.entries()) {
      const key = String(index);
      this.#tokens.push(key);
      this.#visit(of, item, items, key);
      this.#tokens.pop();
    }
  }

  #scalar(
    { type, values, required }: Scalar,
    value: Json,
    container: Container,
    key: string,
  ): void {
    if (type === "string" && (typeof value === "number" || typeof value === "boolean")) {
      return this.#problems.quote(value, container, key);
    }
    if (typeof value === type && (values === undefined || values.includes(String(value)))) return;
    const expected = values === undefined ? `a ${type}` : `one of ${values.join(", ")}`;
    if (required === true) this.#problems.refuse(expected, value, container);
    this.#problems.drop(expected, value, container, key);
  }
}
