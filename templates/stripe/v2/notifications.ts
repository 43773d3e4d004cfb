/** Thin events: what names the object that it is about, and can fetch it. */
import type { Result } from "../../runtime/call/request.js";
import type { NotificationMap } from "../api.js";
import type { Client } from "../options/options.js";
import { type Payload, textOf } from "../webhooks/input.js";
import { type Signed, verify, verifyAsync } from "../webhooks/signature.js";
import {
  type AnyEvent,
  fetchRelated,
  optionsOf,
  type OtherEventType,
  type Parsed,
  requestEvent,
  type UnknownV2Event,
  type V2EventOf,
} from "./events.js";

/** An event of one type: `EventNotificationOf<"v2.core.account.updated">`. */
export type EventNotificationOf<T extends keyof NotificationMap> = Omit<
  NotificationMap[T]["event"],
  "changes" | "data"
> &
  Fetching<Result<V2EventOf<T>>, NotificationMap[T]["related"]>;

interface Fetching<E, R> {
  /** Fetches the event with all that it tells. */
  fetchEvent(): Promise<E>;
  /** Fetches the object that the event is about, as it is now; null without one. */
  fetchRelatedObject(): Promise<R>;
}

/**
 * An event of any type, known to the document or not: what a fallback takes, and what any `EventNotification` can be
 * given to.
 */
export interface UnknownEventNotification
  extends Fetching<Result<UnknownV2Event>, unknown>, AnyEvent {}

/** An event of a type that the document does not describe. */
interface OtherEventNotification extends UnknownEventNotification {
  /** Whatever it is. */
  type: OtherEventType;
}

/** What a webhook of thin events tells: a union, which `type` tells apart. */
export type EventNotification =
  | { [T in keyof NotificationMap]: EventNotificationOf<T> }[keyof NotificationMap]
  | OtherEventNotification;

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

function notification(client: Client, parsed: unknown): EventNotification {
  const { object, id, type, related_object }: Parsed = Object(parsed);
  if (object === "event")
    throw new TypeError("An event that carries its object: give it to webhooks.constructEvent");
  if (object !== "v2.core.event" || typeof id !== "string" || typeof type !== "string")
    throw new TypeError("Not a thin event: an object v2.core.event, with an id and a type");
  const fetchers: Fetching<unknown, unknown> = {
    fetchEvent: () =>
      requestEvent<unknown>(
        client,
        { method: "GET", path: "/v2/core/events/{id}", pathParams: { id } },
        optionsOf(parsed),
      ),
    fetchRelatedObject: async () => (related_object == null ? null : fetchRelated(client, parsed)),
  };
  for (const [name, value] of Object.entries(fetchers))
    Object.defineProperty(parsed, name, { value });
  // What Stripe signed, it also wrote: the document's events.
  return parsed as EventNotification;
}
