import { createHash } from "node:crypto";

/** How long a {@link shortHash} is. */
export const HASH_DIGITS = 8;

/** Hexadecimal digits that tell texts apart in a name. */
export function shortHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, HASH_DIGITS);
}
