import { encode, refusal, toText } from "./value.js";

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
    const value = params[name];
    const { encoded }: Partial<Styled> = Object(value);
    // A Date is no path value: the document says how it is written, or that it is text.
    const text =
      encoded ??
      encode(
        toText(value, name, () => NaN),
        name,
      );
    if (/^\.{0,2}$/.test(text)) throw refusal(name, `"${text}"`);
    return text;
  });
}
