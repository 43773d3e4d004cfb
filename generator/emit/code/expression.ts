/**
 * Expressions of emitted code in prettier's form: objects, calls, texts and names, by prettier's own printer. What is
 * something else stays on its line, and goes to prettier where it has no room there.
 */
import { type Doc, doc } from "prettier";
import { isShortKey, PRINT_WIDTH } from "./layout.js";
import { splitCode } from "./split.js";

const { group, ifBreak, indent, indentIfBreak, join, line, softline } = doc.builders;

type Expression =
  | { readonly kind: "object"; readonly fields: readonly Field[] }
  | { readonly kind: "call"; readonly callee: string; readonly given: readonly Expression[] }
  | { readonly kind: "text" | "name" | "other"; readonly text: string };

/** Without a value: `{ params }`. */
interface Field {
  readonly key: string;
  readonly value?: Expression;
}

/** Lines behind an indent of so many columns; undefined where prettier might write others. */
export function expressionLines(text: string, columns: number): readonly string[] | undefined {
  const options = { printWidth: PRINT_WIDTH - columns, tabWidth: 2 };
  const { formatted } = doc.printer.printDocToString(docOf(read(text)), options);
  const lines = formatted.split("\n");
  return lines.every((each) => each.length <= options.printWidth || isEndless(each))
    ? lines
    : undefined;
}

/** Whether there is no place to break: a text alone, or behind a key that is not worth a line. */
export function isEndless(line: string): boolean {
  const [whole, key = ""] = /^ *(?:([\w$"]+): )?"[^"\\]*",?$/.exec(line) ?? [];
  return whole !== undefined && isShortKey(key);
}

function read(text: string): Expression {
  if (/^"(?:[^"\\]|\\.)*"$/.test(text)) return { kind: "text", text };
  if (/^[\w$]+(?:\??\.[\w$]+)*$/.test(text)) return { kind: "name", text };
  const [, callee, inner] = /^([\w$]*)[({](.*)[)}]$/s.exec(text) ?? [];
  const parts = inner === undefined ? undefined : splitCode(inner, ", ");
  if (callee === undefined || parts === undefined) return { kind: "other", text };
  const filled = parts.map((part) => part.trim()).filter((part) => part !== "");
  if (text.startsWith("{")) return { kind: "object", fields: filled.map(field) };
  const given = filled.map(read);
  const isCall = callee !== "" && text.at(callee.length) === "(" && isOwnForm(given);
  return isCall ? { kind: "call", callee, given } : { kind: "other", text };
}

/** Whether all arguments break together, or the only one is an object. */
function isOwnForm(given: readonly Expression[]): boolean {
  if (given.length === 1 && given[0]?.kind === "object") return true;
  return given.every(({ kind }) => kind === "text" || kind === "name");
}

function field(text: string): Field {
  const [, key, value] = /^([\w$]+|"(?:[^"\\]|\\.)*"): (.*)$/s.exec(text) ?? [];
  return key === undefined || value === undefined ? { key: text } : { key, value: read(value) };
}

function docOf(expression: Expression): Doc {
  switch (expression.kind) {
    case "object": {
      const fields = expression.fields.map(fieldDoc);
      if (fields.length === 0) return "{}";
      return group(["{", indent([line, join([",", line], fields)]), ifBreak(","), line, "}"]);
    }
    case "call": {
      const { callee, given } = expression;
      const [only] = given;
      if (only === undefined) return `${callee}()`;
      if (given.length === 1 && only.kind === "object") return [callee, "(", docOf(only), ")"];
      const list = join([",", line], given.map(docOf));
      return group([callee, "(", indent([softline, list]), ifBreak(","), softline, ")"]);
    }
    case "text":
    case "name":
    case "other":
      return expression.text;
  }
}

function fieldDoc({ key, value }: Field): Doc {
  if (value === undefined) return key;
  if (value.kind === "text") {
    return isShortKey(key)
      ? [key, ": ", value.text]
      : [key, ":", group(indent([line, value.text]))];
  }
  const behind = Symbol("behind the colon");
  return [
    key,
    ":",
    group(indent(line), { id: behind }),
    indentIfBreak(docOf(value), { groupId: behind }),
  ];
}
