/** The operations of a package as a list: where each is told of, or declared. */
import { createPlaces, type Group, type OperationLink } from "../../docs/places/index.js";
import { codeSpan, plainWords } from "../../encode/markdown.js";
import type { Model, Package } from "../../model/types/index.js";

export const OPERATIONS = "OPERATIONS.md";

/** Without descriptions, which some documents keep for themselves. */
export function operationsText(model: Model, { reference }: Package): string {
  const modules = new Map(model.operations.map(({ name, module }) => [name, module]));
  const target = ({ file, name }: OperationLink): string =>
    reference === undefined
      ? `src/operations/${modules.get(name) ?? "index"}.ts`
      : pageOf(reference, file);
  const { groups } = createPlaces(model);
  const told = `${plainWords(model.api.title)} ${plainWords(model.api.version)}`.trim();
  return `${[
    "# Operations",
    `${told}. Each operation with its request and its function, linked to ${
      reference === undefined ? "its declaration" : "its page in the reference"
    }.`,
    ...groups.flatMap((group) => groupText(group, target)),
  ].join("\n\n")}\n`;
}

function groupText(
  { text, sections }: Group,
  target: (operation: OperationLink) => string,
): string[] {
  const lists = sections.flatMap(({ title, operations }) => [
    ...(title === "" ? [] : [`### ${plainWords(`${text}.${title}`)}`]),
    operations.map((operation) => line(operation, target(operation))).join("\n"),
  ]);
  return [`## ${plainWords(text)}`, ...lists];
}

function line({ text, name, method, path, deprecated }: OperationLink, target: string): string {
  const own = text === name ? "" : `, ${codeSpan(name)}`;
  const old = deprecated ? " (deprecated)" : "";
  return `- [${plainWords(text)}](${target}): ${codeSpan(`${method} ${path}`)}${own}${old}`;
}

/** A page of the published reference; its address may end with a slash, or with a file. */
export function pageOf(reference: string, file: string): string {
  const base = /\/[^/]*\.html?$/i.test(reference) ? reference : `${reference.replace(/\/+$/, "")}/`;
  return new URL(file, base).href.replaceAll("(", "%28").replaceAll(")", "%29");
}
