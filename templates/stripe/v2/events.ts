/** Events with all that they tell, as the API returns them: what can fetch the object that they are about. */
import { type Call, request, type Result } from "../../runtime/call/request.js";
import type { NotificationMap } from "../api.js";
import type { Client, RequestOptions } from "../options/options.js";
import { follow } from "./follow.js";

/** The object that an event is about. */
export interface RelatedObject {
  id: string;
  type: string;
  /** Its path at the API. */
  url: string;
}

/**
 * The type of an event that the document does not describe: any text but those. Text with a mark would not be told apart
 * from them (TypeScript takes it for comparable with any literal), a member of an enum of text is.
 */
export declare enum OtherEventType {
  other = "another type",
}

/** What events of all types have. */
export interface AnyEvent {
  id: string;
  object: "v2.core.event";
  type: string;
  /** RFC 3339. */
  created: string;
  livemode: boolean;
  /** The account that it happened in, as `stripeContext` takes it. */
  context?: string;
  reason?: { type: string; request?: { id: string; idempotency_key: string } };
  related_object?: RelatedObject | null;
}

/** An event of one type, with all that it tells: `V2EventOf<"v2.core.account.updated">`. */
export type V2EventOf<T extends keyof NotificationMap> = NotificationMap[T]["event"] &
  (NotificationMap[T]["related"] extends null
    ? unknown
    : FetchingRelated<NotificationMap[T]["related"]>);

export interface FetchingRelated<R> {
  /** Fetches the object that the event is about, as it is now. */
  fetchRelatedObject(): Promise<R>;
}

/** An event of a type that the document does not describe, with all that it tells. */
export interface UnknownV2Event extends AnyEvent, Partial<FetchingRelated<unknown>> {
  related_object?: RelatedObject;
  data?: { [name: string]: unknown };
  changes?: { [name: string]: unknown };
}

interface OtherV2Event extends UnknownV2Event {
  /** Whatever it is. */
  type: OtherEventType;
}

/** What `stripe.v2.core.events` returns: a union, which `type` tells apart. */
export type V2Event =
  { [T in keyof NotificationMap]: V2EventOf<T> }[keyof NotificationMap] | OtherV2Event;

/** What is used of an event that came from outside. */
export type Parsed = { readonly [N in keyof AnyEvent]?: unknown };

/** Sends a call that returns an event, which can fetch the object that it is about. */
export async function requestEvent<E = Result<V2Event>>(
  client: Client,
  call: Call,
  options?: RequestOptions,
): Promise<E> {
  return withRelated(client, await request<E, RequestOptions>(client, call, options));
}

/** Gives an event that names the URL of its object what fetches that, out of sight. Anything else stays as it is. */
export function withRelated<E>(client: Client, event: E): E {
  const { object, related_object }: Parsed = Object(event);
  if (object !== "v2.core.event" || !Object(related_object).url) return event;
  const value = () => fetchRelated(client, event);
  return Object.defineProperty(event as E & object, "fetchRelatedObject", { value });
}

/** @throws {TypeError} where the event names no path of the API */
export async function fetchRelated(client: Client, event: unknown): Promise<unknown> {
  const { related_object }: Parsed = Object(event);
  const target = follow(Object(related_object).url);
  if (!target)
    throw new TypeError(
      "related_object.url: not a path of the API, which is all that is asked for",
    );
  return request(client, { ...target, method: "GET" }, optionsOf(event));
}

/** The options of what is asked for on account of an event: where it happened, and which it was. */
export function optionsOf(event: unknown): RequestOptions {
  const { id, context }: Parsed = Object(event);
  return {
    stripeContext: typeof context === "string" && context ? context : undefined,
    headers: { "stripe-request-trigger": `event=${id}` },
  };
}
