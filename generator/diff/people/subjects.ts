/** What a change is about: an operation or a schema, found by the place where it stands. */
import { schemasByKey } from "../../model/types/by-key.js";
import type { Model, NamedSchema, Operation } from "../../model/types/index.js";
import { parsePointer } from "../../openapi/pointer.js";
import { type Names, namesOf, resourceOf } from "./names.js";
import { type Reached, reachOf } from "./reach.js";

export interface Subject {
  readonly resource: string;
  /** `customer`, or `GET /v1/customers`. */
  readonly behind: string;
  /** Operations by the names that people call. */
  readonly operations: readonly string[];
}

/** One version, and what can be asked of it. */
export class Side {
  readonly names: Names;
  readonly #operations: ReadonlyMap<string, Operation>;
  readonly #schemas: ReadonlyMap<string, NamedSchema>;
  readonly #reach: ReadonlyMap<string, readonly Reached[]>;

  constructor(model: Model) {
    this.names = namesOf(model);
    this.#operations = new Map(
      model.operations.map((one) => [`${one.path} ${one.method.toLowerCase()}`, one]),
    );
    this.#schemas = schemasByKey(model.schemas);
    this.#reach = reachOf(model);
  }

  subjectAt(pointer: string): Subject | undefined {
    const [root, ...tokens] = parsePointer(pointer) ?? [];
    if (root === "paths") {
      const operation = this.#operations.get(tokens.slice(0, 2).join(" "));
      return operation && this.#ofOperation(operation);
    }
    const [kind, key] = tokens;
    const schema = kind === "schemas" && key !== undefined ? this.#schemas.get(key) : undefined;
    return root === "components" && schema !== undefined ? this.#ofSchema(schema) : undefined;
  }

  #ofOperation(operation: Operation): Subject {
    const { method, path } = operation;
    const resource = resourceOf(operation, this.names);
    return { resource, behind: `${method} ${path}`, operations: [] };
  }

  #ofSchema({ key, module }: NamedSchema): Subject {
    const reached = this.#reach.get(key) ?? [];
    const nearest = reached.filter(({ distance }) => distance === reached[0]?.distance);
    const resources = nearest.map(({ operation }) => resourceOf(operation, this.names));
    // Of several that speak of it, the one that it is called after.
    const own = resources.filter((name) => isCalledAfter(key, name));
    const resource = own.sort((a, b) => b.length - a.length)[0] ?? resources[0] ?? module;
    const operations = reached.map(
      ({ operation: { name } }) => this.names.called.get(name) ?? name,
    );
    return { resource, behind: key, operations };
  }
}

/** `checkout.session_item` and `checkout.sessions`. */
function isCalledAfter(key: string, resource: string): boolean {
  const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, "");
  return plain(key).startsWith(plain(resource).replace(/(?:ies|e?s)$/, ""));
}
