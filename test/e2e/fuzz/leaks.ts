/** Where secrets come in, and where they might come out. */
import { inspect } from "node:util";
import * as fc from "fast-check";
import { ApiError, ConnectionError } from "../../../templates/runtime/errors/index.js";
import type { WithCredentials } from "../../../templates/runtime/plain.js";
import { request } from "../../../templates/runtime/call/request.js";
import type { Fetch } from "../../../templates/runtime/send/transport.js";
import { percentEncode } from "../../../templates/runtime/encode/value.js";
import type { StripeOptions } from "../../../templates/stripe/dialect.js";
import { StripeError } from "../../../templates/stripe/errors/index.js";
import { connect, type Server } from "../../support/servers/server.js";
import { connectPlain } from "./connect-plain.js";
import { call, type Reply } from "./replies.js";

const visible = fc.integer({ min: 33, max: 126 }).map((code) => String.fromCharCode(code));
export const secrets = fc.oneof(
  fc.string({ unit: visible, minLength: 12, maxLength: 40 }),
  fc.string({ unit: fc.constantFrom(..."abcXYZ0189"), minLength: 16, maxLength: 32 }),
);

export const leaks = fc.record({
  /** How the secret comes in. */
  given: fc.constantFrom("apiKey", "header", "token", "login", "headerKey", "query", "cookie"),
  /** Where it comes out. */
  told: fc.constantFrom(
    "message",
    "param",
    "text",
    "words",
    "reason",
    "requestId",
    "cause",
    "broken",
  ),
});
export type Leak = typeof leaks extends fc.Arbitrary<infer L> ? L : never;

export function replyWith(secret: string, { told }: Leak): Reply {
  const text = `no ${secret}, sorry`;
  const body = {
    message: {
      error: {
        type: "card_error",
        message: text,
        decline_code: secret,
        [secret.replace(/\W/g, "")]: { deep: text },
      },
    },
    param: { error: { message: "no", param: secret, doc_url: `https://x.test/?${secret}` } },
    words: { detail: text, message: text },
  }[told as "message"];
  return {
    status: 400,
    reason: told === "reason" ? text : "",
    headers: told === "requestId" ? { "request-id": text } : {},
    body: Buffer.from(body ? JSON.stringify(body) : told === "text" ? text : ""),
  };
}

/** @throws where an error shows the secret */
export async function showsNothing(server: Server, secret: string, leak: Leak): Promise<void> {
  const fetched: Fetch = async (url, init) => {
    const config = {
      headers: { authorization: secret },
      sent: new Request(url, { method: "POST", headers: init?.headers ?? {} }),
    };
    const inner = Object.assign(
      new Error(`${String(url)} with ${secret} or ${btoa(`ada:${secret}`)}`),
      {
        config,
        code: secret,
      },
    );
    throw new TypeError("failed", { cause: new AggregateError([inner, inner], secret) });
  };
  const broken = leak.told === "broken" ? "\u0000" : "";
  const options =
    leak.told === "cause" ? { fetch: fetched, maxNetworkRetries: 0 } : { maxNetworkRetries: 0 };
  const error: unknown = await callWith(server, secret + broken, leak, options).then(
    () => new Error("no error"),
    (thrown: unknown) => thrown,
  );
  const { message, stack }: { readonly message?: string; readonly stack?: string } = Object(error);
  const shown = [
    message,
    stack,
    inspect(error, { depth: Infinity }),
    JSON.stringify(error),
    String(error),
  ];
  const forms = [secret, encodeURIComponent(secret), percentEncode(secret, "")];
  if (leak.given === "login") forms.push(btoa(`ada:${secret}`));
  for (const form of forms)
    if (shown.some((text) => text?.includes(form)))
      throw new Error(`${form} shows: ${inspect(error)}`);
  const ours = [StripeError, ApiError, ConnectionError].some(
    (Class) => Object(error) instanceof Class,
  );
  if (leak.told !== "broken" && !ours) throw new Error(`not of our classes: ${inspect(error)}`);
}

async function callWith(
  server: Server,
  secret: string,
  { given }: Leak,
  options: object,
): Promise<unknown> {
  const stripe = (more: Partial<StripeOptions>) => connect(server, { ...options, ...more });
  const auth = (credentials: WithCredentials["auth"]) =>
    connectPlain(server, { ...options, auth: credentials });
  switch (given) {
    case "apiKey":
      return request(stripe({ apiKey: secret }), call);
    case "header":
      return request(stripe({}), call, { headers: { Authorization: `Bearer ${secret}` } });
    case "token":
      return request(auth({ token: secret }), call);
    case "login":
      return request(auth({ login: { username: "ada", password: secret } }), call);
    case "headerKey":
      return request(auth({ header: secret }), call);
    case "query":
      return request(auth({ query: secret }), call);
    default:
      return request(auth({ cookie: secret }), call);
  }
}
