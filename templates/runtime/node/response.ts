import type { Incoming } from "../response/incoming.js";
import type { Chunk } from "../support/bytes.js";
import { builtin, type IncomingMessage, type Readable } from "./modules.js";

/** A response of `node:http`. It makes what a caller looks at, and nothing before. */
export class NodeResponse implements Incoming {
  readonly ok: boolean;
  readonly status: number;
  readonly statusText: string;
  bodyUsed = false;
  readonly #message: IncomingMessage;
  readonly #isEmpty: boolean;
  #headers: Headers | undefined;

  constructor(message: IncomingMessage, method: string) {
    this.#message = message;
    this.#isEmpty = method === "HEAD" || [204, 304].includes(message.statusCode);
    this.status = message.statusCode;
    this.statusText = message.statusMessage;
    this.ok = this.status >= 200 && this.status < 300;
  }

  get headers(): Headers {
    if (this.#headers) return this.#headers;
    const headers = new Headers();
    for (const [name, value = []] of Object.entries(this.#message.headers))
      for (const each of [value].flat()) headers.append(name, each);
    return (this.#headers = headers);
  }

  get body(): ReadableStream<Chunk> {
    const chunks = this.#read()[Symbol.asyncIterator]();
    return new ReadableStream({
      async pull(controller) {
        const { done, value } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      // Ends the connection: what is left of the body is nobody's.
      cancel: async () => this.#message.destroy(),
    });
  }

  async text(): Promise<string> {
    return new TextDecoder().decode(await this.#bytes());
  }

  async blob(): Promise<Blob> {
    return new Blob([await this.#bytes()], { type: this.headers.get("content-type") ?? "" });
  }

  async arrayBuffer(): Promise<ArrayBuffer> {
    const bytes = await this.#bytes();
    // A chunk may be part of more memory.
    return bytes.slice().buffer;
  }

  /** Once, and without its encoding (RFC 9110, section 8.4.1). */
  #read(): Readable {
    if (this.bodyUsed) throw new TypeError("The body has been read already");
    this.bodyUsed = true;
    const message = this.#message;
    const decoder = this.#isEmpty ? undefined : decoderOf(message);
    // An error of the one is one of the other.
    if (decoder) builtin("stream")?.pipeline(message, decoder, () => {});
    return decoder ?? message;
  }

  #bytes(): Promise<Chunk> {
    return new Promise((resolve, reject) => {
      const source = this.#read();
      const chunks: Chunk[] = [];
      let isOver = false;
      const fail = () => {
        if (!isOver) reject(source.errored ?? new Error("The connection was closed"));
        isOver = true;
      };
      if (source.destroyed) fail();
      source.on("data", (chunk) => chunks.push(chunk));
      source.on("error", fail);
      source.on("end", () => {
        isOver = true;
        resolve(concat(chunks));
      });
      // Without either: somebody has destroyed it.
      source.on("close", fail);
    });
  }
}

function decoderOf({ headers }: IncomingMessage): Readable | undefined {
  const zlib = builtin("zlib");
  switch (`${headers["content-encoding"]}`.toLowerCase()) {
    case "gzip":
    case "x-gzip":
      return zlib?.createGunzip();
    case "deflate":
      return zlib?.createInflate();
    case "br":
      return zlib?.createBrotliDecompress();
    default:
      return undefined;
  }
}

function concat(chunks: readonly Chunk[]): Chunk {
  const [first = new Uint8Array(), ...others] = chunks;
  if (!others.length) return first;
  const whole = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
