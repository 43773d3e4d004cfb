/** What happens on the abort of one signal. */
class Listeners extends Set<() => void> {
  handleEvent(): void {
    for (const act of this) act();
  }
}

const bySignal = /* @__PURE__ */ new WeakMap<AbortSignal, Listeners>();

/**
 * Calls `act` when `signal` aborts, unless the function that this gives is called before. All calls that share a
 * signal share one listener: at the eleventh, Node warns of a leak.
 */
export function onAbort(signal: AbortSignal | undefined, act: () => void): () => void {
  if (!signal) return () => {};
  const listeners = bySignal.get(signal) ?? new Listeners();
  bySignal.set(signal, listeners.add(act));
  signal.addEventListener("abort", listeners);
  return () => {
    listeners.delete(act);
    if (!listeners.size) signal.removeEventListener("abort", listeners);
  };
}
