import type { Outcome } from "./program.js";

/** Somewhere that JavaScript runs. */
export interface Platform {
  readonly name: string;
  /** What to run with `--version`. */
  readonly binary?: string | undefined;
  /** Why it is not here, for a person to read; undefined: it is. */
  readonly missing?: string | undefined;
  /** Runs the program against the API at this address. */
  run(apiUrl: string): Promise<readonly Outcome[]>;
}

/** Milliseconds after which a platform is taken for dead. */
export const PATIENCE = 120_000;
