import type { FetchBody } from "../support/bytes.js";
import { type ByteStream, isByteStream, streamedBody } from "./stream.js";
import { refusal, type WriteDate } from "./value.js";

/** A body ready to be sent. */
export interface EncodedBody {
  readonly body: FetchBody;
  /** Absent: the platform finds it. */
  readonly contentType?: string;
  /**
   * There when the body can be read only once, so that the request cannot be sent again. Lets go of what it is read
   * from: fetch goes on reading after an abort.
   */
  readonly release?: () => unknown;
}

/**
 * Encodes a request body; undefined: the caller gave none. `date`: the dialect's.
 *
 * @throws {TypeError} naming the value that cannot be sent
 */
export type BodyEncoder = (
  body: unknown,
  date?: WriteDate,
) => EncodedBody | undefined | Promise<EncodedBody | undefined>;

/** Bytes at hand. A platform that cannot send shared memory refuses it itself. */
export type Bytes = Blob | ArrayBuffer | ArrayBufferView;

/** The same, as the platform's types have them. */
type PlatformBytes = Blob | ArrayBuffer | (ArrayBufferView & { readonly buffer: ArrayBuffer });

/** A body without an encoding: text, bytes, or a stream of bytes. */
export type RawBody = string | Bytes | ByteStream;

/** Sends a body as it is, under a media type such as `application/octet-stream`. */
export function raw(contentType: string): BodyEncoder {
  return async (body) => {
    if (body === undefined) return undefined;
    if (typeof body === "string" || isBytes(body)) return { body, contentType };
    if (isByteStream(body)) return { ...(await streamedBody(body)), contentType };
    throw refusal("body", `what is of type ${typeof body}`);
  };
}

export function isBytes(value: unknown): value is PlatformBytes {
  return value instanceof Blob || ArrayBuffer.isView(value) || isBuffer(value);
}

/** Of whatever realm, but not what only calls itself one. */
function isBuffer(value: unknown): value is ArrayBuffer {
  try {
    return !!ArrayBuffer.prototype.slice.call(value as ArrayBuffer, 0, 0);
  } catch {
    return false;
  }
}
