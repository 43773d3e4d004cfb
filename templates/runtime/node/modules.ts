import type { Chunk } from "../support/bytes.js";

// Declared here, as far as they are used: programs need no types of Node.

/** An agent of `node:http`, `node:https`, or of a package that makes such ones: for proxies, certificates, sockets. */
export interface HttpAgent {
  readonly maxSockets: number;
  destroy(): void;
}

/** `node:http` and `node:https`. */
export interface Http {
  request(url: URL, options: object): ClientRequest;
  readonly Agent: new (options: object) => HttpAgent;
}

export interface Socket {
  readonly bytesRead: number;
}

export interface ClientRequest {
  readonly reusedSocket: boolean;
  on(event: "socket", listener: (socket: Socket) => void): void;
  on(event: "error", listener: (error: Error) => void): void;
  on(event: "response", listener: (message: IncomingMessage) => void): void;
  end(data?: string | Uint8Array): void;
  destroy(): void;
}

/** A stream of Node that is read. */
export interface Readable extends AsyncIterable<Chunk> {
  on(event: "data", listener: (chunk: Chunk) => void): void;
  on(event: "end" | "close", listener: () => void): void;
  on(event: "error", listener: (error: Error) => void): void;
  destroy(): void;
  readonly errored: Error | null;
  readonly destroyed: boolean;
}

export interface IncomingMessage extends Readable {
  readonly statusCode: number;
  readonly statusMessage: string;
  readonly headers: { readonly [name: string]: string | readonly string[] | undefined };
}

/** `node:zlib` and `node:stream`. */
interface Zlib {
  createGunzip(): Readable;
  createInflate(): Readable;
  createBrotliDecompress(): Readable;
}

interface Stream {
  pipeline(
    from: AsyncIterable<Chunk>,
    to: Readable | ClientRequest,
    done: (error?: Error) => void,
  ): void;
}

interface Modules {
  readonly http: Http;
  readonly https: Http;
  readonly stream: Stream;
  readonly zlib: Zlib;
}

interface Process {
  readonly versions?: { readonly [name: string]: string | undefined };
  getBuiltinModule?<N extends keyof Modules>(name: `node:${N}`): Modules[N] | undefined;
}

/** Not the free variable `process`: bundlers put a shim of their own in its place. */
function processOf(): Process | undefined {
  return Reflect.get(globalThis, "process");
}

/** A module of Node's own; undefined where there is none. Looked up when it is used: bundles for browsers have none. */
export function builtin<N extends keyof Modules>(name: N): Modules[N] | undefined {
  try {
    return processOf()?.getBuiltinModule?.(`node:${name}`);
  } catch {
    return undefined;
  }
}

/** Node itself, and not what has its modules beside a better `fetch`, nor a page. */
export function isNode(): boolean {
  const versions = processOf()?.versions;
  return (
    !!versions?.["node"] &&
    !versions["bun"] &&
    !versions["deno"] &&
    !("document" in globalThis) &&
    globalThis.navigator?.userAgent !== "Cloudflare-Workers"
  );
}
