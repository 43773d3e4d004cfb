/**
 * Webhook events: which object each type of event carries.
 * The document lists the types as an enum; the object follows from the type's name.
 */
import type { EventRule } from "../../config/index.js";
import { at, member, parsePointer } from "../../openapi/pointer.js";
import { fail, type ModelContext, warn } from "../context/index.js";
import type { EventType } from "../types/index.js";

export function readEvents(context: ModelContext): readonly EventType[] {
  const rule = context.dialect?.events;
  if (rule === undefined) return [];
  const schemas = context.document.components?.schemas ?? {};
  const corrections = member(member(schemas, rule.schema), "x-unfold-events");
  return eventNames(context, rule).flatMap((type) => {
    const corrected = member(corrections, type);
    const key =
      typeof corrected === "string"
        ? corrected
        : objectOf(type, (name) => Object.hasOwn(schemas, name));
    if (key !== undefined && Object.hasOwn(schemas, key)) return [{ type, key }];
    warn(context, {
      code: "unknown-event-object",
      message: `no schema is known for the object of the event ${JSON.stringify(type)}`,
      pointer: rule.types,
      hint: "Name it in an overlay: x-unfold-events on the event's schema.",
    });
    return [];
  });
}

/** The listed types, without the wildcard. */
function eventNames(context: ModelContext, { types }: EventRule): string[] {
  const values = at(context.document, parsePointer(types) ?? []);
  if (!Array.isArray(values)) {
    fail(context, {
      code: "missing-event-types",
      message: "there is no list of event types where the configuration says",
      pointer: types,
      hint: "Correct dialect.events.types: a JSON pointer of an enum.",
    });
  }
  return values.filter((value) => typeof value === "string").filter((value) => value !== "*");
}

/**
 * The longest beginning of `customer.subscription.created`, without its last word, that names a schema:
 * as it is, with other separators (`issuing_card` is `issuing.card`), or by its own last word.
 */
function objectOf(type: string, exists: (key: string) => boolean): string | undefined {
  const words = type.split(".").slice(0, -1);
  for (let length = words.length; length > 0; length--) {
    const beginning = words.slice(0, length);
    const last = beginning.at(-1) ?? "";
    const candidates = [beginning.join("."), beginning.join("_"), last.replace("_", "."), last];
    const found = candidates.find(exists);
    if (found !== undefined) return found;
  }
  return undefined;
}
