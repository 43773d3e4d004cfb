/** Text in Markdown (CommonMark 0.31 and GitHub's tables), where nothing of it may become markup that it is not. */

/** Inline code around text that may hold backticks ("Code spans"). */
export function codeSpan(text: string): string {
  const line = text.replaceAll(/\s+/g, " ");
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = /^`|`$|^\s+$/.test(line) || line === "" ? " " : "";
  return `${fence}${pad}${line}${pad}${fence}`;
}

/** A block of code with a fence that nothing in it closes ("Fenced code blocks"). */
export function codeBlock(text: string, language: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${text.replace(/\n$/, "")}\n${fence}`;
}

/** Words on one line, wherever in a paragraph: a list, a heading or an entity begins nowhere in them. */
export function plainWords(text: string): string {
  return text
    .replaceAll(/\s+/g, " ")
    .trim()
    .replaceAll(/[\\`*_{}[\]<>#|!&~]/g, "\\$&")
    .replace(/^([+-]|\d+(?=[.)]))/, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`));
}
