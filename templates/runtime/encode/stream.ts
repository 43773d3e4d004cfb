import type { Chunk } from "../support/bytes.js";
import type { EncodedBody } from "./body.js";

/** A web stream, a stream of Node, a generator: whatever gives bytes piece by piece. */
export type ByteStream = ReadableStream<Chunk> | AsyncIterable<Chunk>;

export function isByteStream(value: unknown): value is ByteStream {
  return (
    typeof value === "object" &&
    value !== null &&
    ("getReader" in value || Symbol.asyncIterator in value)
  );
}

/** The pieces of a stream. Not every platform can iterate over its own streams. */
export async function* chunksOf(stream: ByteStream): AsyncGenerator<Chunk, void, undefined> {
  if (!("getReader" in stream)) {
    yield* stream;
    return;
  }
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel();
  }
}

/**
 * A body that is sent while it is read, and so only once. Where the platform cannot do that, it is read first and
 * sent then.
 */
export async function streamedBody(
  stream: ByteStream,
): Promise<Pick<EncodedBody, "body" | "release">> {
  const chunks = chunksOf(stream);
  if (canStream())
    return { body: toReadable(chunks), release: () => chunks.return().catch(() => {}) };
  const parts: BlobPart[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return { body: new Blob(parts) };
}

function toReadable(chunks: AsyncGenerator<Chunk, void, undefined>): ReadableStream<Chunk> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await chunks.return();
    },
  });
}

/** A platform that cannot send streams does not ask for `duplex`, and takes the stream for text. */
function canStream(): boolean {
  let asked = false;
  const init = {
    method: "POST",
    body: new ReadableStream(),
    get duplex() {
      asked = true;
      return "half";
    },
  };
  const takenForText = new Request("http://localhost", init).headers.has("content-type");
  return asked && !takenForText;
}
