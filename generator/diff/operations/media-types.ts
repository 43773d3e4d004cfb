import { type Change, change, type Spot } from "../rules/change.js";

/** Changes between what a caller may choose among, by media type. */
export function compareMediaTypes<T>(
  old: ReadonlyMap<string, T>,
  now: ReadonlyMap<string, T>,
  at: Spot,
  compare: (old: T, now: T, at: Spot) => Change[],
): Change[] {
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((mediaType) => {
    const was = old.get(mediaType);
    const is = now.get(mediaType);
    if (was === undefined) return [change("media-type-added", at, undefined, mediaType)];
    if (is === undefined) return [change("media-type-removed", at, mediaType)];
    return compare(was, is, at);
  });
}
