/**
 * Code as text that is in prettier's form already: members between braces, on one line where they fit. For modules of
 * thousands of like lines, which take long to build, parse and format. What this room cannot be sure of
 * is left to prettier.
 */

/** Columns of a line. */
export const PRINT_WIDTH = 100;

/** A line; or a head, `customer: `, and what may stand on lines of its own behind it. */
export type Entry = string | Union | Generic | Braces;

export interface Union {
  readonly head: string;
  readonly union: readonly string[];
}

/** The head ends with the name of a type. Its arguments have no heads. */
export interface Generic {
  readonly head: string;
  readonly generic: readonly (Union | Generic)[];
}

export interface Braces {
  readonly head: string;
  readonly members: readonly Entry[];
  /** Behind the braces: `" | null"`. */
  readonly tail?: string;
  /** Whether the members stand on lines of their own, and what is around them as well. */
  readonly isBroken?: true;
}

/** A type with arguments, each of them a union: `Expand`, `["\"card\""]`, `["string"]`. */
export function generic(head: string, ...unions: readonly (readonly string[])[]): Generic {
  return { head, generic: unions.map((union) => ({ head: "", union })) };
}

/** `;` between the members of types, `,` between those of values. */
export type Separator = ";" | ",";

/** The lines of an entry, whose last one ends with `end`. */
export function layOut(
  entry: Entry,
  separator: Separator,
  end: string = separator,
  indent = "",
): string[] {
  const line = `${indent}${flat(entry, separator)}${end}`;
  if (line.length <= PRINT_WIDTH && !isBroken(entry)) return [line];
  if (typeof entry === "string") return separator === "," ? valueLines(entry, end, indent) : [line];
  if ("union" in entry) return isBreakable(entry) ? unionLines(entry, end, indent) : [line];
  if ("generic" in entry) return genericLines(entry, end, indent);
  return block(entry, separator, end, indent);
}

/** A long text stands below its key, unless that is too short for it to gain much. */
function valueLines(entry: string, end: string, indent: string): string[] {
  const [, key, text] = /^(\w+|"[^"\\]+"): ("[^"\\]*")$/.exec(entry) ?? [];
  if (key === undefined || text === undefined || isShortKey(key)) return [indent + entry + end];
  return [`${indent}${key}:`, `${indent}  ${text}${end}`];
}

/** Whether a line of its own for the value would gain little. */
export function isShortKey(key: string): boolean {
  return key.length < 5;
}

/** Members between braces, on lines of their own even where there is room: a declaration's. */
export function block(
  { head, members, tail = "" }: Braces,
  separator: Separator,
  end = "",
  indent = "",
): string[] {
  if (members.length === 0) return [`${indent}${head}{}${tail}${end}`];
  const inner = members.flatMap((member) => layOut(member, separator, separator, `${indent}  `));
  return [`${indent}${head}{`, ...inner, `${indent}}${tail}${end}`];
}

function isBroken(entry: Entry): boolean {
  if (typeof entry === "string" || !("members" in entry)) return false;
  return entry.isBroken === true || entry.members.some(isBroken);
}

function flat(entry: Entry, separator: Separator): string {
  if (typeof entry === "string") return entry;
  const { head } = entry;
  if ("union" in entry) return head + entry.union.join(" | ");
  if ("generic" in entry) {
    return `${head}<${entry.generic.map((argument) => flat(argument, separator)).join(", ")}>`;
  }
  const { tail = "" } = entry;
  const members = entry.members.map((member) => flat(member, separator));
  return members.length === 0
    ? `${head}{}${tail}`
    : `${head}{ ${members.join(`${separator} `)} }${tail}`;
}

/** A single type has no place to break, and `null` stays with the type it stands beside. */
function isBreakable({ union }: Union): boolean {
  return union.filter((member) => member !== "null").length > 1;
}

function unionLines({ head, union }: Union, end: string, indent: string): string[] {
  const line = `${indent}  ${union.join(" | ")}${end}`;
  if (line.length <= PRINT_WIDTH) return [`${indent}${head.trimEnd()}`, line];
  return [`${indent}${head.trimEnd()}`, ...memberLines(union, end, `${indent}  `)];
}

function genericLines({ head, generic }: Generic, end: string, indent: string): string[] {
  const inner = generic.flatMap((argument, at) =>
    argumentLines(argument, at === generic.length - 1 ? "" : ",", `${indent}  `),
  );
  return [`${indent}${head}<`, ...inner, `${indent}>${end}`];
}

function argumentLines(argument: Union | Generic, end: string, indent: string): string[] {
  const line = `${indent}${flat(argument, ";")}${end}`;
  if (line.length <= PRINT_WIDTH) return [line];
  if ("generic" in argument) return genericLines(argument, end, indent);
  return isBreakable(argument) ? memberLines(argument.union, end, indent) : [line];
}

function memberLines(union: readonly string[], end: string, indent: string): string[] {
  return union.map((each, at) => `${indent}| ${each}${at === union.length - 1 ? end : ""}`);
}

/** Whether no line of code is longer than a line is, unless it has no place to break. */
export function fits(block: string): boolean {
  return block.split("\n").every((line) => line.length <= PRINT_WIDTH || UNBREAKABLE.test(line));
}

/** A line of a comment; a reference to a namespace; a key, and a name or the type of a literal. */
const UNBREAKABLE =
  /^ *(?:\/\*\*| \*|export import |(?:"[^"]*"|[\w$]+)\??: (?:[\w$]+[;,]|"[^"]*";)$)/;
