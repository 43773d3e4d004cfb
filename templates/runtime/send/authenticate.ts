import type { Prepared } from "../call/dialect.js";
import type { Call, HeaderValues } from "../call/request.js";
import type { Credential, Scheme } from "./security.js";

/** Something, or what gives it when a call needs it. */
export type Source<T> = T | ((asked: Asked) => T | Promise<T>);

export interface Asked {
  /** The server has refused with 401 what was given before: give another one, or the call fails. */
  readonly refresh: boolean;
}

/** By the name of the security scheme. */
export type Credentials = { readonly [scheme: string]: Source<Credential> | undefined };

/**
 * What the first of a call's alternatives adds whose credentials are all there; nothing where none is.
 *
 * @throws what asking for a credential throws
 */
export async function authenticate(
  alternatives: readonly (readonly string[])[],
  call: Call,
  auth: Credentials,
  schemes: { readonly [name: string]: Scheme },
  asked: Asked,
): Promise<Prepared & { readonly isRenewable: boolean }> {
  // An empty alternative lets a call go without, which is not a reason to hold a credential back.
  const names =
    alternatives.find((all) => all.length && all.every((name) => auth[name] !== undefined)) ?? [];
  let headers: HeaderValues = {};
  let query = {};
  const secrets: string[] = [];
  for (const name of names) {
    const source = auth[name];
    const credential = typeof source === "function" ? await source(asked) : source;
    const added = credential === undefined ? undefined : schemes[name]?.(credential);
    headers = { ...headers, ...added?.headers, cookie: cookieOf(headers, added?.headers) };
    query = { ...query, ...added?.query };
    secrets.push(...(added?.secrets ?? []));
  }
  return {
    headers: { ...headers, cookie: cookieOf(call.headers, headers) },
    query,
    secrets,
    isRenewable: names.some((name) => typeof auth[name] === "function"),
  };
}

/** Several cookies go in one header. */
function cookieOf(...sources: readonly (HeaderValues | undefined)[]): string | undefined {
  return sources.flatMap((headers) => headers?.cookie ?? []).join("; ") || undefined;
}

/**
 * @throws {TypeError} naming the schemes that there are, where a credential is for none of them
 */
export function checkSchemes(auth: object, schemes: object): void {
  for (const name of Object.keys(auth)) {
    if (Object.hasOwn(schemes, name)) continue;
    const known = Object.keys(schemes).join(", ") || "none; send a token with the option headers";
    throw new TypeError(`auth: the document has no such security scheme (it has ${known})`);
  }
}
