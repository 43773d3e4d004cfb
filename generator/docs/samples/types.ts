/** Samples of calls, as text. */
import type { Imported } from "../../model/types/index.js";

export interface Sample {
  readonly id: "class" | "function" | "curl";
  readonly title: string;
  readonly language: "typescript" | "bash";
  readonly text: string;
  /** The same where something is expanded: with {@link PATH} for a path, on a line or in a list of its own. */
  readonly expanded?: Expanded;
}

export interface Expanded {
  readonly text: string;
  /** The part of the text that is repeated for each path. */
  readonly each: string;
  readonly separator: string;
}

/** Stands for an expand path. Private characters, which no value of a document keeps. */
export const PATH = "\u{e000}";
/** Stands for its number, from 0. */
export const NUMBER = "\u{e001}";
/** Stands for the content of a file. */
export const FILE = "\u{e002}";

/** How samples come to the client. */
export type SampleSetting = Imported;
