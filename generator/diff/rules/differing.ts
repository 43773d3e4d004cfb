/** Texts cut so that what differs is seen. */

type Text = string | undefined;

/** In UTF-16 units. */
const LONGEST = 160;
/** What is shown of the equal text before the difference. */
const LEAD = 40;

/** Both as they are where they are short; else from a little before where they begin to differ. */
export function differing(before: Text, after: Text): readonly [Text, Text] {
  const isShort = [before, after].every((text = "") => text.length <= LONGEST);
  if (isShort) return [before, after];
  const start = before === undefined || after === undefined ? 0 : firstDifference(before, after);
  return [cut(before, start), cut(after, start)];
}

function cut(text: Text, difference: number): Text {
  if (text === undefined) return undefined;
  const from = difference <= LEAD ? 0 : wordBefore(text, difference - LEAD);
  const piece = text.slice(from, from + LONGEST);
  return `${from > 0 ? "… " : ""}${piece}${from + LONGEST < text.length ? "…" : ""}`;
}

/** Where the next word begins, so that none is cut in halves. */
function wordBefore(text: string, at: number): number {
  const space = text.indexOf(" ", at);
  return space === -1 || space > at + LEAD ? at : space + 1;
}

function firstDifference(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  for (let n = 0; n < shorter; n += 1) if (a.charCodeAt(n) !== b.charCodeAt(n)) return n;
  return shorter;
}
