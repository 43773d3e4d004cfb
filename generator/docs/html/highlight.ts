/** Code with classes for its colours. */
import highlighter from "highlight.js/lib/core";
import bash from "highlight.js/lib/languages/bash";
import json from "highlight.js/lib/languages/json";
import typescript from "highlight.js/lib/languages/typescript";

highlighter.registerLanguage("bash", bash);
highlighter.registerLanguage("json", json);
highlighter.registerLanguage("typescript", typescript);

/** More than anybody reads; it stays plain. */
const LONGEST = 20_000;

/** HTML in which every character of the code is escaped. */
export function highlight(code: string, language: "bash" | "json" | "typescript"): string {
  if (code.length > LONGEST) return escapeHtml(code);
  return highlighter.highlight(code, { language, ignoreIllegals: true }).value;
}

export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (found) => `&#${found.charCodeAt(0)};`);
}
