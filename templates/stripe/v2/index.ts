/** What the main entry has where the document has the second version of the API, too. */
export * from "../index.js";
export * from "./errors/classes.js";
export type { RelatedObject, UnknownV2Event, V2Event, V2EventOf } from "./events.js";
export type { V2List } from "./lists.js";
export {
  type EventNotification,
  type EventNotificationOf,
  parseEventNotification,
  parseEventNotificationAsync,
  parseEventNotificationWithoutVerification,
  type UnknownEventNotification,
} from "./notifications.js";
export type { V2ListPromise } from "./pages.js";
export { constructEvent, constructEventAsync } from "./webhooks.js";
