import type { Project } from "../config/index.js";
import type { FetchOptions } from "../load/source/remote.js";
import type { RunOptions } from "../support/run-options.js";

export interface PullOptions extends RunOptions, Partial<FetchOptions> {
  /** Absolute path of the pin file; it need not exist. */
  readonly pin: string;
  /** Those whose document is the pin file. */
  readonly projects: readonly Project[];
  /** An absolute path, a URL or `npm:…`. Without it the pinned document is read again. */
  readonly source?: string | undefined;
  /** What the document's hash must be. */
  readonly sha256?: string | undefined;
  /** Absolute path for a copy of a document that is read from a URL. */
  readonly save?: string | undefined;
}
