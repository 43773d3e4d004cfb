/** A text that nobody has used before: a UUID, or as random without one, on pages that are not a secure context. */
export function unique(): string {
  return crypto.randomUUID?.() ?? crypto.getRandomValues(new Uint32Array(4)).join("-");
}
