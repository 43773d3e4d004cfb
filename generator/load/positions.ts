/** Where the nodes of one file stand in its text. */
export interface Positions {
  /**
   * The offset of the node that `tokens` lead to (a member's key, an item's first character), or of
   * its nearest ancestor; `depth` is how many tokens were followed.
   */
  find(tokens: readonly string[]): { readonly offset: number; readonly depth: number };
}

export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

/** Line and column of an offset, both from 1; a line ends with `\n`, `\r\n` or `\r`. */
export function lineColumn(text: string, offset: number): LineColumn {
  let line = 1;
  let start = 0;
  for (const match of text.slice(0, offset).matchAll(/\r\n|\n|\r/g)) {
    line += 1;
    start = match.index + match[0].length;
  }
  return { line, column: offset - start + 1 };
}

/** How a parser says that a text is not in its language. */
export type Fail = (offset: number, message: string, hint: string) => never;
