import type { Chunk } from "../support/bytes.js";
import { type Reading, stream } from "./read.js";
import { chunksOf } from "../encode/stream.js";

/** What makes items of a response's text, as it comes. */
export type Parse<T> = (texts: AsyncIterable<string>) => AsyncGenerator<T, void, undefined>;

/** A response item by item. It can be read once; who stops early closes the connection. */
export function items<T>(response: Response, reading: Reading, parse: Parse<T>): AsyncIterable<T> {
  const bytes = stream(response, reading);
  return { [Symbol.asyncIterator]: () => parse(decode(chunksOf(bytes))) };
}

/** UTF-8, whose characters may be cut by the end of a chunk; without a byte order mark. */
async function* decode(chunks: AsyncIterable<Chunk>): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder();
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/** JSON Lines: a value a line. Empty lines are none. */
export function lines(response: Response, reading: Reading): AsyncIterable<unknown> {
  return items(response, reading, (texts) => records(texts, "\n", response, reading));
}

/** JSON text sequences (RFC 7464): each value after a record separator. */
export function sequence(response: Response, reading: Reading): AsyncIterable<unknown> {
  return items(response, reading, (texts) => records(texts, "\x1e", response, reading));
}

async function* records(
  texts: AsyncIterable<string>,
  separator: string,
  response: Response,
  reading: Reading,
): AsyncGenerator<unknown, void, undefined> {
  let rest: string[] = [];
  for await (const text of texts) {
    const [first = "", ...more] = text.split(separator);
    rest.push(first);
    for (const next of more) {
      const record = rest.join("");
      rest = [next];
      if (record.trim()) yield parseItem(record, response, reading);
    }
  }
  const record = rest.join("");
  if (record.trim()) yield parseItem(record, response, reading);
}

/** @throws the dialect's error for a response that cannot be read */
export function parseItem(text: string, response: Response, { error }: Reading): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw error({ response, body: text });
  }
}
