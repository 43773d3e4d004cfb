import { type Diagnostic, UnfoldError } from "../../support/diagnostic.js";

/**
 * Deeper documents would exhaust the stack of whoever walks them: prettier ends at some 200 types within each other,
 * Stripe's document has 25 levels.
 */
export const MAX_DEPTH = 150;

export function tooDeep(file: string): Omit<Diagnostic, "severity"> {
  return {
    code: "too-deep",
    message: `the document is nested deeper than ${MAX_DEPTH} levels`,
    location: { file },
    hint: "Move inner parts to components and refer to them",
  };
}

/** Parsers and walks are recursive, and a hostile document can be deeper than the stack. */
export function deeperThanTheStack(error: unknown, file: string): unknown {
  return error instanceof RangeError ? new UnfoldError(tooDeep(file), { cause: error }) : error;
}
