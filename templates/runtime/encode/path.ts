import { encode, refusal, tagOf, toText } from "./value.js";

/** A value that is written as it is, percent-encoded. */
export type PathValue = string | number | bigint | boolean;

export type PathParams = { readonly [name: string]: unknown };

/** Writes the value of a parameter in a style of OpenAPI, percent-encoded: see params.ts. */
export type PathStyle = (name: string, value: unknown) => string;

export type PathStyles = { readonly [name: string]: PathStyle };

/**
 * Puts values into an OpenAPI path template. Those that `styles` does not name must be primitives: what is encoded
 * already comes from `styles`, which emitted code gives, and never from a value, which may come from anywhere.
 *
 * A value may neither be missing or empty nor change which path is meant: URL parsers take `.` and `..` for steps
 * through the hierarchy, even when they arrive as data, and some servers leave out what follows a `;`.
 *
 * @throws {TypeError} naming the parameter
 */
export function expandPath(template: string, params: PathParams, styles: PathStyles = {}): string {
  // URL parsers take a backslash for a slash.
  return template.replace(/(?:\{.*?\}|[^/\\])+/g, (segment) => {
    let last: string | undefined;
    const text = segment.replace(/\{(.*?)\}/g, (_, name: string) => {
      const value = own(params, (last = name));
      const written = value == null ? "" : (own(styles, name) ?? primitive)(name, value);
      if (!written) throw refusal(name, '""');
      return written;
    });
    // They leave out tabs and line ends, and know an encoded dot.
    if (last !== undefined && /^(\.|%2e){1,2}(;|$)/i.test(text.replace(/[\t\n\r]/g, "")))
      throw refusal(last, `"${text}"`);
    return text;
  });
}

/** What is inherited, such as `constructor`, was not given. */
function own<T>(values: { readonly [name: string]: T }, name: string): T | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}

const primitive: PathStyle = (name, value) => {
  // A Date is none: the document says how it is written, or that it is text.
  if (typeof value === "object") throw refusal(name, tagOf(value));
  return encode(toText(value, name, Number), name);
};
