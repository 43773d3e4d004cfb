import { CommanderError } from "commander";
import { type Diagnostic, format, UnfoldError } from "../../support/diagnostic.js";
import { Interrupted } from "./interrupt.js";

/** Exit codes of every command; 130 after Ctrl-C. */
export const EXIT = {
  ok: 0,
  /** `check`: the output is not what the generator makes. `diff --fail-on`: there is such a change. */
  drift: 1,
  /** Bad arguments or a bad configuration. */
  usage: 2,
  /** Bad input, or the generator failed. */
  failure: 3,
} as const;

const USAGE_CODES = new Set(["missing-config", "bad-config", "bad-arguments", "foreign-files"]);

export function exitCode(error: unknown): number {
  // Commander has printed its own message, or the help that was asked for.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  if (error instanceof Interrupted) return error.exitCode;
  if (!(error instanceof UnfoldError)) return EXIT.failure;
  return USAGE_CODES.has(error.diagnostic.code) ? EXIT.usage : EXIT.failure;
}

/** Any error as a diagnostic; one that is not ours is a defect. */
export function diagnose(error: unknown): Diagnostic {
  if (error instanceof UnfoldError) return error.diagnostic;
  const message = error instanceof Error ? error.message : String(error);
  return {
    code: "internal",
    severity: "error",
    message: `Unfold failed: ${message}`,
    hint: "This is a defect of Unfold. Run again with --debug and report it.",
  };
}

/** Says what went wrong, on stderr; returns the exit code. */
export function reportError(error: unknown, debug: boolean): number {
  if (error instanceof Interrupted) process.stderr.write(`${error.message}\n`);
  else if (!(error instanceof CommanderError)) {
    process.stderr.write(`${format(diagnose(error))}\n`);
    if (debug && error instanceof Error) process.stderr.write(`${error.stack ?? ""}\n`);
  }
  return exitCode(error);
}
