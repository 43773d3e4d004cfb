/** The credentials of samples, of the first alternative that a client can hold. */
import type { Model, Operation, Security } from "../../model/types/index.js";

const KEY = "YOUR_API_KEY";

/** The schemes that a sample authenticates with; a dialect has one way of its own. */
export function schemesOf({ api, output }: Model, { requires }: Operation): readonly Security[] {
  const wanted = requires ?? api.requires ?? [];
  const known = new Map(api.security.map((scheme) => [scheme.name, scheme]));
  const usable = wanted
    .map((names) => names.flatMap((name) => known.get(name) ?? []))
    .filter((schemes, n) => schemes.length === wanted[n]?.length);
  if (output.dialect === undefined) return usable[0] ?? [];
  const bearer = usable.find((schemes) => schemes.every(({ kind }) => kind === "bearer"));
  return bearer ?? usable[0] ?? [];
}

/** The options of `createClient`. */
export function credentials(model: Model, operation: Operation): object {
  const { api, output } = model;
  if (output.dialect !== undefined) return { apiKey: KEY };
  const auth = schemesOf(model, operation).map(({ name, kind }): [string, unknown] => [
    name,
    kind === "basic" ? { username: "USERNAME", password: "PASSWORD" } : KEY,
  ]);
  return {
    ...(api.server === "" ? { baseUrl: "https://api.example.com" } : {}),
    ...(auth.length === 0 ? {} : { auth: Object.fromEntries(auth) }),
  };
}

/** How curl sends them. */
export interface CurlCredentials {
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly query: readonly (readonly [name: string, value: string])[];
  readonly cookies: readonly (readonly [name: string, value: string])[];
  /** `USERNAME:PASSWORD` */
  readonly user?: string;
}

export function curlCredentials(model: Model, operation: Operation): CurlCredentials {
  const schemes = schemesOf(model, operation);
  const keysIn = (place: string): [string, string][] =>
    schemes.flatMap((scheme): [string, string][] =>
      scheme.kind === "apiKey" && scheme.in === place ? [[scheme.parameter, KEY]] : [],
    );
  const isBearer = schemes.some(({ kind }) => kind === "bearer");
  return {
    headers: [
      ...(isBearer ? [["Authorization", `Bearer ${KEY}`] as const] : []),
      ...keysIn("header"),
    ],
    query: keysIn("query"),
    cookies: keysIn("cookie"),
    ...(schemes.some(({ kind }) => kind === "basic") ? { user: "USERNAME:PASSWORD" } : {}),
  };
}
