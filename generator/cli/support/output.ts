/** Where words for people go, and whether they may be coloured or moved about. */
import pc from "picocolors";
import { type Diagnostic, format } from "../../support/diagnostic.js";

export interface Verbosity {
  readonly quiet?: boolean;
  readonly json?: boolean;
}

/** Bold on a terminal, unless `NO_COLOR` is set; the text as it is in a file or a pipe. */
export function bold(text: string): string {
  return pc.createColors(pc.isColorSupported && process.stdout.isTTY).bold(text);
}

export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

export function complain(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Warnings, and notes unless only what is wrong is wanted. */
export function complainOf(told: readonly Diagnostic[], { quiet = false }: Verbosity): void {
  for (const one of told) if (!quiet || one.severity !== "note") complain(format(one));
}

/** Where no terminal shows progress, a long run says every so often what it is doing: milliseconds. */
const OFTEN = 10_000;

/** One line that is replaced as work goes on; in a file or a pipe, a line every ten seconds. */
export interface Progress {
  show(text: string): void;
  done(): void;
}

export function progress({ quiet = false, json = false }: Verbosity): Progress {
  const { stderr } = process;
  if (quiet || json) return { show: () => undefined, done: () => undefined };
  // A terminal that can do nothing cannot clear a line either.
  const isLine = stderr.isTTY && process.env["TERM"] !== "dumb";
  if (!isLine) return { show: atIntervals(), done: () => undefined };
  const clear = "\r\u001b[K";
  return {
    show: (text) => stderr.write(`${clear}${text.slice(0, (stderr.columns || 80) - 1)}`),
    done: () => stderr.write(clear),
  };
}

function atIntervals(): Progress["show"] {
  let last = performance.now();
  return (text) => {
    const now = performance.now();
    if (now - last < OFTEN) return;
    last = now;
    complain(text);
  };
}
