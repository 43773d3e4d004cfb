import { encode, toText } from "./value.js";

/** A value that is encoded already, in one of the styles of params.ts. */
export interface Styled {
  readonly encoded: string;
}

export type PathValue = string | number | bigint | boolean | Styled;

export type PathParams = { readonly [name: string]: PathValue };

/**
 * Puts values into an OpenAPI path template.
 *
 * A value may neither be empty nor change which path is meant: URL parsers take `.` and `..` for steps through the
 * hierarchy, even when they arrive as data.
 *
 * @throws {TypeError} naming the parameter
 */
export function expandPath(template: string, params: { readonly [name: string]: unknown }): string {
  return template.replace(/\{(.*?)\}/g, (_, name: string) => {
    const value = params[name] ?? "";
    const key = encodeURIComponent(name);
    // A Date is no path value: the document says how it is written, or that it is text.
    const text = isStyled(value)
      ? value.encoded
      : encode(
          toText(value, key, () => NaN),
          key,
        );
    if (/^\.{0,2}$/.test(text)) throw new TypeError(`${name}: "${text}" cannot stand in a path`);
    return text;
  });
}

function isStyled(value: unknown): value is Styled {
  return typeof value === "object" && value !== null && "encoded" in value;
}
