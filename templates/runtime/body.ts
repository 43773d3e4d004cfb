/** A body ready to be sent. */
export interface EncodedBody {
  readonly body: BodyInit;
  /** Absent: the platform finds it. */
  readonly contentType?: string;
  /** The body can be read only once, so the request cannot be sent again. */
  readonly once?: boolean;
}

/**
 * Encodes a request body. undefined: the caller gave none.
 *
 * @throws {TypeError} naming the parameter whose value cannot be sent
 */
export type BodyEncoder = (
  body: unknown,
) => EncodedBody | undefined | Promise<EncodedBody | undefined>;
