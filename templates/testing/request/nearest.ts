/** ` (did you mean …?)`, where one of the names is much like the wrong one. */
export function suggestion(wrong: string, names: Iterable<string>): string {
  let nearest = "";
  let least = Math.max(2, Math.floor(wrong.length / 3)) + 1;
  for (const name of names) {
    const distance = distanceOf(wrong, name, least);
    if (distance < least) [nearest, least] = [name, distance];
  }
  return nearest && ` (did you mean ${nearest}?)`;
}

/** How many letters are to be put in, taken out or changed (V. I. Levenshtein, 1966); `most` where it is not less. */
function distanceOf(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) >= most) return most;
  let row = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      const changed = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(changed, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? most;
}
