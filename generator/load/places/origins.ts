import type { Location } from "../../support/diagnostic.js";
import type { SourceFile } from "../source/file.js";
import { itemOf, type Json } from "../parse/json-value.js";

/** The place in a file that a node of the document was read from. */
export interface Origin {
  readonly file: SourceFile;
  readonly tokens: readonly string[];
}

const NOTHING = {};

/**
 * Where each node of the document comes from. The document begins as the content of one file; only
 * where something was brought in from elsewhere is that noted, at the member or item that holds it.
 */
export class Origins {
  readonly #file: SourceFile;
  readonly #grafts = new Map<object, Map<string, Origin>>();

  constructor(file: SourceFile) {
    this.#file = file;
  }

  /** Those of the same file's content, as it was read. */
  fresh(): Origins {
    return new Origins(this.#file);
  }

  /** `parent[key]` and all below it now come from `origin`. */
  graft(parent: object, key: string, origin: Origin): void {
    const grafts = this.#grafts.get(parent);
    if (grafts === undefined) this.#grafts.set(parent, new Map([[key, origin]]));
    else grafts.set(key, origin);
  }

  forget(parent: object, key: string): void {
    this.#grafts.get(parent)?.delete(key);
  }

  /** The origin of `container[key]`, when that of `container` itself is `origin`. */
  below(container: object, key: string, { file, tokens }: Origin): Origin {
    return this.#grafts.get(container)?.get(key) ?? { file, tokens: [...tokens, key] };
  }

  /** The nodes below `from` keep their origins in its copy `to`. */
  copy(from: unknown, to: unknown): void {
    if (typeof from !== "object" || from === null || typeof to !== "object" || to === null) return;
    const grafts = this.#grafts.get(from);
    if (grafts !== undefined) this.#grafts.set(to, new Map(grafts));
    for (const key of Object.keys(from)) this.copy(Reflect.get(from, key), Reflect.get(to, key));
  }

  /** The origin of the node at `tokens` of the document. */
  of(tokens: readonly string[]): Origin {
    let origin: Origin = { file: this.#file, tokens: [] };
    let node: Json = this.#file.root;
    for (const token of tokens) {
      const container = typeof node === "object" && node !== null ? node : NOTHING;
      origin = this.below(container, token, origin);
      node = itemOf(node, token) ?? null;
    }
    return origin;
  }

  locate(tokens: readonly string[]): Location {
    const origin = this.of(tokens);
    return origin.file.place(origin.tokens);
  }
}
