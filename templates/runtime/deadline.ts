import { onAbort } from "./on-abort.js";

/** The longest time that timers can count, in milliseconds: 24.8 days. */
const LONGEST = 0x7fffffff;

/**
 * Gives what `work` gives, or `late` when `ms` milliseconds are over before, and leaves neither timer nor
 * listener behind. The signal handed to `work` then aborts, but nothing depends on `work` to listen. Without `work`, it
 * is a pause.
 *
 * @throws what `work` throws; the caller's own reason as soon as the caller aborts
 */
export async function deadline<T, L>(
  ms: number,
  signal: AbortSignal | undefined,
  late: L,
  work?: (abort: AbortSignal) => Promise<T>,
): Promise<T | L> {
  signal?.throwIfAborted();
  const controller = new AbortController();
  let end = (): void => {};
  const ended = new Promise<L>((resolve, reject) => {
    end = () => {
      controller.abort(signal?.reason);
      if (signal?.aborted) reject(signal.reason);
      else resolve(late);
    };
  });
  const timer = setTimeout(end, Math.min(ms, LONGEST));
  if (work) unref(timer);
  const ignore = onAbort(signal, end);
  try {
    return await Promise.race([ended, work?.(controller.signal) ?? ended]);
  } finally {
    clearTimeout(timer);
    ignore();
  }
}

/** A deadline alone keeps no process alive. Outside of Node, timers are numbers. */
function unref(timer: number | { unref?(): void }): void {
  if (typeof timer === "object") timer.unref?.();
}
