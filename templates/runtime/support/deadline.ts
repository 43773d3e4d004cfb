/** What ends when which signal aborts. */
const running = /* @__PURE__ */ new Map<() => void, AbortSignal>();

/** One listener for all that shares a signal: with one for each, Node warns of a leak at the eleventh. */
function onAbort(): void {
  for (const [end, signal] of running) if (signal.aborted) end();
}

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
  let finish = (): void => {};
  try {
    return await new Promise<T | L>((resolve, reject) => {
      const end = () => {
        controller.abort();
        if (signal?.aborted) reject(signal.reason);
        else resolve(late);
      };
      // Twelve days are as good as no limit. Timers cannot count to twenty-five.
      const timer = setTimeout(end, Math.min(ms, 1e9));
      finish = () => {
        clearTimeout(timer);
        running.delete(end);
        if (signal && ![...running.values()].includes(signal))
          signal.removeEventListener("abort", onAbort);
      };
      if (signal) running.set(end, signal);
      signal?.addEventListener("abort", onAbort);
      if (!work) return;
      unref(timer);
      work(controller.signal).then(resolve, reject);
    });
  } finally {
    finish();
  }
}

/** A deadline alone keeps no process alive. Outside of Node, timers are numbers. */
function unref(timer: number | { unref?(): void }): void {
  if (typeof timer === "object") timer.unref?.();
}
