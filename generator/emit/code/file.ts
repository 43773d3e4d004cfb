import type { Rendered } from "./module.js";
import type { Symbols } from "../../symbols/index.js";

/** One file of the output, described but not yet rendered. */
export type FileDescription = ModuleDescription | TextDescription;

/** A TypeScript module, built in one go. */
export interface ModuleDescription {
  readonly kind: "module";
  /** Relative to the output folder, with `/`. */
  readonly path: string;
  /** Everything that `render` depends on besides the templates, as plain data: equal slices render to equal bytes. */
  readonly slice: unknown;
  render(symbols: Symbols): Rendered;
}

/** A file that is not a module: JSON or Markdown. */
export interface TextDescription {
  readonly kind: "text";
  readonly path: string;
  readonly text: string;
}

/** A module whose rendering sees its slice and the table of symbols, and nothing else. */
export function describe<Slice>(
  path: string,
  slice: Slice,
  render: (slice: Slice, symbols: Symbols) => Rendered,
): ModuleDescription {
  return { kind: "module", path, slice, render: (symbols) => render(slice, symbols) };
}
