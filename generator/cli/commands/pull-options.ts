/** What the options of `pull` mean. */
import { InvalidArgumentError } from "commander";
import { UnfoldError } from "../../support/diagnostic.js";

export function parseHash(value: string): string {
  if (/^[0-9a-f]{64}$/i.test(value)) return value.toLowerCase();
  throw new InvalidArgumentError("It is 64 hexadecimal digits.");
}

/** As long as a timer of Node can run. */
const MOST_SECONDS = 2_147_483;

export function parseSeconds(value: string): number {
  const seconds = Number(value);
  if (seconds > 0 && seconds <= MOST_SECONDS) return seconds;
  throw new InvalidArgumentError("It is a number of seconds above 0.");
}

export function collect(value: string, others: readonly string[] = []): readonly string[] {
  return [...others, value];
}

const HEADER = /^([!#$%&'*+.^_`|~\w-]+):[ \t]*([\x20-\x7e\x80-\xff]*)$/;

/** What is wrong with a header is told without its value, which may be a secret. */
export function parseHeaders(lines: readonly string[] = []): Readonly<Record<string, string>> {
  const headers = lines.map((line): [string, string] => {
    const [, name, value] = HEADER.exec(line) ?? [];
    if (name !== undefined && value !== undefined) return [name.toLowerCase(), value];
    throw new UnfoldError({
      code: "bad-arguments",
      message: "a --header is not written as a name, a colon and a value of Latin-1 characters",
      hint: 'Write it as --header "Authorization: Bearer $TOKEN"',
    });
  });
  return Object.fromEntries(headers);
}
