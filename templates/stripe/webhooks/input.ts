/** What callers may give, and what is made of it. */

/** A request body as it arrived: not parsed, not printed anew. */
export type Payload = string | ArrayBuffer | Uint8Array;

/** The value of the header `Stripe-Signature` as servers have it: text, bytes, or a list of one. */
export type SignatureHeader = string | Uint8Array | readonly string[];

/** Text, or the text of bytes in UTF-8; empty for anything else. */
export function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  try {
    // It alone knows for certain what bytes are, those of another realm included.
    return new TextDecoder().decode(value as Uint8Array);
  } catch {
    return "";
  }
}

/** @throws {TypeError} naming the argument */
export function numberOr(fallback: number, value: number | null | undefined, name: string): number {
  const number = value ?? fallback;
  if (!Number.isFinite(number) || number < 0)
    throw new TypeError(`${name} must be a finite number, 0 or more`);
  return number;
}

/** Why nothing can be signed or checked with these; undefined: it can. */
export function problemOf(text: string, secret: unknown): string | undefined {
  if (!text)
    return "The payload must be the raw request body, a string or bytes: neither empty nor parsed";
  if (typeof secret !== "string" || !secret.trim())
    return "The signing secret of the endpoint is missing";
  return undefined;
}
