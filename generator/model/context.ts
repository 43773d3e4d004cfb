import type { CallStyle, Dialect, ResourceRule } from "../config.js";
import { type Reporter, UnfoldError } from "../diagnostic.js";
import type { Location } from "../diagnostic.js";
import type { OpenApiDocument } from "../openapi.js";

/** What every step of the model needs to know. */
export interface ModelContext {
  readonly document: OpenApiDocument;
  readonly dialect: Dialect | undefined;
  /** Default `none`. */
  readonly resources?: ResourceRule | undefined;
  /** Default `flat`. */
  readonly calls?: CallStyle | undefined;
  readonly reporter: Reporter;
  readonly locate: (pointer: string) => Location;
}

export interface Complaint {
  readonly code: string;
  readonly message: string;
  readonly pointer: string;
  readonly hint?: string;
}

export function fail(context: ModelContext, { pointer, ...complaint }: Complaint): never {
  throw new UnfoldError({ ...complaint, location: context.locate(pointer) });
}

export function warn(context: ModelContext, { pointer, ...complaint }: Complaint): void {
  context.reporter.warn({ ...complaint, location: context.locate(pointer) });
}
