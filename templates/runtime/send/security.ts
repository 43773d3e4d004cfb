import type { Prepared } from "../call/dialect.js";
import { percentEncode } from "../encode/value.js";

/** A token, a key, or a name with its password. */
export type Credential = string | BasicCredential;

export interface BasicCredential {
  readonly username: string;
  readonly password: string;
}

/** A Security Scheme Object of the document: how a credential goes along with a request. */
export type Scheme = (credential: Credential) => Prepared;

/** http `bearer`, `oauth2`, `openIdConnect`. */
export function bearer(token: Credential): Prepared {
  return { headers: { authorization: `Bearer ${text(token)}` } };
}

/** http `basic`, in UTF-8 (RFC 7617). */
export function basic(credential: Credential): Prepared {
  if (typeof credential === "string")
    throw new TypeError("The credential must be a username and a password");
  const { username, password } = credential;
  const bytes = new TextEncoder().encode(`${username}:${password}`);
  return {
    headers: { authorization: `Basic ${btoa(String.fromCharCode(...bytes))}` },
    secrets: [password],
  };
}

/** `apiKey`. `name`: of the header, query parameter or cookie. */
export function apiKey(place: "header" | "query" | "cookie", name: string): Scheme {
  return (credential) => {
    // A scheme may stand before it: `Bot …`.
    const key = text(credential, /^[!-~]+(?: [!-~]+)*$/);
    const secrets = [key, encodeURIComponent(key), percentEncode(key, name)];
    switch (place) {
      case "header":
        return { headers: { [name.toLowerCase()]: key }, secrets };
      case "query":
        return { headers: {}, query: { [name]: key }, secrets };
      case "cookie":
        return { headers: { cookie: `${name}=${encodeURIComponent(key)}` }, secrets };
    }
  };
}

/** What is refused here no error quotes. */
function text(credential: Credential, form = /^[!-~]+$/): string {
  if (typeof credential !== "string" || !form.test(credential))
    throw new TypeError("The credential is not a text that can be sent");
  return credential;
}
