/** Where an API is and who may call it, as Markdown. */
import { codeSpan, plainWords } from "../../encode/markdown.js";
import type { IndexPage, ServerText } from "../pages/index.js";
import { list } from "./members.js";
import { type Base, description, paragraphs, shortDescription } from "./text.js";

export function serversText(servers: readonly ServerText[], base: Base): string {
  if (servers.length === 0) return "";
  const lines = servers.map(({ url, description: words, variables }) => {
    const text = shortDescription(words, base);
    const inner = list(variables, base, "  ");
    return `- ${codeSpan(url)}${text === "" ? "" : `: ${text}`}${inner === "" ? "" : `\n${inner}`}`;
  });
  return paragraphs(["## Servers", lines.join("\n")]);
}

/** Alternatives, each of which is enough. */
export function requirementsText(requirements: readonly string[]): string {
  if (requirements.length === 0) return "";
  return paragraphs(["## Security", requirements.map((line) => `- ${codeSpan(line)}`).join("\n")]);
}

export function schemesText({ security }: IndexPage, base: Base): string {
  if (security.length === 0) return "";
  return paragraphs([
    "## Security",
    ...security.map(({ name, kind, description: told, flows }) =>
      paragraphs([
        `### ${plainWords(name)}`,
        plainWords(kind),
        description(told, base),
        flows
          .map(({ kind: flow, urls, scopes }) =>
            [
              `- ${plainWords(flow)}`,
              ...urls.map((url) => `  - ${codeSpan(url)}`),
              ...scopes.map(([scope, words]) => `  - ${codeSpan(scope)} ${plainWords(words)}`),
            ].join("\n"),
          )
          .join("\n"),
      ]),
    ),
  ]);
}
