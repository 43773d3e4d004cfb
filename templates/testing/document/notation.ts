/**
 * The notation of examples and kinds: plain data as text, of which one property is one line.
 *
 * - `{id name=text age*=integer}`: an object. A name alone is that of a `string`; `*` is the kind `["!", …]`.
 * - `[item]`: `["array", item]`
 * - `@address`: `["ref", "address"]`
 * - `a|b`: `["or", a, b]`
 * - `enum(day week)`: any other list, its tag first
 * - `7`, `true`, `null`: themselves. Any other word is text, in which `%` and four hexadecimal digits stand for one
 *   UTF-16 code unit, and `%` alone for none.
 */
import type { Scalar } from "./data.js";

/** The text of a `T`: a template or a kind. */
export type Text<T> = string & { readonly of?: T };

type Data = Scalar | readonly Data[] | { readonly [name: string]: Data };

/** What begins like a number is one. */
const LITERAL = /^(?:true|false|null|-?\d.*)$/;

const TOKEN = /[{}[\]()|=*]|[^\s{}[\]()|=*]+/g;

/** What a text says. Texts are the generator's: a wrong one is not looked for. */
export function parse<T>(text: Text<T>): T {
  const tokens = text.match(TOKEN) ?? [];
  let at = 0;
  const next = (): string => tokens[at++] ?? "";
  const take = (token: string): boolean => {
    const isNext = tokens[at] === token;
    if (isNext) at++;
    return isNext;
  };

  function until<V>(close: string, read: () => V): V[] {
    const found: V[] = [];
    while (at < tokens.length && !take(close)) found.push(read());
    return found;
  }

  function value(): Data {
    const first = term();
    const more: Data[] = [];
    while (take("|")) more.push(term());
    return more.length === 0 ? first : ["or", first, ...more];
  }

  function term(): Data {
    const token = next();
    if (token === "{") return Object.fromEntries(until("}", field));
    if (token === "[") return ["array", ...until("]", value)];
    if (take("(")) return [token, ...until(")", value)];
    if (token.startsWith("@")) return ["ref", decode(token.slice(1))];
    return LITERAL.test(token) ? (JSON.parse(token) as Scalar) : decode(token);
  }

  function field(): [string, Data] {
    const name = decode(next());
    const isRequired = take("*");
    const inner = take("=") ? value() : "string";
    return [name, isRequired ? ["!", inner] : inner];
  }

  return value() as T;
}

function decode(word: string): string {
  return word.replaceAll(/%([\da-f]{4})?/g, (_, code?: string) =>
    code === undefined ? "" : String.fromCharCode(Number.parseInt(code, 16)),
  );
}
