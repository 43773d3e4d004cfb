/** The longest time that timers can count, in milliseconds: 24.8 days. */
const LONGEST = 0x7fffffff;

/** Time is over. */
export class Late extends Error {}

/**
 * Runs `work` until it settles, `timeout` milliseconds are over (0: never) or the caller aborts, whichever comes
 * first, and leaves neither timer nor listener behind. The signal handed to `work` aborts in the last two cases,
 * but nothing depends on `work` to listen.
 *
 * @throws {Late} when time is over; the caller's own reason when the caller aborts
 */
export async function deadline<T>(
  work: (signal: AbortSignal) => Promise<T>,
  timeout: number,
  signal: AbortSignal | undefined,
): Promise<T> {
  signal?.throwIfAborted();
  const controller = new AbortController();
  let end = (_reason: unknown): void => {};
  const ended = new Promise<never>((_, reject) => {
    end = (reason) => {
      reject(reason);
      controller.abort(reason);
    };
  });
  const onAbort = () => end(signal?.reason);
  const timer = setTimeout(
    () => end(new Late(`No answer within ${timeout} ms`)),
    Math.min(timeout || LONGEST, LONGEST),
  );
  unref(timer);
  signal?.addEventListener("abort", onAbort);
  try {
    return await Promise.race([work(controller.signal), ended]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", onAbort);
  }
}

/** Resolves after `ms` milliseconds, or rejects with the caller's own reason as soon as the caller aborts. */
export function wait(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", onAbort);
      resolve();
    }, ms);
    signal?.addEventListener("abort", onAbort, { once: true });
    if (signal?.aborted) onAbort();
  });
}

/** Node and Bun: a deadline alone keeps no process alive. Elsewhere timers are numbers. */
function unref(timer: number | { unref?(): void }): void {
  if (typeof timer === "object") timer.unref?.();
}
