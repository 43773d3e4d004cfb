import { type Reporter, UnfoldError } from "../diagnostic.js";
import {
  describe,
  getMember,
  isObject,
  type Json,
  type JsonObject,
  setMember,
} from "./json-value.js";
import {
  CALLBACK_ENTRIES,
  FIELDS,
  isReferable,
  type Kind,
  type ReferableKind,
  type Shape,
} from "./kinds.js";
import type { Origins } from "./origins.js";

export type Container = JsonObject | Json[];

/** Where in the document the walk is. */
export interface Spot {
  readonly container: Container;
  readonly key: string;
  /** Of the node itself; changes while the walk goes on, so copy it to keep it. */
  readonly tokens: readonly string[];
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
  readonly #origins: Origins;
  readonly #reporter: Reporter;
  readonly #visitor: Visitor;
  readonly #tokens: string[] = [];

  constructor(origins: Origins, reporter: Reporter, visitor: Visitor) {
    this.#origins = origins;
    this.#reporter = reporter;
    this.#visitor = visitor;
  }

  /** `tokens` lead to `container[key]`. */
  start(kind: Kind, container: Container, tokens: readonly string[]): void {
    const key = tokens.at(-1) ?? "";
    this.#tokens.push(...tokens);
    this.#node(kind, valueAt(container, key), container, key);
    this.#tokens.length = 0;
  }

  /** The document itself hangs on nothing. */
  document(root: JsonObject): void {
    this.#members("document", root);
  }

  #visit(shape: Shape, value: Json, container: Container, key: string): void {
    switch (shape.is) {
      case "any":
        return;
      case "scalar":
        return this.#scalar(shape, value, container, key);
      case "numberOrBoolean":
        if (typeof value !== "number" && typeof value !== "boolean") {
          this.#drop("a number or a boolean", value, container, key);
        }
        return;
      case "oneOrList":
        return this.#visit(
          Array.isArray(value) ? { is: "list", of: shape.of } : shape.of,
          value,
          container,
          key,
        );
      case "list":
        if (Array.isArray(value)) return this.#items(shape.of, value);
        return this.#drop("an array", value, container, key);
      case "map":
        if (!isObject(value)) return this.#refuse("an object", value, container, key);
        return this.#entries(shape.of, shape.extensible, value);
      case "node":
        return this.#node(shape.kind, value, container, key);
    }
  }

  #node(kind: Kind, value: Json, container: Container, key: string): void {
    if (!isObject(value)) {
      if (kind === "schema" && typeof value === "boolean") return;
      return this.#refuse(
        kind === "schema" ? "an object or a boolean" : "an object",
        value,
        container,
        key,
      );
    }
    const ref = isReferable(kind) ? getMember(value, "$ref") : undefined;
    if (ref !== undefined && isReferable(kind)) {
      if (typeof ref !== "string")
        this.#fail("wrong-type", `$ref has to be a string, not ${describe(ref)}`);
      this.#visitor.reference(kind, value, ref, { container, key, tokens: this.#tokens });
      if (kind !== "schema") return;
    }
    if (kind === "callback") return this.#visit(CALLBACK_ENTRIES, value, container, key);
    const id = kind === "schema" ? getMember(value, "$id") : undefined;
    const leave = typeof id === "string" ? this.#visitor.identified(id) : undefined;
    this.#members(kind, value);
    leave?.();
  }

  #members(kind: Kind, object: JsonObject): void {
    const { shapes, required } = FIELDS[kind];
    for (const key of Object.keys(object)) {
      const shape = shapes.get(key);
      if (shape === undefined || shape.is === "any") continue;
      const value = object[key] ?? null;
      // Most values are plain and right.
      if (shape.is === "scalar" && typeof value === shape.type && !shape.values) continue;
      this.#tokens.push(key);
      this.#visit(shape, value, object, key);
      this.#tokens.pop();
    }
    for (const key of required) {
      if (!Object.hasOwn(object, key))
        this.#fail("missing-field", `this ${words(kind)} has no ${key}`);
    }
    if (kind === "discriminator") {
      const mapping = getMember(object, "mapping");
      if (isObject(mapping)) this.#visitor.mapping(mapping, [...this.#tokens, "mapping"]);
    }
  }

  #entries(of: Shape, extensible: boolean, map: JsonObject): void {
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

  #items(of: Shape, items: Json[]): void {
    if (of.is === "any") return;
    for (let index = 0; index < items.length; index += 1) {
      const key = String(index);
      this.#tokens.push(key);
      this.#visit(of, items[index] ?? null, items, key);
      this.#tokens.pop();
    }
  }

  #scalar(shape: Shape & { is: "scalar" }, value: Json, container: Container, key: string): void {
    const { type, values } = shape;
    if (typeof value === type) {
      if (values === undefined || values.includes(String(value))) return;
      return this.#drop(`one of ${values.join(", ")}`, value, container, key);
    }
    if (type === "string" && (typeof value === "number" || typeof value === "boolean")) {
      this.#warn(
        "wrong-type",
        `${key} has to be a string, not ${describe(value)}`,
        "Put it in quotes",
      );
      put(container, key, String(value));
      return;
    }
    this.#drop(`a ${type}`, value, container, key);
  }

  /** A value that stands for nothing when it is wrong. */
  #drop(expected: string, value: Json, container: Container, key: string): void {
    if (Array.isArray(container)) this.#fail("wrong-type", wrong(key, expected, value));
    this.#warn("wrong-type", `${wrong(key, expected, value)}; it is ignored`);
    delete container[key];
  }

  /** An object that others depend on. Nothing at all, as YAML's empty value, is an empty object. */
  #refuse(expected: string, value: Json, container: Container, key: string): void {
    if (value !== null) this.#fail("wrong-type", wrong(key, expected, value));
    this.#warn("wrong-type", `${key} is empty; it is read as an empty object`, "Write {}");
    put(container, key, {});
  }

  #fail(code: string, message: string): never {
    throw new UnfoldError({
      code,
      message,
      location: this.#origins.locate(this.#tokens),
      hint: HINT,
    });
  }

  #warn(code: string, message: string, hint = HINT): void {
    this.#reporter.warn({ code, message, location: this.#origins.locate(this.#tokens), hint });
  }
}

const HINT = "Mend the document, or correct it with an overlay";

function wrong(key: string, expected: string, value: Json): string {
  const found = typeof value === "string" ? JSON.stringify(value) : describe(value);
  return `${key} has to be ${expected}, not ${found}`;
}

function words(kind: Kind): string {
  return kind.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function valueAt(container: Container, key: string): Json {
  return (Array.isArray(container) ? container[Number(key)] : getMember(container, key)) ?? null;
}

function put(container: Container, key: string, value: Json): void {
  if (Array.isArray(container)) container[Number(key)] = value;
  else setMember(container, key, value);
}
