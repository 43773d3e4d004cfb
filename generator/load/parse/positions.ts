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

/** Lines and columns of the offsets of a text, both from 1; a line ends with `\n`, `\r\n` or `\r`. */
export class Lines {
  readonly #text: string;
  #starts: number[] | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  at(offset: number): LineColumn {
    const starts = (this.#starts ??= lineStarts(this.#text));
    let line = 0;
    for (let after = starts.length; after - line > 1;) {
      const middle = (line + after) >> 1;
      if ((starts[middle] ?? 0) <= offset) line = middle;
      else after = middle;
    }
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  return starts;
}

/** How a parser says that a text is not in its language. */
export type Fail = (offset: number, message: string, hint: string) => never;
