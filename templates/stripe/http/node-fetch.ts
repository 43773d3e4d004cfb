import { mergeHeaders } from "../../runtime/send/headers.js";
import { streamedBody, type ByteStream } from "../../runtime/encode/stream.js";
import type { Fetch } from "../../runtime/send/transport.js";
import { partsOf } from "./parts.js";

/** An agent of `node:http`, `node:https`, or of a package that makes such ones, for proxies say. */
export interface HttpAgent {
  readonly maxSockets: number;
  destroy(): void;
}

interface Process {
  getBuiltinModule(id: string): Http | undefined;
}

/** What is used of `node:http` and `node:https`. */
interface Http {
  request(url: URL, options: object): Outgoing;
}

interface Outgoing {
  on(event: "error", listener: (error: Error) => void): Outgoing;
  on(event: "response", listener: (incoming: Incoming) => void): Outgoing;
  end(data: string | Uint8Array): void;
}

type Incoming = ByteStream & {
  readonly statusCode: number;
  readonly statusMessage: string;
  readonly headers: { readonly [name: string]: string };
  resume(): void;
};

/**
 * A `fetch` over `node:http` and `node:https`.
 *
 * @param agent - default: Node's own
 * @throws {TypeError} where there is no `node:http`, or the agent is not one
 */
export function nodeFetch(agent?: HttpAgent | null): Fetch {
  if (agent && !("addRequest" in agent)) throw new TypeError("httpAgent must be an agent of Node");
  nodeHttp("http");
  return async (input, init) => {
    const { url, data, ...options } = await partsOf(input, init);
    return new Promise((resolve, reject) => {
      nodeHttp(url.protocol.slice(0, -1))
        .request(url, { ...options, ...(agent && { agent }) })
        .on("error", reject)
        .on("response", (incoming) => resolve(toResponse(incoming)))
        .end(data);
    });
  };
}

/** Looked up when it is used, so that bundles for browsers have none, and tests may put theirs in its place. */
function nodeHttp(name: string): Http {
  try {
    // Not the free variable `process`: bundlers put a shim of their own in its place.
    const process: Process = Reflect.get(globalThis, "process");
    const found = process.getBuiltinModule(`node:${name}`);
    if (found) return found;
  } catch {
    // As if there were a process without it.
  }
  throw new TypeError(
    "httpAgent, createNodeHttpClient: there is no node:http here; use the option fetch",
  );
}

async function toResponse(incoming: Incoming): Promise<Response> {
  const { statusCode: status, statusMessage: statusText } = incoming;
  const headers = mergeHeaders(incoming.headers);
  const isEmpty = [204, 205, 304].includes(status);
  if (isEmpty) incoming.resume();
  const { body } = isEmpty ? { body: null } : await streamedBody(incoming);
  return new Response(body, { status, statusText, headers });
}
