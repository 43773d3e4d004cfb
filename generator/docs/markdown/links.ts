/** Lists of links to the Markdown of other pages. */
import { codeSpan, plainWords } from "../../encode/markdown.js";
import type { Link, OperationLink } from "../places/index.js";
import { twin } from "./text.js";

export function linkList(links: readonly Link[], root: string): string {
  return links
    .map(({ text: name, file }) => `- [${plainWords(name)}](${root}${twin(file)})`)
    .join("\n");
}

export function operationList(operations: readonly OperationLink[], root: string): string {
  return operations
    .map(({ text: name, file, method, path, deprecated, summary }) => {
      const old = deprecated ? " (deprecated)" : "";
      const words = summary === undefined || summary === "" ? "" : `: ${plainWords(summary)}`;
      return `- [${plainWords(name)}](${root}${twin(file)}) ${codeSpan(`${method} ${path}`)}${old}${words}`;
    })
    .join("\n");
}
