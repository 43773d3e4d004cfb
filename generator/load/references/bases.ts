import type { SourceFile } from "../source/file.js";
import { absolute, baseAt } from "./identifiers.js";
import { getMember, type JsonObject } from "../parse/json-value.js";
import type { ReferableKind } from "../proof/kinds.js";
import type { Base, Found, Library } from "./library.js";

/** What relative references are read against while a document is walked. */
export class Bases {
  readonly root: Base;
  readonly #library: Library;
  #current: Base;

  constructor(file: SourceFile, library: Library) {
    this.root = { file, uri: file.url };
    this.#library = library;
    this.#current = this.root;
  }

  get current(): Base {
    return this.#current;
  }

  /** For a walk that begins elsewhere. */
  start(base: Base): void {
    this.#current = base;
  }

  /** Goes into a schema with an `$id`; the response leaves it. */
  enter(id: string): () => void {
    const outer = this.#current;
    if (this.#library.hasIdentifiers) {
      this.#current = { file: outer.file, uri: absolute(id, outer.uri) };
    }
    return () => {
      this.#current = outer;
    };
  }

  /** An `$id` beside a `$ref` is its base (JSON Schema 2020-12 Core, section 8.2.1). */
  of(kind: ReferableKind, node: JsonObject): Base {
    const id = kind === "schema" ? getMember(node, "$id") : undefined;
    if (typeof id !== "string") return this.#current;
    const leave = this.enter(id);
    const base = this.#current;
    leave();
    return base;
  }
}

export function baseOf({ file, tokens }: Found): Base {
  return { file, uri: baseAt(file, tokens) };
}
