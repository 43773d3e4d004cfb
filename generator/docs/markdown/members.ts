/** Properties as lists in lists. */
import { codeSpan, plainWords } from "../../encode/markdown.js";
import type { Members, Property } from "../shapes/types.js";
import { type Base, shortDescription, typeCode } from "./text.js";

export function list(properties: readonly Property[], base: Base, indent = ""): string {
  return properties
    .map(({ name, type, required, deprecated, description: told, values, facts, children }) => {
      const notes = [
        required ? "required" : "",
        deprecated ? "deprecated" : "",
        ...facts.map(plainWords),
      ];
      const said = notes.filter((note) => note !== "").join("; ");
      const oneOf = values.length === 0 ? "" : ` One of ${values.map(codeSpan).join(", ")}.`;
      const line = `${indent}- ${codeSpan(name)} ${typeCode(type)}${said === "" ? "" : ` (${said})`}`;
      const text = shortDescription(told, base);
      const inner = membersText(children, base, `${indent}  `);
      return `${line}${text === "" ? "" : `: ${text}`}${oneOf}${inner === "" ? "" : `\n${inner}`}`;
    })
    .join("\n");
}

export function membersText(
  { properties, alternatives }: Members,
  base: Base,
  indent: string,
): string {
  const own = list(properties, base, indent);
  const others = alternatives.map(
    ({ label, properties: inner }) =>
      `${indent}- ${typeCode(label)}\n${list(inner, base, `${indent}  `)}`,
  );
  return [...(own === "" ? [] : [own]), ...others].join("\n");
}
