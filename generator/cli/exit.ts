import { CommanderError } from "commander";
import { format, UnfoldError } from "../diagnostic.js";

/** Exit codes of every command. */
export const EXIT = {
  ok: 0,
  /** `check`: the output is not what the generator makes. */
  drift: 1,
  /** Bad arguments or a bad configuration. */
  usage: 2,
  /** Bad input, or the generator failed. */
  failure: 3,
} as const;

const USAGE_CODES = new Set(["missing-config", "bad-config", "bad-arguments"]);

/** Says what went wrong, on stderr; returns the exit code. */
export function reportError(error: unknown, debug: boolean): number {
  // Commander has printed its own message, or the help that was asked for.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  if (error instanceof UnfoldError) {
    process.stderr.write(`${format(error.diagnostic)}\n`);
    if (debug) process.stderr.write(`${error.stack ?? ""}\n`);
    return USAGE_CODES.has(error.diagnostic.code) ? EXIT.usage : EXIT.failure;
  }
  const message = error instanceof Error ? error.message : String(error);
  const detail = debug && error instanceof Error ? (error.stack ?? message) : message;
  process.stderr.write(`error: Unfold failed: ${detail} [internal]\n`);
  if (!debug)
    process.stderr.write("  This is a defect of Unfold. Run again with --debug and report it.\n");
  return EXIT.failure;
}
