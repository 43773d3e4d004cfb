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
import type { Listeners } from "../options/listeners.js";
import type { ApiKey, StripeOptions } from "../options/options.js";
import { stripe as dialect } from "./dialect.js";
import * as v2Errors from "./errors/classes.js";
import {
  type ParseNotification,
  notificationParsers,
  type NotificationParsers,
} from "./notifications.js";
import { constructEvent, constructEventAsync } from "./webhooks.js";

export * from "../class.js";
export type { V2List } from "./lists.js";
export type { V2ListPromise } from "./pages.js";
export type {
  EventNotification,
  EventNotificationOf,
  RelatedObject,
  UnknownEventNotification,
} from "./notifications.js";

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
}

/** The client's options. The instance gets what parses events, beside `on`, `once` and `off`. */
export function clientOptions(
  apiKey: ApiKey,
  config: Config,
  stripe: Partial<Listeners>,
): StripeOptions {
  const options = firstOptions(apiKey, config, stripe);
  const client = createClient(dialect(options), server, options);
  Object.assign(stripe, notificationParsers(client));
  return options;
}
