import type { ModuleStructure } from "./imports.js";

/** One file of the output, described but not yet rendered. */
export type FileDescription = ModuleDescription | TextDescription;

/** A TypeScript module, built in one go. */
export interface ModuleDescription {
  readonly kind: "module";
  /** Relative to the output folder, with `/`. */
  readonly path: string;
  /** Everything that `render` depends on, as plain data: equal slices render to equal bytes. */
  readonly slice: unknown;
  /** A text is formatted already, as prettier would. */
  render(): ModuleStructure | string;
}

/** A file that is no module: JSON or Markdown. */
export interface TextDescription {
  readonly kind: "text";
  readonly path: string;
  readonly text: string;
}

/** A module whose rendering sees its slice and nothing else. */
export function describe<Slice>(
  path: string,
  slice: Slice,
  render: (slice: Slice) => ModuleStructure | string,
): ModuleDescription {
  return { kind: "module", path, slice, render: () => render(slice) };
}
