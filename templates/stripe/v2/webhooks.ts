/** `constructEvent` where events may also come that only name their object. */
import type { Event } from "../api.js";
import {
  constructEvent as construct,
  constructEventAsync as constructAsync,
} from "../webhooks/construct-event.js";
import type { Signed } from "../webhooks/signature.js";

/** @throws {TypeError} for an event that only names its object; and all that the first version's throws */
export function constructEvent(...signed: Signed): Event {
  return whole(construct(...signed));
}

/** @throws {TypeError} for an event that only names its object; and all that the first version's throws */
export async function constructEventAsync(...signed: Signed): Promise<Event> {
  return whole(await constructAsync(...signed));
}

function whole(event: Event): Event {
  const { object }: { readonly object?: unknown } = Object(event);
  if (object === "v2.core.event")
    throw new TypeError("A thin event, without its object: give it to parseEventNotification");
  return event;
}
