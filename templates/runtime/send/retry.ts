/** Longest `Retry-After` that is obeyed, in milliseconds. */
const PATIENCE = 60_000;

/**
 * Milliseconds to wait before the next attempt: between half and all of `min(0.5 · 2ⁿ, 5)` seconds after `retries`
 * retries, or what `Retry-After` asks for (seconds or a date, RFC 9110, section 10.2.3) where that is longer, up
 * to a minute.
 */
export function backoff(retries: number, headers?: Headers): number {
  const delay = (Math.min(500 * 2 ** retries, 5000) * (1 + Math.random())) / 2;
  const asked = headers?.get("retry-after") ?? "";
  const after = Number(asked) * 1000 || Date.parse(asked) - Date.now();
  return after > delay && after <= PATIENCE ? after : delay;
}
