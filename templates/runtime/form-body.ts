import type { BodyEncoder } from "./body.js";
import { type Style, styledPairs } from "./params.js";

/** How a property of a form or multipart body is written: the document's Encoding Object. */
export interface Encoding extends Style {
  readonly contentType?: string;
}

export type Encodings = { readonly [property: string]: Encoding };

/**
 * `application/x-www-form-urlencoded` as OpenAPI has it without a dialect: a property with a style is written like a
 * query parameter; else a list repeats its name, and an object is JSON.
 */
export function formOf(encodings: Encodings = {}): BodyEncoder {
  return (body) =>
    body === undefined
      ? undefined
      : {
          body: fieldsOf(body, encodings)
            .flatMap(({ name, value, encoding }) =>
              styledPairs({ [name]: value }, { [name]: encoding }),
            )
            .join("&"),
          contentType: "application/x-www-form-urlencoded",
        };
}

/** One value under one name. */
export interface Field {
  readonly name: string;
  readonly value: unknown;
  readonly encoding: Encoding;
}

/** The fields of a body: one for each property, or for each element of a list that has no style. */
export function fieldsOf(body: unknown, encodings: Encodings): readonly Field[] {
  const properties: [string, unknown][] = Object.entries(Object(body));
  return properties.flatMap(([name, value]) => {
    const encoding = encodings[name] ?? {};
    if (hasStyle(encoding)) return [{ name, value, encoding }];
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    return values.map((value) => ({
      name,
      value,
      encoding: {
        ...encoding,
        json: isPlain(value) || /\bjson\b/.test(encoding.contentType ?? ""),
      },
    }));
  });
}

/** A style is only meant when the document names one: it has no default here. */
export function hasStyle({ style, explode, allowReserved }: Encoding): boolean {
  return style !== undefined || explode !== undefined || allowReserved !== undefined;
}

function isPlain(value: unknown): boolean {
  return /\[object (Object|Array)\]/.test(Object.prototype.toString.call(value));
}
