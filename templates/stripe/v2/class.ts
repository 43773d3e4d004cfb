/** The class of a document that has the second version of the API, too. */
import { createClient } from "../../runtime/client.js";
import { server } from "../api.js";
import {
  Base as FirstVersion,
  clientOptions as firstOptions,
  type Config,
  type Webhooks,
} from "../class.js";
import type * as firstErrors from "../errors/index.js";
import type { Payload } from "../webhooks/input.js";
import type { Signed } from "../webhooks/signature.js";
import type { Listeners } from "../options/listeners.js";
import type { ApiKey, StripeOptions } from "../options/options.js";
import { stripe as dialect } from "./dialect.js";
import * as v2Errors from "./errors/classes.js";
import {
  type ParseNotification,
  notificationParsers,
  type NotificationParsers,
  type UnknownEventNotification,
} from "./notifications.js";
import type { RelatedObject } from "./events.js";
import { createHandler, type EventNotificationHandler, type FallbackCallback } from "./handler.js";
import { constructEvent, constructEventAsync } from "./webhooks.js";

export * from "../class.js";
export type {
  EventNotificationHandler,
  FallbackCallback,
  PreHandleCallback,
  UnhandledNotificationDetails,
} from "./handler.js";
export type { RelatedObject, UnknownV2Event, V2Event, V2EventOf } from "./events.js";
export type { V2List } from "./lists.js";
export type { V2ListPromise } from "./pages.js";
export type {
  EventNotification,
  EventNotificationOf,
  UnknownEventNotification,
} from "./notifications.js";

/** Where the official SDK has these types. */
export declare namespace Events {
  export type { RelatedObject, UnknownEventNotification };
}

const errors: typeof firstErrors & typeof v2Errors = { ...FirstVersion.errors, ...v2Errors };
const webhooks: Webhooks = { ...FirstVersion.webhooks, constructEvent, constructEventAsync };

export class Base extends FirstVersion implements NotificationParsers {
  static override readonly errors: typeof errors = errors;
  static override readonly webhooks: Webhooks = webhooks;

  override readonly errors: typeof errors = errors;
  override readonly webhooks: Webhooks = { ...webhooks };
  /** Checks that Stripe sent an event that only names its object, and gives what can fetch the rest. */
  declare readonly parseEventNotification: NotificationParsers["parseEventNotification"];
  /** The same for every platform. */
  declare readonly parseEventNotificationAsync: NotificationParsers["parseEventNotificationAsync"];
  /** The same for what was checked already: on the way through a queue or an event bus. */
  declare readonly parseEventNotificationWithoutVerification: ParseNotification;
  /** The same client, in another context and for no connected account; without a context, in none. */
  declare readonly withStripeContext: (context?: string | null) => this;

  /**
   * Callbacks for thin events, by their type; `fallback` for all others. Callbacks get a client in the event's context.
   *
   * @throws {TypeError} for a secret that is empty
   * @example
   * ```ts
   * const handler = stripe
   *   .notificationHandler(secret, (event) => console.log(`unexpected: ${event.type}`))
   *   .on("v2.core.account.updated", async (event) => console.log(await event.fetchRelatedObject()));
   * await handler.handle(body, request.headers["stripe-signature"]!);
   * ```
   * @see https://docs.stripe.com/webhooks/event-notification-handlers
   */
  notificationHandler(
    webhookSecret: string,
    fallback: FallbackCallback<this>,
  ): EventNotificationHandler<this, Received> {
    if (typeof webhookSecret !== "string" || !webhookSecret.trim())
      throw new TypeError("webhookSecret must be a text that is not empty");
    return createHandler(
      (payload, header) => this.parseEventNotificationAsync(payload, header, webhookSecret),
      this.withStripeContext,
      fallback,
    );
  }

  /** The same for what was checked already: on the way through a queue or an event bus. */
  notificationHandlerWithoutVerification(
    fallback: FallbackCallback<this>,
  ): EventNotificationHandler<this, [payload: Payload]> {
    const { parseEventNotificationWithoutVerification: parse, withStripeContext } = this;
    return createHandler(parse, withStripeContext, fallback);
  }
}

/** What a webhook receives: the body as it came, and the header `Stripe-Signature`. */
type Received = [payload: Payload, header: Signed[1]];

type StripeClass = new (apiKey: ApiKey, config: Config) => Listeners;

/** The client's options. The instance gets what parses events and changes the context, beside `on`, `once` and `off`. */
export function clientOptions(
  apiKey: ApiKey,
  config: Config,
  stripe: Partial<Listeners>,
): StripeOptions {
  const options = firstOptions(apiKey, config, stripe);
  const client = createClient(dialect(options), server, options);
  const withStripeContext = (context?: string | null) => {
    // The instance is of the class that is made.
    const Class = stripe.constructor as StripeClass;
    const { onRequest, onResponse } = options;
    const own = { stripeAccount: undefined, stripeContext: context ?? undefined };
    const { on, once, off } = stripe;
    return Object.assign(new Class(apiKey, { ...config, onRequest, onResponse, ...own }), {
      on,
      once,
      off,
    });
  };
  Object.assign(stripe, notificationParsers(client), { withStripeContext });
  return options;
}
