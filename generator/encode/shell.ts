/** A word of a POSIX shell (POSIX.1-2017, section 2.2): as it is where that is safe, else between single quotes. */
export function shellWord(text: string): string {
  const visible = text.replaceAll("\0", "");
  if (/^[\w@%+=:,./-]+$/.test(visible)) return visible;
  return `'${visible.replaceAll("'", `'\\''`)}'`;
}
