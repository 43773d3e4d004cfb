/** The first place where `text` stops being JSON (RFC 8259), and what was expected there. */
export function findSyntaxError(text: string): SyntaxFault | undefined {
  const scanner = new Scanner(text);
  try {
    scanner.scan();
    return undefined;
  } catch (error) {
    if (error instanceof SyntaxFault) return error;
    throw error;
  }
}

export class SyntaxFault extends Error {
  readonly offset: number;
  constructor(offset: number, message: string) {
    super(message);
    this.offset = offset;
  }
}

const SPACE = /[ \t\r\n]*/y;
const SCALAR = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const CHARACTERS = /[^"\\\u0000-\u001f]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** Without recursion, so that a deeply nested text cannot exhaust the stack. */
class Scanner {
  readonly #text: string;
  /** The containers that are open, by their closing character. */
  readonly #open: ("}" | "]")[] = [];
  #position = 0;

  constructor(text: string) {
    this.#text = text;
  }

  scan(): void {
    this.#skip(SPACE);
    this.#value();
    while (this.#open.length > 0) this.#next();
    if (this.#position < this.#text.length)
      this.#fail("unexpected text after the end of the JSON value");
  }

  /** A value; of a container only the beginning, up to its first value. */
  #value(): void {
    switch (this.#peek()) {
      case "{":
        this.#position += 1;
        this.#skip(SPACE);
        this.#open.push("}");
        if (this.#peek() !== "}") this.#keyAndValue();
        return;
      case "[":
        this.#position += 1;
        this.#skip(SPACE);
        this.#open.push("]");
        if (this.#peek() !== "]") this.#value();
        return;
      case '"':
        this.#string();
        break;
      default:
        if (!this.#skip(SCALAR)) this.#fail(`expected a value but found ${this.#found()}`);
    }
    this.#skip(SPACE);
  }

  /** What stands after a value inside a container. */
  #next(): void {
    const close = this.#open.at(-1);
    const character = this.#peek();
    if (character === close) {
      this.#position += 1;
      this.#open.pop();
      this.#skip(SPACE);
    } else if (character === ",") {
      this.#position += 1;
      this.#skip(SPACE);
      if (this.#peek() === close) this.#fail(`a comma before '${close}' is not allowed`);
      if (close === "}") this.#keyAndValue();
      else this.#value();
    } else {
      this.#fail(`expected ',' or '${close}' but found ${this.#found()}`);
    }
  }

  #keyAndValue(): void {
    if (this.#peek() !== '"') {
      this.#fail(`expected a property name in double quotes but found ${this.#found()}`);
    }
    this.#string();
    this.#skip(SPACE);
    if (this.#peek() !== ":") this.#fail(`expected ':' but found ${this.#found()}`);
    this.#position += 1;
    this.#skip(SPACE);
    this.#value();
  }

  #string(): void {
    const start = this.#position;
    this.#position += 1;
    for (;;) {
      this.#skip(CHARACTERS);
      const character = this.#peek();
      if (character === '"') break;
      if (character === undefined) {
        this.#position = start;
        this.#fail("this string has no closing quote");
      }
      if (character !== "\\") this.#fail("a line break or control character inside a string");
      if (!this.#skip(ESCAPE)) this.#fail("this is not an escape sequence of JSON");
    }
    this.#position += 1;
  }

  #peek(): string | undefined {
    return this.#text[this.#position];
  }

  #skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.#position;
    if (!pattern.test(this.#text)) return false;
    this.#position = pattern.lastIndex;
    return true;
  }

  #found(): string {
    const character = this.#peek();
    return character === undefined ? "the end of the file" : `'${character}'`;
  }

  #fail(message: string): never {
    throw new SyntaxFault(this.#position, message);
  }
}
