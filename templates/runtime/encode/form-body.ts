import type { BodyEncoder } from "./body.js";
import { encodeJson } from "./json.js";
import { type Style, styledPairs } from "./params.js";
import {
  hasMembers,
  isoDate,
  namedValues,
  percentEncode,
  toText,
  type WriteDate,
} from "./value.js";

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
          body: fieldsOf(body, encodings).flatMap(pairsOf).join("&"),
          contentType: "application/x-www-form-urlencoded",
        };
}

function pairsOf(field: Field): readonly string[] {
  const { name, key, value, encoding } = field;
  if (hasStyle(encoding)) return styledPairs({ [name]: value }, { [name]: encoding });
  if (value == null) return [];
  return [`${percentEncode(name, key)}=${percentEncode(textOf(field, isoDate), key)}`];
}

/** One value under one name. */
export interface Field {
  readonly name: string;
  /** Where the value stands, for errors: `tags[0]`. */
  readonly key: string;
  readonly value: unknown;
  readonly encoding: Encoding;
}

/** The fields of a body: one for each property, or for each element of a list that has no style. */
export function fieldsOf(body: unknown, encodings: Encodings): readonly Field[] {
  const properties: [string, unknown][] = Object.entries(namedValues(body, "body"));
  return properties.flatMap(([name, value]) => {
    const encoding = encodings[name] ?? {};
    if (hasStyle(encoding)) return [{ name, key: name, value, encoding }];
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    return values.map((each, index) => ({
      name,
      key: Array.isArray(value) ? `${name}[${index}]` : name,
      value: each,
      encoding: {
        ...encoding,
        json: hasMembers(each) || /\bjson\b/.test(encoding.contentType ?? ""),
      },
    }));
  });
}

/** A value that has no style, as text. */
export function textOf({ key, value, encoding }: Field, date: WriteDate): string {
  return encoding.json ? encodeJson(value, key) : toText(value, key, date);
}

/** A style is only meant when the document names one: it has no default here. */
export function hasStyle({ style, explode, allowReserved }: Encoding): boolean {
  return style !== undefined || explode !== undefined || allowReserved !== undefined;
}
