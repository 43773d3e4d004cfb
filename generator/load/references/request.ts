import type { Json } from "../parse/json-value.js";
import type { ReferableKind } from "../proof/kinds.js";
import type { Base, Problem } from "./library.js";
import type { PathItemSlot } from "./path-items.js";

/** A reference, and what to do once its target is known. */
export interface Request {
  /** What the place of the reference asks for. */
  readonly kind: ReferableKind;
  readonly ref: string;
  readonly base: Base;
  /** Of the text of the reference. */
  readonly tokens: readonly string[];
  /** `place` leads from the document to the target. */
  settle(place: readonly string[], target: Json): void;
  fail(problem: Problem): void;
  /** Whether the document is of use without it. */
  readonly mayFail?: boolean;
  /** Set for path items: their target is put in place of the reference. */
  readonly slot?: PathItemSlot;
}

export const CYCLE: Problem = {
  code: "circular-ref",
  message: "this reference only resolves to itself",
  hint: "Replace one reference of the cycle by what it should stand for",
};
