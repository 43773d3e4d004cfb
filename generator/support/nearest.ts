import leven from "leven";

/** The key that is written most like another one; undefined where none is. */
export function nearest(wanted: string, keys: Iterable<string>): string | undefined {
  // Of a short key nearly every edit makes another one.
  const limit = wanted.length < 3 ? 0 : Math.max(2, Math.floor(wanted.length / 4));
  let best: string | undefined;
  let least = limit + 1;
  for (const key of keys) {
    if (Math.abs(key.length - wanted.length) >= least) continue;
    const distance = sameButForCase(key, wanted) ? 0 : leven(wanted, key, { maxDistance: least });
    if (distance < least) [best, least] = [key, distance];
  }
  return best;
}

function sameButForCase(a: string, b: string): boolean {
  return a.length === b.length && a.toLowerCase() === b.toLowerCase();
}
