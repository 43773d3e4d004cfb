/** Refusals that are not the client's fault, each with whose it is. */
const KNOWN: readonly (readonly [refused: RegExp, reason: string])[] = [];

/** Why a refusal is none of the client's; undefined where it may be. */
export function knownReason(refused: string): string | undefined {
  return KNOWN.find(([pattern]) => pattern.test(refused))?.[1];
}
