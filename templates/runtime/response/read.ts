import type { Chunk } from "../support/bytes.js";
import { deadline } from "../support/deadline.js";
import type { Failure } from "./failure.js";
import { onAbort } from "../support/on-abort.js";

/** What a reader may need to know of the call whose response it reads. */
export interface Reading {
  /** Milliseconds that one attempt may take. */
  readonly timeout: number;
  readonly signal: AbortSignal | undefined;
  readonly error: (failure: Failure) => Error;
  /** The dialect's. */
  readonly objects: boolean | undefined;
}

/**
 * Reads the body of a 2xx response. Default: JSON. What it rejects with counts as a broken connection; a `SyntaxError` says
 * that the response cannot be read, and has its text as `cause`.
 */
export type Reader = (response: Response, reading: Reading) => unknown;

/** JSON. Status 204 says that there is none. */
export async function readJson(response: Response, { objects }: Reading): Promise<unknown> {
  const text = await response.text();
  if (response.status === 204 && !objects) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    if (!objects || (value === Object(value) && !Array.isArray(value))) return value;
  } catch {
    // As if it were no object.
  }
  throw new SyntaxError("The response is not the JSON that it should be", { cause: text });
}

export function text(response: Response): Promise<string> {
  return response.text();
}

export function blob(response: Response): Promise<Blob> {
  return response.blob();
}

/** Reads what comes, so that the connection can serve again, and gives nothing. */
export async function none(response: Response): Promise<void> {
  await response.arrayBuffer();
}

/**
 * Gives the body piece by piece, as it comes. `timeout` is for each piece then: how long a reader takes between
 * pieces is its own affair. The stream fails like a call: with the dialect's error, or the caller's own reason.
 */
export function stream(
  { body }: Response,
  { timeout, signal, error }: Reading,
): ReadableStream<Chunk> {
  const reader = body?.getReader();
  let ignore = (): void => {};
  const finish = (reason?: unknown): Promise<void> | undefined => {
    ignore();
    return reader?.cancel(reason).catch(() => {});
  };
  const next = async (): Promise<ReadableStreamReadResult<Chunk> | Failure> => {
    try {
      return (await reader?.read()) ?? { done: true, value: undefined };
    } catch (cause) {
      return { cause };
    }
  };

  return new ReadableStream({
    start(controller) {
      ignore = onAbort(signal, () => {
        controller.error(signal?.reason);
        void finish(signal?.reason);
      });
    },
    async pull(controller) {
      const piece = await deadline(timeout, undefined, { timeout }, next);
      if (!("done" in piece)) {
        controller.error(error(piece));
        void finish();
      } else if (piece.done) {
        controller.close();
        void finish();
      } else {
        controller.enqueue(piece.value);
      }
    },
    cancel: finish,
  });
}
