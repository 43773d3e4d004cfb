/** The media type that a caller chooses for a body, where the document names ranges: `image/*`, `application/*+json`. */
import { type BodyEncoder, raw, type RawBody } from "../encode/body.js";
import { jsonAs } from "../encode/json.js";

/** A range as the type of what is in it: `` `image/${string}` ``. A media type is itself. */
type InRange<Range> = Range extends `${infer Start}*${infer End}`
  ? `${Start}${string}${InRange<End>}`
  : Range;

/** The media types that a body can have, by those that the document names. */
export type ContentTypes<Bodies> = InRange<keyof Bodies & string>;

/** A media type that can be sent: a range cannot. */
export type ContentType<Type> = Type extends `${string}*${string}` ? never : Type;

/** The body of a media type. Of a range of any content, JSON is a value, and everything else is sent as it is. */
export type BodyAs<Bodies, Type> = Type extends keyof Bodies
  ? Bodies[Type]
  : {
      [Range in keyof Bodies]: Type extends InRange<Range>
        ? Type extends `${string}/json` | `${string}+json`
          ? Bodies[Range]
          : RawBody
        : never;
    }[keyof Bodies];

/**
 * The encoder of the media type that the caller chooses: one of `encoders`, or one that is in a range. The encoder
 * throws a TypeError where a body is given, and no such type.
 *
 * @param ranges - the narrowest first
 */
export function encodeAs(
  contentType: string | undefined,
  encoders: { readonly [mediaType: string]: BodyEncoder | undefined },
  ranges: { readonly [range: string]: (contentType: string) => BodyEncoder },
): BodyEncoder | undefined {
  if (contentType && Object.hasOwn(encoders, contentType)) return encoders[contentType];
  const [type = ""] = String(contentType).toLowerCase().split(/ *;/);
  const isOne = /^[^\s*/]+\/[^\s*/]+$/.test(type);
  const range = Object.keys(ranges).find((each) => isOne && includes(each, type));
  const encode = contentType && ranges[range ?? ""];
  if (encode) return encode(contentType);
  const given =
    contentType === undefined ? "none is given" : `${JSON.stringify(contentType)} is not`;
  const allowed = [...Object.keys(encoders), ...Object.keys(ranges)].join(", ");
  return (body) => {
    if (body === undefined) return undefined;
    throw new TypeError(`contentType: must be a media type of ${allowed}; ${given}`);
  };
}

/** JSON where it is that, and else what is sent as it is. */
export function jsonOrRaw(contentType: string): BodyEncoder {
  return (/[/+]json *(?:;|$)/i.test(contentType) ? jsonAs : raw)(contentType);
}

function includes(range: string, type: string): boolean {
  const [start = "", end = ""] = range
    .toLowerCase()
    .split(/ *;/, 1)
    .join("")
    .split(/\*(?:\/\*)?/);
  return type.length > start.length + end.length && type.startsWith(start) && type.endsWith(end);
}
