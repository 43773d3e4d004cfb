import { formatPointer } from "../../openapi/pointer.js";
import { describe, isObject, type Json } from "../parse/json-value.js";
import { type ReferableKind, words } from "../proof/kinds.js";
import type { Found, Problem } from "./library.js";
import type { Origin } from "../places/origins.js";
import type { Request } from "./request.js";
import { fieldTypeAt } from "../proof/field-type-at.js";

/** The kinds of the targets about which the specification says nothing: that of the first reference. */
export class TargetKinds {
  readonly #kinds = new Map<Json, ReferableKind>();
  readonly #places = new Set<string>();

  /** Whether nobody has referred to the target before. */
  claim(target: Json, kind: ReferableKind): boolean {
    if (this.#kinds.has(target)) return false;
    this.#kinds.set(target, kind);
    return true;
  }

  /** Notes where a target stands. */
  note({ file, tokens }: Found): void {
    for (const [n] of tokens.entries()) {
      this.#places.add(file.url + formatPointer(tokens.slice(0, n + 1)));
    }
  }

  /** Whether a place is a target, or on the way to one. */
  leadThrough({ file, tokens }: Origin): boolean {
    return this.#places.has(file.url + formatPointer(tokens));
  }

  /** Why a target is not of the kind that the place of the reference asks for. */
  misfit({ kind, ref }: Request, found: Found): Problem | undefined {
    const { node } = found;
    const actual = this.#kindOf(found);
    const fits = isObject(node) || (kind === "schema" && typeof node === "boolean");
    if (fits && (actual === undefined || actual === words(kind))) return undefined;
    const what = actual === undefined || actual === "" ? describe(node) : `a ${actual}`;
    const wanted = words(kind);
    return {
      code: "wrong-kind",
      message: `${ref} is ${what}, but this is the place of a ${wanted}`,
      hint: `Refer to a ${wanted}`,
    };
  }

  /** In words; empty for a map or list of objects, `undefined` where nobody knows. */
  #kindOf({ file, tokens, node }: Found): string | undefined {
    const isDocument = isObject(file.root) && Object.hasOwn(file.root, "openapi");
    const shape = isDocument ? fieldTypeAt("document", tokens) : undefined;
    const actual = shape?.is === "oneOrList" && !Array.isArray(node) ? shape.of : shape;
    if (actual !== undefined) return actual.is === "node" ? words(actual.kind) : "";
    const claimed = this.#kinds.get(node);
    return claimed && words(claimed);
  }
}
