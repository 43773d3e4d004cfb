/** An impact as text, Markdown, or annotations of a GitHub workflow. */
import { commandData, commandProperty } from "../encode/github.js";
import { codeSpan, plainWords } from "../encode/markdown.js";
import type { Change } from "../diff/index.js";
import type { Impact, Place } from "./index.js";

export type ImpactFormat = "text" | "markdown" | "github";

/** Causes that a line has room for. */
const SHOWN = 3;

/** `2 lines stop compiling, 1 line uses what has changed`. */
export function summarizeImpact({ breaks, uses }: Impact): string {
  if (breaks.length + uses.length === 0) return "no line of the program is touched";
  return [
    ...(breaks.length === 0
      ? []
      : [`${lines(breaks.length)} ${s("stop", breaks.length)} compiling`]),
    ...(uses.length === 0
      ? []
      : [`${lines(uses.length)} ${s("use", uses.length)} what has changed`]),
  ].join(", ");
}

function lines(count: number): string {
  return count === 1 ? "1 line" : `${count} lines`;
}

function s(verb: string, count: number): string {
  return count === 1 ? `${verb}s` : verb;
}

export function formatImpact(impact: Impact, format: ImpactFormat): string {
  switch (format) {
    case "text":
      return text(impact);
    case "markdown":
      return markdown(impact);
    case "github":
      return annotations(impact);
  }
}

function text(impact: Impact): string {
  const told = (title: string, places: readonly Place[], more: (place: Place) => string[]) =>
    places.flatMap((place) => [`${title} ${at(place)}${error(place)}`, ...more(place)]);
  const because = (place: Place & { readonly causes?: readonly Change[] }): string[] =>
    causes(place.causes ?? []).map((cause) => `      because: ${cause}`);
  return [
    ...told("breaks", impact.breaks, because),
    ...told("uses  ", impact.uses, because),
    ...told("before", impact.before, () => []),
    ...told("fixed ", impact.fixed, () => []),
    `${summarizeImpact(impact)}${others(impact)}`,
  ].join("\n");
}

/** Errors that the change has nothing to do with. */
function others({ before }: Impact): string {
  return before.length === 0 ? "" : ` (${before.length} of its errors were there before)`;
}

function at({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}

function error({ code, message }: Place): string {
  return code === undefined ? "" : `  TS${code}: ${(message ?? "").split("\n")[0]}`;
}

function causes(changes: readonly Change[]): string[] {
  const shown = changes.slice(0, SHOWN).map(causeText);
  const more = changes.length - shown.length;
  return more > 0 ? [...shown, `and ${more} more`] : shown;
}

/** `Thing.kind: response enum value added: "c"` */
function causeText({ symbol, name = symbol, rule, before, after }: Change): string {
  const values = [before, after].filter((value) => value !== undefined).join(" → ");
  return `${name}: ${rule.replaceAll("-", " ")}${values === "" ? "" : `: ${values}`}`;
}

function markdown(impact: Impact): string {
  const table = (
    title: string,
    places: readonly (Place & { readonly causes: readonly Change[] })[],
  ) =>
    places.length === 0
      ? []
      : [
          `### ${title}`,
          "",
          "| where | what | because |",
          "| --- | --- | --- |",
          ...places.map(
            (place) =>
              `| ${code(at(place))} | ${plainWords(error(place))} | ${causes(place.causes).map(plainWords).join("<br>")} |`,
          ),
          "",
        ];
  return [
    ...table("Lines that stop compiling", impact.breaks),
    ...table("Lines that use what has changed", impact.uses),
    `${summarizeImpact(impact)}${others(impact)}.`,
  ].join("\n");
}

/** In a cell, also between backticks, a bar would begin the next one. */
function code(value: string): string {
  return codeSpan(value).replaceAll("|", "\\|");
}

/** Errors first: GitHub shows only some of each. */
function annotations({ breaks, uses }: Impact): string {
  return [
    ...breaks.map((place) => annotation("error", place, place.message ?? "", place.causes)),
    ...uses.map((place) => annotation("notice", place, "uses what has changed", place.causes)),
  ].join("\n");
}

function annotation(
  level: "error" | "notice",
  { file, line, column }: Place,
  what: string,
  changes: readonly Change[],
): string {
  const place = `file=${commandProperty(file)},line=${line},col=${column}`;
  const words = [what, ...causes(changes).map((cause) => `because: ${cause}`)].join("\n");
  return `::${level} ${place}::${commandData(words)}`;
}
