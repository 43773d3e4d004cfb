import { escapeInvisible } from "./invisible.js";

/** A place in a file that a person wrote. Lines and columns count from 1, columns in UTF-16 units. */
export interface Location {
  /** Path relative to the working directory with `/` between segments, or a URL. */
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  /** JSON Pointer (RFC 6901) inside `file`, without `#`; `""` is the whole document. */
  readonly pointer?: string;
}

/** A note proposes something: nothing is wrong, and `--strict` lets it be. */
export type Severity = "error" | "warning" | "note";

/** One thing that is wrong with the input: what, where, and what to do. */
export interface Diagnostic {
  /** Stable, kebab-case; machines may match on it. */
  readonly code: string;
  readonly severity: Severity;
  /** One sentence without a final stop. */
  readonly message: string;
  readonly location?: Location;
  /** What to do about it: one sentence. */
  readonly hint?: string;
}

/** A {@link Diagnostic} that stops the run. Its message is the diagnostic's, without the place. */
export class UnfoldError extends Error {
  override readonly name = "UnfoldError";
  readonly diagnostic: Diagnostic;

  constructor(diagnostic: Omit<Diagnostic, "severity">, options?: ErrorOptions) {
    super(diagnostic.message, options);
    this.diagnostic = { ...diagnostic, severity: "error" };
  }
}

/** Where warnings go while a document is read, each once. Under `--strict` the first one is thrown. */
export interface Reporter {
  warn(diagnostic: Omit<Diagnostic, "severity">): void;
  /** Never thrown. It stands among the warnings. */
  note(diagnostic: Omit<Diagnostic, "severity">): void;
  readonly warnings: readonly Diagnostic[];
}

/** A warning that is known and need not be told: by its code, and by the place in the document where it is meant. */
export interface Acknowledged {
  readonly code: string;
  /** JSON pointer, as messages have it after `#`. Default: any place. */
  readonly pointer?: string;
}

export function createReporter(
  strict: boolean,
  acknowledged: readonly Acknowledged[] = [],
): Reporter {
  const warnings: Diagnostic[] = [];
  const told = new Set<string>();
  const isKnown = (diagnostic: Omit<Diagnostic, "severity">): boolean =>
    acknowledged.some((one) => isMeant(one, diagnostic));
  const tell = (diagnostic: Diagnostic): void => {
    const text = format(diagnostic);
    if (told.has(text)) return;
    told.add(text);
    warnings.push(diagnostic);
  };
  return {
    warnings,
    warn(diagnostic) {
      if (isKnown(diagnostic)) return;
      if (strict) throw new UnfoldError(diagnostic);
      tell({ ...diagnostic, severity: "warning" });
    },
    note(diagnostic) {
      if (!isKnown(diagnostic)) tell({ ...diagnostic, severity: "note" });
    },
  };
}

function isMeant(
  { code, pointer }: Acknowledged,
  diagnostic: Omit<Diagnostic, "severity">,
): boolean {
  if (code !== diagnostic.code) return false;
  return pointer === undefined || pointer.replace(/^#/, "") === diagnostic.location?.pointer;
}

/** A diagnostic as plain text of one to three lines; text from the input cannot move the cursor. */
export function format(diagnostic: Diagnostic): string {
  const { code, severity, message, location, hint } = diagnostic;
  const lines = [`${severity}: ${message} [${code}]`];
  if (location !== undefined) lines.push(`  at ${formatLocation(location)}`);
  if (hint !== undefined) lines.push(`  ${hint}`);
  return lines.map((line) => escapeInvisible(line.replaceAll("\n", "\\u000a"))).join("\n");
}

/** `spec/api.yaml:12:3 #/paths/~1pets/get` */
export function formatLocation({ file, line, column, pointer }: Location): string {
  const place = line === undefined ? file : `${file}:${line}:${column ?? 1}`;
  return pointer === undefined ? place : `${place} #${pointer}`;
}
