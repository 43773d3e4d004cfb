import { type Diagnostic, UnfoldError } from "../../support/diagnostic.js";

/** Deeper documents would exhaust the stack of whoever walks them. */
export const MAX_DEPTH = 500;

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
