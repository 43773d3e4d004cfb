/** `stripe.on("request" | "response", …)`: what goes out and what comes back, as the official SDK tells it. */
import type { ClientOptions } from "../../runtime/client.js";

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

type Hooks = Pick<ClientOptions, "onRequest" | "onResponse">;

type Handler = (event: never) => void;

/** The functions for an instance, and the hooks by which they hear; the caller's own are called first. */
export function listenTo({ onRequest, onResponse }: Hooks): readonly [Listeners, Hooks] {
  let all: readonly (readonly [event: string, handler: Handler, once: boolean])[] = [];
  const sent = new WeakMap<object, RequestEvent>();
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
  const hooks: Hooks = {
    async onRequest(attempt) {
      await onRequest?.(attempt);
      if (!all.length) return;
      const { call, url, headers } = attempt;
      const request = {
        ...namedIn(headers),
        method: call.method,
        path: url.replace(/^\w+:\/\/[^/]*/, ""),
        request_start_time: Date.now(),
      };
      sent.set(call, request);
      tell("request", request);
    },
    onResponse(attempt) {
      onResponse?.(attempt);
      const request = all.length && sent.get(attempt.call);
      if (!request) return;
      const { status, headers } = attempt.response;
      const request_end_time = Date.now();
      tell("response", {
        ...request,
        ...namedIn(headers),
        status,
        elapsed: request_end_time - request.request_start_time,
        request_end_time,
      });
    },
  };
  return [{ on: add(false), once: add(true), off }, hooks];
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
