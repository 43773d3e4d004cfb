/** `stripe.on("request" | "response", …)`: what goes out and what comes back, as the official SDK tells it. */
import type { Fetch } from "../../runtime/send/transport.js";

/** An attempt that goes out. */
export interface RequestEvent {
  api_version: string;
  account?: string;
  idempotency_key?: string;
  method: string;
  /** With the query. */
  path: string;
  /** In milliseconds since 1970. */
  request_start_time: number;
}

/** The head of its response. */
export interface ResponseEvent extends RequestEvent {
  status: number;
  request_id: string;
  /** In milliseconds. */
  elapsed: number;
  /** In milliseconds since 1970. */
  request_end_time: number;
}

/** Listens to one of the two. A handler is called later, so that what it throws is not taken for a failed request. */
export interface Listen {
  (event: "request", handler: (event: RequestEvent) => void): void;
  (event: "response", handler: (event: ResponseEvent) => void): void;
}

export interface Listeners {
  readonly on: Listen;
  readonly once: Listen;
  readonly off: Listen;
}

type Handler = (event: never) => void;

/** The functions for an instance, and its `fetch`, to which they listen. */
export function listenTo(
  send: Fetch = (input, init) => fetch(input, init),
): readonly [Listeners, Fetch] {
  let all: readonly (readonly [event: string, handler: Handler, once: boolean])[] = [];
  const add = (once: boolean) => (event: string, handler: Handler) => {
    all = [...all, [event, handler, once]];
  };
  const off = (event: string, handler: Handler) => {
    all = all.filter((each) => each[0] !== event || each[1] !== handler);
  };
  const tell = (name: string, event: RequestEvent | ResponseEvent) => {
    for (const [told, handler, once] of all) {
      if (told !== name) continue;
      if (once) off(name, handler);
      queueMicrotask(() => handler(event as never));
    }
  };
  const heard: Fetch = async (input, init) => {
    if (!all.length) return send(input, init);
    const { url, method, headers } =
      typeof input === "string"
        ? { url: input, headers: undefined, method: "GET", ...init }
        : input;
    const request = {
      ...namedIn(new Headers(headers)),
      method,
      path: url.replace(/^\w+:\/\/[^/]*/, ""),
      request_start_time: Date.now(),
    };
    tell("request", request);
    const response = await send(input, init);
    const request_end_time = Date.now();
    tell("response", {
      ...request,
      ...namedIn(response.headers),
      status: response.status,
      elapsed: request_end_time - request.request_start_time,
      request_end_time,
    });
    return response;
  };
  return [{ on: add(false), once: add(true), off }, heard];
}

const HEADERS = {
  api_version: "stripe-version",
  account: "stripe-account",
  idempotency_key: "idempotency-key",
  request_id: "request-id",
};

/** What headers say under these names; nothing where there is none. */
function namedIn(headers: Headers): Pick<ResponseEvent, "api_version" | "request_id"> {
  const values = Object.entries(HEADERS).flatMap(([name, header]) => {
    const value = headers.get(header);
    return value === null ? [] : [[name, value]];
  });
  return Object.fromEntries(values);
}
