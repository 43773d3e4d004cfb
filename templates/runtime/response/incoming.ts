import type { Chunk } from "../support/bytes.js";

/** As much of a `Response` as is read: the platform's own is one. */
export interface Incoming {
  readonly ok: boolean;
  readonly status: number;
  readonly statusText: string;
  readonly headers: Headers;
  readonly body: ReadableStream<Chunk> | null;
  readonly bodyUsed: boolean;
  text(): Promise<string>;
  blob(): Promise<Blob>;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** As the platform has it, for whoever looks for one. */
export function toResponse(incoming: Incoming): Response {
  if (incoming instanceof Response) return incoming;
  const { status, statusText, headers, body } = incoming;
  // A status that has none (Fetch, section 2.2.3) refuses one.
  return new Response(/204|205|304/.test(`${status}`) ? null : body, {
    status,
    statusText,
    headers,
  });
}
