/**
 * What the dialect takes from the document. The generator puts its own file in the place of this one; what stands
 * here is an excerpt, enough to compile and test the dialect alone.
 */

/** `info.version` of the document. */
export const apiVersion: string = "2024-04-10";

/** The version of the generated package. */
export const packageVersion: string = "0.0.0";

/** Where the API is. */
export const server: string = "https://api.stripe.com";

/** The fields of the schema `api_errors`. */
export interface ApiErrors {
  charge?: string;
  code?: string;
  decline_code?: string;
  doc_url?: string;
  message?: string;
  param?: string;
  payment_intent?: object;
  payment_method?: object;
  payment_method_type?: string;
  request_log_url?: string;
  setup_intent?: object;
  source?: object;
  type: "api_error" | "card_error" | "idempotency_error" | "invalid_request_error";
}

/** An event of one type. */
export interface EventOf<T extends keyof EventMap> {
  id: string;
  object: "event";
  api_version: typeof apiVersion;
  created: number;
  type: T;
  data: { object: EventMap[T]; previous_attributes?: Partial<EventMap[T]> };
}

/** What a webhook tells: a union, discriminated by `type`. */
export type Event = { [T in keyof EventMap]: EventOf<T> }[keyof EventMap];

/** The object of each type of event. */
export interface EventMap {
  "customer.created": { id: string; object: "customer" };
  "checkout.session.expired": { id: string; object: "checkout.session" };
}

/** The same, where nobody says what is expanded. */
export interface WideEventMap extends EventMap {}

/** The types of events that only name the object they are about. */
export const notificationTypes: readonly string[] = ["v2.core.account.updated"];

/** The events that only name the object they are about, and that object. */
export interface NotificationMap {
  "v2.core.account.updated": {
    event: {
      id: string;
      object: "v2.core.event";
      type: "v2.core.account.updated";
      created: string;
      livemode: boolean;
      context?: string;
      related_object: { id: string; type: "v2.core.account"; url: string };
    };
    related: { id: string; object: "v2.core.account" };
  };
}
