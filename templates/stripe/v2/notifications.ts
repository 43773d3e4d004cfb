/** Thin events: what names the object that it is about, and can fetch it. */
import { request, type Result } from "../../runtime/call/request.js";
import type { NotificationMap } from "../api.js";
import type { Client, RequestOptions } from "../options/options.js";
import { type Payload, textOf } from "../webhooks/input.js";
import { type Signed, verify, verifyAsync } from "../webhooks/signature.js";
import { follow } from "./follow.js";

/** The object that an event is about. */
export interface RelatedObject {
  id: string;
  type: string;
  /** Its path at the API. */
  url: string;
}

/** An event of one type: `EventNotificationOf<"v2.core.account.updated">`. */
export type EventNotificationOf<T extends keyof NotificationMap> = Omit<
  NotificationMap[T]["event"],
  "changes" | "data"
> &
  Fetching<Result<NotificationMap[T]["event"]>, NotificationMap[T]["related"]>;

interface Fetching<E, R> {
  /** Fetches the event with all that it tells. */
  fetchEvent(): Promise<E>;
  /** Fetches the object that the event is about, as it is now; null without one. */
  fetchRelatedObject(): Promise<R>;
}

/**
 * The type of an event that the document does not describe: any text but those. Text with a mark would not be told apart
 * from them (TypeScript takes it for comparable with any literal), a member of an enum of text is.
 */
declare enum OtherEventType {
  other = "another type",
}

/** An event of a type that the document does not describe. */
export interface UnknownEventNotification
  extends
    Fetching<Result<UnknownEvent & { data?: unknown; changes?: unknown }>, unknown>,
    UnknownEvent {}

interface UnknownEvent {
  id: string;
  object: "v2.core.event";
  /** Whatever it is. */
  type: OtherEventType;
  /** RFC 3339. */
  created: string;
  livemode: boolean;
  /** The account that it happened in, as `stripeContext` takes it. */
  context?: string;
  reason?: { type: string; request?: { id: string; idempotency_key: string } };
  related_object?: RelatedObject | null;
}

/** What a webhook of thin events tells: a union, which `type` tells apart. */
export type EventNotification =
  | { [T in keyof NotificationMap]: EventNotificationOf<T> }[keyof NotificationMap]
  | UnknownEventNotification;

/** @throws {TypeError} for what is no thin event */
export type ParseNotification = (payload: Payload) => EventNotification;

/** The functions below, for one client. */
export interface NotificationParsers {
  readonly parseEventNotification: (...signed: Signed) => EventNotification;
  readonly parseEventNotificationAsync: (...signed: Signed) => Promise<EventNotification>;
  readonly parseEventNotificationWithoutVerification: ParseNotification;
}

export function notificationParsers(client: Client): NotificationParsers {
  return {
    parseEventNotification: (...signed) => parseEventNotification(client, ...signed),
    parseEventNotificationAsync: (...signed) => parseEventNotificationAsync(client, ...signed),
    parseEventNotificationWithoutVerification: (payload) =>
      parseEventNotificationWithoutVerification(client, payload),
  };
}

/**
 * Checks that Stripe sent a thin event, and gives it, at once. The arguments after the client are those of `constructEvent`.
 *
 * @throws {TypeError} for an event that carries its object: `constructEvent` takes it; and all that `constructEvent` throws
 * @example
 * ```ts
 * const event = stripe.parseEventNotification(body, request.headers["stripe-signature"]!, secret);
 * if (event.type === "v2.core.account.updated") await event.fetchRelatedObject();
 * ```
 * @see https://docs.stripe.com/event-destinations#thin-events
 */
export function parseEventNotification(client: Client, ...signed: Signed): EventNotification {
  return notification(client, JSON.parse(verify(signed)));
}

/** `parseEventNotification` for every platform. */
export async function parseEventNotificationAsync(
  client: Client,
  ...signed: Signed
): Promise<EventNotification> {
  return notification(client, JSON.parse(await verifyAsync(signed)));
}

/**
 * The same for what was checked already, or comes from a source that is trusted: the event itself, or the envelope around
 * it of Amazon EventBridge (`detail`) or Azure Event Grid (`data`).
 */
export function parseEventNotificationWithoutVerification(
  client: Client,
  payload: Payload,
): EventNotification {
  const given: unknown = JSON.parse(textOf(payload));
  const { detail, specversion, data }: Envelope = Object(given);
  return notification(client, detail ?? (specversion === undefined ? given : data));
}

interface Envelope {
  readonly detail?: unknown;
  readonly specversion?: unknown;
  readonly data?: unknown;
}

type Parsed = { readonly [N in keyof UnknownEvent]?: unknown };

function notification(client: Client, parsed: unknown): EventNotification {
  const { object, id, type, context, related_object }: Parsed = Object(parsed);
  if (object === "event")
    throw new TypeError("An event that carries its object: give it to webhooks.constructEvent");
  if (object !== "v2.core.event" || typeof id !== "string" || typeof type !== "string")
    throw new TypeError("Not a thin event: an object v2.core.event, with an id and a type");
  const options: RequestOptions = {
    stripeContext: typeof context === "string" && context ? context : undefined,
    headers: { "stripe-request-trigger": `event=${id}` },
  };
  const fetchers: Fetching<unknown, unknown> = {
    fetchEvent: () =>
      request(client, { method: "GET", path: "/v2/core/events/{id}", pathParams: { id } }, options),
    async fetchRelatedObject() {
      if (related_object == null) return null;
      const target = follow(Object(related_object).url);
      if (!target)
        throw new TypeError(
          "related_object.url: not a path of the API, which is all that is asked for",
        );
      return request(client, { ...target, method: "GET" }, options);
    },
  };
  for (const [name, value] of Object.entries(fetchers))
    Object.defineProperty(parsed, name, { value });
  // What Stripe signed, it also wrote: the document's events.
  return parsed as EventNotification;
}
