import { encodeForm } from "./form.js";
import { encodeJson } from "./json.js";
import type { PathStyle } from "./path.js";
import { exploded, flat, named, styledValue, type Write } from "./style.js";
import { isoDate, namedValues, percentEncode, refusal } from "./value.js";

// The styles of OpenAPI 3.1.1, section 4.8.12.3, for the values that are not the dialect's own.

/** @throws {TypeError} naming the parameter whose value cannot be sent */
export type QuerySerializer = (query: object) => string;

/** Path, style `simple`: `a,b`, `R,100,G,200`; exploded `R=100,G=200`. */
export function simple(explode = false): PathStyle {
  return (name, value) => pieces(name, value, explode).join(",");
}

/** Path, style `label`: `.a,b`, `.R,100,G,200`; exploded `.a.b`, `.R=100.G=200`. */
export function label(explode = false): PathStyle {
  return (name, value) => `.${pieces(name, value, explode).join(explode ? "." : ",")}`;
}

/** Path, style `matrix`: `;id=a,b`, `;id=R,100,G,200`; exploded `;id=a;id=b`, `;R=100;G=200`. */
export function matrix(explode = false): PathStyle {
  return (name, value) => {
    const key = percentEncode(name, name);
    const all = explode
      ? named(key, styledValue(value, name, percentEncode))
      : [`${key}=${pieces(name, value).join(",")}`];
    // An empty value goes without the equals sign.
    return all.map((piece) => `;${piece}`.replace(/=$/, "")).join("");
  };
}

/** Path, `content: application/json`. */
export const jsonPath: PathStyle = (name, value) => percentEncode(encodeJson(value, name), name);

function pieces(name: string, value: unknown, explode = false): readonly string[] {
  const shape = styledValue(value, name, percentEncode);
  return explode ? exploded(shape) : flat(shape);
}

/**
 * Header, style `simple`. Nothing is percent-encoded.
 *
 * @throws {TypeError} naming the parameter, also for text that no header can hold
 */
export function header(name: string, value: unknown, explode = false): string | undefined {
  if (value === undefined) return undefined;
  const shape = styledValue(value, name, headerText);
  return (explode ? exploded(shape) : flat(shape)).join(",");
}

/** Header, `content: application/json`. */
export function jsonValue(name: string, value: unknown): string | undefined {
  return value === undefined ? undefined : headerText(encodeJson(value, name), name);
}

/** What `fetch` says of text that it refuses names no parameter. */
function headerText(text: string, key: string): string {
  if (/[^\t -~\x80-\xff]/.test(text)) throw refusal(key, "text that no header can hold");
  return text;
}

/** How a parameter of a query or cookie is written where it is not `form` with `explode`. */
export interface Style {
  readonly style?: "form" | "spaceDelimited" | "pipeDelimited" | "deepObject";
  /** Default: true for `form`, else false. */
  readonly explode?: boolean;
  /** Reserved characters stay, except `&`, `+`, `#`, `[` and `]`: those would not arrive as what they are. */
  readonly allowReserved?: boolean;
  /** The parameter has `content: application/json`. */
  readonly json?: boolean;
}

export type Styles = { readonly [name: string]: Style };

/** Writes a query whose parameters have styles of their own; those without one are `form` with `explode`. */
export function styled(styles: Styles): QuerySerializer {
  return (query) => styledPairs(query, styles).join("&");
}

/** Cookies, style `form`: the value of the header `Cookie`, undefined when there are none. */
export function cookies(values: object, styles: Styles = {}): string | undefined {
  return styledPairs(namedValues(values, "cookie"), styles).join("; ") || undefined;
}

/** `name=value` for each of the values that is neither undefined nor null. */
export function styledPairs(values: object, styles: Styles): readonly string[] {
  const entries: [string, unknown][] = Object.entries(values);
  return entries.flatMap(([name, value]) =>
    value == null ? [] : pairsOf(name, value, styles[name] ?? {}),
  );
}

function pairsOf(name: string, value: unknown, style: Style): readonly string[] {
  const key = percentEncode(name, name);
  if (style.json) return [`${key}=${percentEncode(encodeJson(value, name), name)}`];
  const write = style.allowReserved ? encodeUnreserved : percentEncode;
  switch (style.style ?? "form") {
    case "form":
      return style.explode === false
        ? joined(name, value, ",", write)
        : named(key, styledValue(value, name, write));
    case "spaceDelimited":
      return style.explode
        ? named(key, styledValue(value, name, write))
        : joined(name, value, "%20", write);
    case "pipeDelimited":
      return style.explode
        ? named(key, styledValue(value, name, write))
        : joined(name, value, "%7C", write);
    case "deepObject":
      return [encodeForm({ [name]: value }, isoDate).replace(/[[\]]/g, encodeURIComponent)];
  }
}

function joined(name: string, value: unknown, delimiter: string, write: Write): readonly string[] {
  const texts = flat(styledValue(value, name, write));
  return texts.length > 0 ? [`${percentEncode(name, name)}=${texts.join(delimiter)}`] : [];
}

/** What `allowReserved` leaves: `:/?@!$'()*,;=`. */
function encodeUnreserved(text: string, key: string): string {
  return percentEncode(text, key).replace(
    /%(?:3A|2F|3F|40|21|24|27|28|29|2A|2C|3B|3D)/g,
    decodeURIComponent,
  );
}
