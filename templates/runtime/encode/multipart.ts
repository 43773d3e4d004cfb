import type { Chunk } from "../support/bytes.js";
import { type BodyEncoder, type Bytes, isBytes } from "./body.js";
import { encodeForm } from "./form.js";
import { type Encodings, type Field, fieldsOf, hasStyle, textOf } from "./form-body.js";
import { type ByteStream, chunksOf, isByteStream, streamedBody } from "./stream.js";
import { unique } from "../support/unique.js";
import { isoDate, memberOf, namedValues, toText, type WriteDate } from "./value.js";

/** A file to send: bytes, a Blob or File, a stream; or one of them with the name and media type it is to have. */
export type Upload = Content | NamedUpload;

type Content = Bytes | ByteStream;

export interface NamedUpload {
  readonly data: Content;
  /** Default: the File's own, or `blob`. */
  readonly name?: string | undefined;
  /** Default: the Blob's own, or `application/octet-stream`. */
  readonly type?: string | undefined;
}

/** `multipart/form-data` (RFC 7578) without Encoding Objects. */
export const multipart: BodyEncoder = (body, date) => multipartOf({})(body, date);

/** `multipart/form-data` with the document's Encoding Objects. */
export function multipartOf(encodings: Encodings): BodyEncoder {
  return (body, date = isoDate) =>
    body === undefined
      ? undefined
      : encode(fieldsOf(body, encodings).flatMap((field) => partsOf(field, date)));
}

/** `multipart/form-data` of an API whose values nest with brackets, there as in its other bodies. */
export const nestedMultipart: BodyEncoder = (body, date = isoDate) => {
  if (body === undefined) return undefined;
  const properties: [string, unknown][] = Object.entries(namedValues(body, "body"));
  return encode(
    properties.flatMap(([name, value]) => fileParts(name, value) ?? nestedParts(name, value, date)),
  );
};

/** With a stream among its parts the body is a stream itself, and else a Blob, whose parts are not copied. */
async function encode(parts: readonly Part[]) {
  const boundary = `unfold-${unique()}`;
  const contentType = `multipart/form-data; boundary=${boundary}`;
  const pieces = parts.flatMap(({ head, content }): (string | Content)[] => [
    `--${boundary}\r\n${head}\r\n\r\n`,
    content,
    "\r\n",
  ]);
  pieces.push(`--${boundary}--\r\n`);
  if (pieces.every(isAtHand)) return { body: blobOf(pieces), contentType };
  return { ...(await streamedBody(concat(pieces))), contentType };
}

interface Part {
  /** Header lines. */
  readonly head: string;
  readonly content: string | Content;
}

function partsOf(field: Field, date: WriteDate): readonly Part[] {
  const { name, value, encoding } = field;
  if (value === undefined) return [];
  const given = oneType(encoding.contentType);
  const files = fileParts(name, value, given);
  if (files) return files;
  if (hasStyle(encoding)) return nestedParts(name, value, date);
  const type = given ?? (encoding.json ? "application/json" : undefined);
  return [{ head: head(name, type), content: textOf(field, date) }];
}

/** undefined: the value is not a file. */
function fileParts(name: string, value: unknown, type?: string): readonly Part[] | undefined {
  const upload = toUpload(value, name);
  if (!upload) return undefined;
  const mediaType = type ?? upload.type ?? "application/octet-stream";
  return [{ head: head(name, mediaType, upload.name || "blob"), content: upload.data }];
}

/** The one encoder for nested values, undone: in a part, neither names nor values are percent-encoded. */
function nestedParts(name: string, value: unknown, date: WriteDate): readonly Part[] {
  const pairs = encodeForm({ [name]: value }, date).split("&");
  return pairs.filter(Boolean).map((pair) => {
    const [key = "", text = ""] = pair.split("=").map(decodeURIComponent);
    return { head: head(key), content: text };
  });
}

/** A media type that names one type: the document may also give a choice, or a range. */
function oneType(contentType: string | undefined): string | undefined {
  return contentType && /[,*]/.test(contentType) ? undefined : contentType;
}

function head(name: string, type?: string, fileName?: string): string {
  const file = fileName === undefined ? "" : `; filename="${quote(fileName)}"`;
  const disposition = `Content-Disposition: form-data; name="${quote(name)}"${file}`;
  return type === undefined
    ? disposition
    : `${disposition}\r\nContent-Type: ${type.replace(/[\r\n]+/g, " ")}`;
}

/** As browsers do it (HTML, section 4.10.21.8): nothing else in a name could end it. */
function quote(name: string): string {
  return name.replace(/[\r\n"]/g, encodeURIComponent);
}

function toUpload(value: unknown, key: string): NamedUpload | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (isContent(value)) return describe(value);
  const { data, name, type }: { readonly [N in keyof NamedUpload]?: unknown } = value;
  if (!isContent(data)) return undefined;
  const own = describe(data);
  const text = (given: unknown, member: string) =>
    given == null ? undefined : toText(given, memberOf(key, member), isoDate);
  return { data, name: text(name, "name") ?? own.name, type: text(type, "type") ?? own.type };
}

function describe(data: Content): NamedUpload {
  if (!(data instanceof Blob)) return { data };
  return {
    data,
    type: data.type || undefined,
    name: "name" in data ? String(data.name) : undefined,
  };
}

function isContent(value: unknown): value is Content {
  return isBytes(value) || isByteStream(value);
}

function isAtHand(piece: string | Content): piece is string | Bytes {
  return typeof piece === "string" || isBytes(piece);
}

/** A platform refuses shared memory itself; its types do so for every array of bytes. */
function blobOf(pieces: readonly (string | Bytes)[]): Blob {
  return new Blob(pieces as BlobPart[]);
}

async function* concat(
  pieces: readonly (string | Content)[],
): AsyncGenerator<Chunk, void, undefined> {
  for (const piece of pieces) yield* chunksOf(isAtHand(piece) ? blobOf([piece]).stream() : piece);
}
