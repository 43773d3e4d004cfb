/** A request as a server understands it that knows nothing but the document. */
import type { Call } from "./sdk/arbitraries.js";
import { type Decoded, decodeForm, expectedForm } from "./sdk/decode.js";
import type { Operation } from "../../support/stripe-document.js";
import type { Recorded } from "../../support/servers/recorder.js";
import { API_KEY } from "./sdk/sdk.js";

export interface Reading {
  readonly method: string;
  /** Segments of the path, decoded where the template has a parameter. */
  readonly path: readonly string[];
  /** Of the query for GET and DELETE, of the body for POST. */
  readonly params: Decoded;
  /** The other one. */
  readonly elsewhere: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

export function readBack({ path }: Operation, request: Recorded): Reading {
  const { method, headers } = request;
  const template = path.split("/");
  const body = request.body.toString();
  const query = request.query.replace(/^\?(?=.)/, "");
  return {
    method,
    path: request.path
      .split("/")
      .map((segment, at) =>
        template[at]?.startsWith("{") ? decodeURIComponent(segment) : segment,
      ),
    params: decodeForm(method === "POST" ? body : query),
    elsewhere: method === "POST" ? query : body,
    headers: {
      authorization: headers.authorization,
      type: headers["content-type"],
      version: `${headers["stripe-version"]}`,
      account: headers["stripe-account"]?.toString(),
      key: headers["idempotency-key"]?.toString().replace(/^[0-9a-f-]{36}$/, "(uuid)"),
    },
  };
}

export function expectedReading({ method, path }: Operation, call: Call): Reading {
  const { idempotencyKey, stripeAccount, apiVersion = "2024-04-10" } = call.options;
  const values = call.path[Symbol.iterator]();
  return {
    method,
    path: path
      .split("/")
      .map((segment) => (segment.startsWith("{") ? `${values.next().value}` : segment)),
    params: expectedForm(call.params ?? {}),
    elsewhere: "",
    headers: {
      authorization: `Bearer ${API_KEY}`,
      type: method === "POST" ? "application/x-www-form-urlencoded" : undefined,
      version: apiVersion,
      account: stripeAccount,
      key: idempotencyKey ?? (method === "POST" ? "(uuid)" : undefined),
    },
  };
}
