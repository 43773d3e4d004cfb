import type {
  CallStyle,
  Dialect,
  EnumRule,
  PaginationRule,
  ResourceRule,
  Selector,
} from "../../config/index.js";
import { type Reporter, UnfoldError } from "../../support/diagnostic.js";
import type { Location } from "../../support/diagnostic.js";
import type { OpenApiDocument } from "../../openapi/index.js";
import type { Output } from "../types/output.js";
import type { ListedPaths } from "./listed-paths.js";

/** Names that something of the package has that is not of the document. */
export interface ReservedNames {
  /** What the package's entries export. */
  readonly types: ReadonlySet<string>;
  /** What the class has besides the resources. */
  readonly members: ReadonlySet<string>;
}

/** What every step of the model needs to know. */
export interface ModelContext {
  readonly document: OpenApiDocument;
  readonly dialect: Dialect | undefined;
  readonly reserved: ReservedNames;
  /** Default: none. */
  readonly listed?: ListedPaths;
  /** What is written: passed on as it is. */
  readonly output: Output;
  /** Default `none`. */
  readonly resources?: ResourceRule | undefined;
  /** Default `flat`. */
  readonly calls?: CallStyle | undefined;
  /** Default `auto`. */
  readonly enums?: EnumRule | undefined;
  /** Default: none. */
  readonly pagination?: readonly PaginationRule[] | undefined;
  /** Default: all operations. */
  readonly include?: readonly Selector[] | undefined;
  /** Default: none. */
  readonly exclude?: readonly Selector[] | undefined;
  /** Whether the model carries what only a reference shows. Default false. */
  readonly documented?: boolean;
  /** Where the document comes from; relative servers stand on it. */
  readonly url?: string | undefined;
  readonly reporter: Reporter;
  /** Takes problems in the reporter's place. */
  readonly warn?: (problem: Problem) => void;
  readonly locate: (pointer: string) => Location;
}

export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly pointer: string;
  readonly hint?: string;
}

export function fail(context: ModelContext, { pointer, ...problem }: Problem): never {
  throw new UnfoldError({ ...problem, location: context.locate(pointer) });
}

/** Proposes something. What `pointer` leads to need not be wrong. */
export function note({ reporter, locate }: ModelContext, { pointer, ...problem }: Problem): void {
  reporter.note({ ...problem, location: locate(pointer) });
}

export function warn(context: ModelContext, whole: Problem): void {
  if (context.warn !== undefined) {
    context.warn(whole);
    return;
  }
  const { pointer, ...problem } = whole;
  context.reporter.warn({ ...problem, location: context.locate(pointer) });
}
