/** Types and properties as plain data without markup. Texts are the document's own, of which nothing is trusted. */
import type { Link } from "../places/index.js";

/** A type as people write it, with links to the pages of schemas. */
export type TypeText = readonly (string | Link)[];

export interface Property {
  readonly name: string;
  /** Unique in its page. */
  readonly anchor: string;
  readonly type: TypeText;
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly description?: string;
  /** All values there are, as JSON. */
  readonly values: readonly string[];
  /** What else values keep to: `default: 10`, `at most 5000 characters`. */
  readonly facts: readonly string[];
  readonly children: Members;
}

/** The properties of an object; of one of several objects. */
export interface Members {
  readonly properties: readonly Property[];
  readonly alternatives: readonly Alternative[];
}

export interface Alternative {
  readonly label: TypeText;
  readonly properties: readonly Property[];
}

/** A node of the tree of expand paths. */
export interface ExpandItem {
  readonly name: string;
  /** Undefined where a path only goes through. */
  readonly path?: string;
  /** What paths below it begin with: `line_items.data.`. */
  readonly on: string;
  readonly type: TypeText;
  readonly items: readonly ExpandItem[];
  /** What the tree goes on with in the shared graph; empty where it ends. */
  readonly keys: readonly string[];
}

export interface ExpandSection {
  readonly title: string;
  /** What is said of the parameter, before and behind its name. */
  readonly words: readonly [before: string, behind: string];
  /** `expand`: of the query or of the body. */
  readonly parameter: string;
  /** What every path begins with: `data.`. */
  readonly prefix: string;
  /** The most segments that a path has; 0: any number. */
  readonly depth: number;
  readonly items: readonly ExpandItem[];
}
