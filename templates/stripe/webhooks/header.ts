/** The header `Stripe-Signature`: `t=1492774577,v1=5257a869…,v1=6ffbb59b…,v0=…`. */

/** The name of signatures in the header. */
export const EXPECTED_SCHEME = "v1";

/** Those of Stripe have a few hundred characters. What is longer than this is not looked through. */
const MAX_LENGTH = 65_536;

export type ParsedHeader = readonly [
  /** Unix seconds, as they were written: this is what is signed. Empty without exactly one of them. */
  timestamp: string,
  /** Several, while a secret is rolled. */
  signatures: readonly string[],
];

export function parseHeader(header: string): ParsedHeader {
  const items = header.slice(0, MAX_LENGTH).split(",");
  const values = (start: string) =>
    items.flatMap((item) => (item.startsWith(start) ? item.slice(start.length) : []));
  // A time in any other form might be signed as one number and compared as another.
  const [timestamp = ""] = /^(0|[1-9]\d{0,14})$/.exec(values("t=").join()) ?? [];
  return [timestamp, values(`${EXPECTED_SCHEME}=`)];
}

/** Compares in a time that depends on the length of `expected` alone. */
export function isSame(expected: string, signature: string): boolean {
  let difference = expected.length ^ signature.length;
  for (let at = 0; at < expected.length; at++)
    difference |= expected.charCodeAt(at) ^ signature.charCodeAt(at);
  return difference === 0;
}
