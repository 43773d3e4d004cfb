/**
 * Webhook events: which object each type of event carries.
 * The document lists the types as an enum; the object follows from the type's name.
 */
import type { EventRule } from "../../config/index.js";
import { at, child, member, parsePointer } from "../../openapi/pointer.js";
import { fail, type ModelContext, warn } from "../context/index.js";
import type { EventType, NotificationType } from "../types/index.js";

export function readEvents(context: ModelContext): readonly EventType[] {
  const rule = context.dialect?.events;
  if (rule === undefined) return [];
  const schemas = context.document.components?.schemas ?? {};
  const named = nameTable(Object.keys(schemas));
  const corrections = member(member(schemas, rule.schema), "x-unfold-events");
  return eventNames(context, rule).flatMap((type) => {
    const corrected = member(corrections, type);
    const key = typeof corrected === "string" ? corrected : objectOf(type, rule, named);
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

/** Events that only name the object they are about, as the extension of the dialect marks their schemas. */
export function readNotifications(context: ModelContext): readonly NotificationType[] {
  const rule = context.dialect?.notifications;
  if (rule === undefined) return [];
  const schemas = context.document.components?.schemas ?? {};
  const named = nameTable(Object.keys(schemas));
  return Object.entries(schemas).flatMap(([key, schema]): NotificationType[] => {
    const told = member(schema, rule.extension);
    const type = member(told, "type");
    if (typeof type !== "string" || member(told, rule.mark.property) !== rule.mark.value) return [];
    const holder = member(member(schema, "properties"), rule.relatedAt);
    if (holder === undefined) return [{ type, key }];
    const related = relatedTo(type, holder, named);
    if (related !== undefined) return [{ type, key, related }];
    warn(context, {
      code: "unknown-event-object",
      message: `no schema is known for the object of the event ${JSON.stringify(type)}`,
      pointer: child("/components/schemas", key),
      hint: `Name it in an overlay: the enum of one of ${rule.relatedAt}.type.`,
    });
    return [{ type, key, related }];
  });
}

/** The schema that the event's own enum of one names; else that of its type, `v1.ship[crew].docked`: `ship`. */
function relatedTo(type: string, holder: unknown, named: NameTable): string | undefined {
  const listed = member(member(member(holder, "properties"), "type"), "enum");
  const [only, ...others]: readonly unknown[] = Array.isArray(listed) ? listed : [];
  if (typeof only === "string" && others.length === 0 && named.keys.has(only)) return only;
  const plain = type.replaceAll(/\[.*?\]/g, "");
  const rule = { types: "", schema: "", objectAt: [] };
  return objectOf(plain, rule, named) ?? objectOf(plain.replace(/^v\d+\./, ""), rule, named);
}

/** The listed types, without a wildcard for all of them. */
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
  return values.filter((value) => typeof value === "string").filter((value) => /\w/.test(value));
}

/**
 * The longest beginning of `customer.subscription.created`, without its last word, that names a schema: as it is, with
 * other separators (`issuing_card` is `issuing.card`), or by its own last word; else, in any case (`Subscription`).
 */
function objectOf(
  type: string,
  { separator = "." }: EventRule,
  { keys, byLetters }: NameTable,
): string | undefined {
  const words = type.split(separator).slice(0, -1);
  const beginnings = words.map((_, n) => words.slice(0, words.length - n));
  const candidates = beginnings.flatMap((beginning) => {
    const last = beginning.at(-1) ?? "";
    return [beginning.join("."), beginning.join("_"), last.replace("_", "."), last];
  });
  const found = candidates.find((name) => keys.has(name));
  return found ?? candidates.map((name) => byLetters.get(lettersOf(name))).find(Boolean);
}

/** The keys of all schemas. */
interface NameTable {
  readonly keys: ReadonlySet<string>;
  readonly byLetters: ReadonlyMap<string, string>;
}

function nameTable(keys: readonly string[]): NameTable {
  return { keys: new Set(keys), byLetters: new Map(keys.map((key) => [lettersOf(key), key])) };
}

function lettersOf(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
}
