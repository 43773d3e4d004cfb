/** Plain data as TypeScript, in prettier's form: there are thousands of lines of it, all of them objects and lists. */
import { PRINT_WIDTH } from "./layout.js";
import { AS_CONST, isInheritedKey, objectKey, stringLiteral, templateLiteral } from "./encode.js";

/** Texts of several lines stay so. `before` and `after` are what stands on the same lines: `  name: ` and `,`. The indentation is that of `before`. */
export function literal(
  value: unknown,
  before: string,
  after: string,
  width = PRINT_WIDTH,
): string {
  const isBlock = typeof value === "string" && value.includes("\n");
  if (isBlock) return `${before}${templateLiteral(value)}${after}`;
  const line = `${before}${flat(value)}${after}`;
  if (line.length <= width && !line.includes("\n")) return line;
  const indent = `${/^ */.exec(before)?.[0] ?? ""}  `;
  const isObject = typeof value === "object" && value !== null;
  const end = isObject && hasInheritedKey(value) ? AS_CONST + after : after;
  if (before.endsWith(": ") && (!isObject || before.length + 1 > width)) {
    return `${before.trimEnd()}\n${literal(value, indent, after, width)}`;
  }
  if (!isObject) return line;
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  const lines = Array.isArray(value)
    ? value.map((item: unknown) => literal(item, indent, ",", width))
    : Object.entries(value).map(([key, inner]) =>
        literal(inner, `${indent}${objectKey(key)}: `, ",", width),
      );
  return [`${before}${open}`, ...lines, `${indent.slice(2)}${close}${end}`].join("\n");
}

function flat(value: unknown): string {
  if (typeof value === "string") {
    return value.includes("\n") ? templateLiteral(value) : stringLiteral(value);
  }
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(flat).join(", ")}]`;
  const entries = Object.entries(value).map(([key, inner]) => `${objectKey(key)}: ${flat(inner)}`);
  const suffix = hasInheritedKey(value) ? AS_CONST : "";
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }${suffix}`;
}

function hasInheritedKey(value: object): boolean {
  return !Array.isArray(value) && Object.keys(value).some(isInheritedKey);
}
