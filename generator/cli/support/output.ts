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

/** One line that is replaced as work goes on; nothing where no terminal shows it. */
export interface Progress {
  show(text: string): void;
  done(): void;
}

export function progress({ quiet = false, json = false }: Verbosity): Progress {
  const { stderr } = process;
  if (quiet || json || !stderr.isTTY) return { show: () => undefined, done: () => undefined };
  const clear = "\r\u001b[K";
  return {
    show: (text) => stderr.write(`${clear}${text.slice(0, (stderr.columns || 80) - 1)}`),
    done: () => stderr.write(clear),
  };
}
