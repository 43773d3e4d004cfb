/** Thin events by their type: a callback for each, and one for all others. */
import { notificationTypes } from "../api.js";
import type { NotificationMap } from "../api.js";
import type { EventNotification, EventNotificationOf } from "./notifications.js";

/** The event of a type: `UnknownEventNotification` is among those that a type may be which the document does not describe. */
export type NotificationForType<T extends string> = T extends keyof NotificationMap
  ? EventNotificationOf<T>
  : EventNotification;

export interface UnhandledNotificationDetails {
  /** Whether the document describes events of this type. */
  readonly isKnownEventType: boolean;
}

type Done = void | Promise<void>;

/** Told of an event that has no callback of its own. */
export type FallbackCallback<C> = (
  event: EventNotification,
  client: C,
  details: UnhandledNotificationDetails,
) => Done;

/** Told of each event first; where it gives false, nobody else is. */
export type PreHandleCallback<C> = (
  event: EventNotification,
  client: C,
) => boolean | Promise<boolean>;

/** Callbacks by the type of event. Each gets the event, and a client that acts where the event happened. */
export interface EventNotificationHandler<C, A extends readonly unknown[]> {
  /** @throws {TypeError} for a second callback of one type, and behind the first event */
  on<T extends keyof NotificationMap | (string & {})>(
    type: T,
    callback: (event: NotificationForType<T>, client: C) => Done,
  ): this;
  /** @throws {TypeError} for a second one, and behind the first event */
  preHandle(callback: PreHandleCallback<C>): this;
  /** In the order of the alphabet. */
  registeredEventTypes(): string[];
  /** Parses an event and waits for its callback. Rejects with what that throws, and with what parsing throws. */
  handle(...payload: A): Promise<void>;
}

/**
 * @param parse - what was received → the event
 * @param clientOf - the client that acts in this context, or in none
 * @see https://docs.stripe.com/webhooks/event-notification-handlers
 */
export function createHandler<C, A extends readonly unknown[]>(
  parse: (...payload: A) => EventNotification | Promise<EventNotification>,
  clientOf: (context: string | undefined) => C,
  fallback: FallbackCallback<C>,
): EventNotificationHandler<C, A> {
  const callbacks = new Map<string, (event: never, client: C) => Done>();
  let first: PreHandleCallback<C> | undefined;
  let hasHandled = false;
  const register = (name: string, isTaken: boolean) => {
    if (isTaken) throw new TypeError(`${name}: a callback is registered already`);
    // What is registered while events are handled would miss some.
    if (hasHandled) throw new TypeError(`${name}: register it before the first event is handled`);
  };
  return {
    on(type, callback) {
      register(type, callbacks.has(type));
      callbacks.set(type, callback);
      return this;
    },
    preHandle(callback) {
      register("preHandle", first !== undefined);
      first = callback;
      return this;
    },
    registeredEventTypes: () => [...callbacks.keys()].sort(),
    async handle(...payload) {
      hasHandled = true;
      const event = await parse(...payload);
      const client = clientOf(event.context ?? undefined);
      if (first && !(await first(event, client))) return;
      const callback = callbacks.get(event.type);
      // It was registered for this type.
      if (callback) await callback(event as never, client);
      else {
        const isKnownEventType = notificationTypes.includes(event.type);
        await fallback(event, client, { isKnownEventType });
      }
    },
  };
}
