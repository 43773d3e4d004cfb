/** A path or query value that is encoded already, by one of the styles in params.ts. */
export interface Styled {
  readonly encoded: string;
}

export type PathValue = string | number | bigint | boolean | Styled;

export type PathParams = { readonly [name: string]: PathValue };

/**
 * Puts values into an OpenAPI path template.
 *
 * A value may neither be empty nor change which path is meant: URL parsers take `.` and `..` for steps
 * through the hierarchy, even when they arrive as data.
 *
 * @throws {TypeError} naming the parameter
 */
export function expandPath(template: string, params: PathParams = {}): string {
  return template.replace(/[^/]*\{[^/]*/g, (segment) => {
    const text = segment.replace(/\{([^}]*)\}/g, (_, name: string) => encode(name, params[name]));
    if (/^\.\.?$/.test(text)) throw new TypeError(`${segment}: "${text}" cannot stand in a path`);
    return text;
  });
}

function encode(name: string, value: PathValue | null | undefined): string {
  if (value == null || value === "") throw new TypeError(`${name}: a path parameter is missing`);
  return typeof value === "object" ? value.encoded : encodeURIComponent(String(value));
}
