/** Text of code, taken apart at what stands between its parts. */

/**
 * `A<"b" | "c"> | D` at ` | ` → `A<"b" | "c">`, `D`: neither within texts nor within brackets of any kind. Undefined
 * where brackets do not match.
 */
export function splitCode(text: string, separator: " | " | ", "): readonly string[] | undefined {
  const parts = [""];
  let depth = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|=>| \| |, |[^]/g)) {
    depth += /^[([{<]$/.test(token) ? 1 : /^[)\]}>]$/.test(token) ? -1 : 0;
    if (depth < 0) return undefined;
    if (token === separator && depth === 0) parts.push("");
    else parts.push((parts.pop() ?? "") + token);
  }
  return depth === 0 ? parts : undefined;
}
