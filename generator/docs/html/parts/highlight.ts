/** Code with classes for its colours. */
import highlighter from "highlight.js/lib/core";
import bash from "highlight.js/lib/languages/bash";
import typescript from "highlight.js/lib/languages/typescript";

highlighter.registerLanguage("bash", bash);
highlighter.registerLanguage("typescript", typescript);

/** More than anybody reads; it stays plain. */
const LONGEST = 20_000;

/** HTML in which every character of the code is escaped. */
export function highlight(code: string, language: "bash" | "json" | "typescript"): string {
  if (code.length > LONGEST) return escapeHtml(code);
  if (language === "json") return highlightJson(code);
  return code
    .split("\n\n")
    .map((part) => highlightPart(part, language))
    .join("\n\n");
}

/** What samples begin with is the same in all of them. */
const made = new Map<string, string>();

function highlightPart(code: string, language: "bash" | "typescript"): string {
  const known = made.get(code);
  if (known !== undefined) return known;
  const html = highlighter.highlight(code, { language, ignoreIllegals: true }).value;
  if (/^(?:import|const \w+ = (?:new|create))/.test(code)) made.set(code, html);
  return html;
}

/** A key with its colon, a text, a number or a word. */
const TOKEN = /("(?:[^"\\]|\\.)*")(\s*:)?|-?\d[\d.eE+-]*|\b(?:true|false|null)\b/g;

/** JSON has few kinds of token: the library takes a third of a whole build for it. */
function highlightJson(code: string): string {
  let html = "";
  let end = 0;
  for (const found of code.matchAll(TOKEN)) {
    const [whole, text, colon] = found;
    const kind =
      text === undefined
        ? /^[-\d]/.test(whole)
          ? "number"
          : "literal"
        : colon === undefined
          ? "string"
          : "attr";
    const token = text ?? whole;
    html += `${escapeHtml(code.slice(end, found.index))}<span class="hljs-${kind}">${escapeHtml(token)}</span>${colon ?? ""}`;
    end = found.index + whole.length;
  }
  return html + escapeHtml(code.slice(end));
}

export function escapeHtml(text: string): string {
  if (!/[&<>"']/.test(text)) return text;
  return text.replaceAll(/[&<>"']/g, (found) => `&#${found.charCodeAt(0)};`);
}
