/** Responses that go on: server-sent events, JSON lines and JSON text sequences, item by item. */
import type { MediaType, Schema, SchemaObject } from "../../openapi/index.js";
import { child, member } from "../../openapi/pointer.js";
import { target } from "../../openapi/reference.js";
import type { FoundMedia } from "./successes.js";
import type { ModelContext } from "../context/index.js";
import { isJson } from "./media-types.js";
import type { Shaper } from "../shapes/shape.js";
import type { EventsResponse, Shape } from "../types/index.js";

interface Located {
  readonly schema: SchemaObject;
  readonly pointer: string;
}

type Variant = EventsResponse["variants"][number];

/**
 * OpenAPI 3.2 describes an event as an object (`itemSchema`, section "Server-Sent Event Streams"). Before, documents
 * describe it so under `schema`, or give the schema of the data, which is JSON then; text is data that is not parsed.
 */
export function eventVariants(
  context: ModelContext,
  shaper: Shaper,
  media: MediaType,
  pointer: string,
): readonly Variant[] {
  const field = media.itemSchema === undefined ? "schema" : "itemSchema";
  const written = media[field];
  if (typeof written !== "object") return [{}];
  const { schema } = follow(context, { schema: written, pointer: `${pointer}/${field}` });
  const at = `${pointer}/${field}`;
  if (schema.type === "string" && jsonContent(schema) === undefined) return [{}];
  const options = schema.oneOf ?? schema.anyOf;
  const keyword = schema.oneOf === undefined ? "anyOf" : "oneOf";
  const events = (options ?? [schema]).map((option, n) =>
    typeof option === "object"
      ? follow(context, {
          schema: option,
          pointer: options === undefined ? at : `${at}/${keyword}/${n}`,
        })
      : undefined,
  );
  if (events.every((event) => event !== undefined && isEvent(event.schema))) {
    return events.flatMap((event) => (event === undefined ? [] : variant(shaper, event)));
  }
  return [{ data: shaper.shape(written, at) }];
}

const EVENT_FIELDS = ["event", "data", "id", "retry"];

function isEvent({ properties }: SchemaObject): boolean {
  const names = Object.keys(properties ?? {});
  return names.includes("data") && names.every((name) => EVENT_FIELDS.includes(name));
}

function variant(shaper: Shaper, { schema, pointer }: Located): Variant {
  const data: unknown = member(schema.properties, "data");
  const event: unknown = member(schema.properties, "event");
  const at = `${pointer}/properties/data`;
  const constant = member(event, "const");
  const [only, ...more] = [member(event, "enum")].flat();
  const name = constant ?? (more.length === 0 ? only : undefined);
  return {
    ...(typeof name === "string" ? { name } : {}),
    ...dataOf(shaper, data as Schema, at),
  };
}

function dataOf(shaper: Shaper, schema: Schema, pointer: string): { data?: Shape } {
  if (typeof schema !== "object") return {};
  const content = jsonContent(schema);
  if (content !== undefined) return { data: shaper.shape(content, `${pointer}/contentSchema`) };
  return schema.type === "string" ? {} : { data: shaper.shape(schema, pointer) };
}

/** What the text of a schema is, where that is JSON. */
function jsonContent({ contentSchema, contentMediaType }: SchemaObject): Schema | undefined {
  const json = contentMediaType !== undefined && isJson(contentMediaType);
  return json || (contentMediaType === undefined && contentSchema !== undefined)
    ? (contentSchema ?? true)
    : undefined;
}

/** The schema of each value; where a document describes the whole as an array, that of its items. */
export function lineItem(context: ModelContext, shaper: Shaper, found: FoundMedia): Shape {
  const { itemSchema, schema } = found.media;
  if (itemSchema !== undefined) return shaper.shape(itemSchema, `${found.pointer}/itemSchema`);
  const at = `${found.pointer}/schema`;
  if (typeof schema !== "object") return shaper.shape(schema, at);
  const { schema: whole, pointer } = follow(context, { schema, pointer: at });
  const { items } = whole;
  if (whole.type === "array" && (typeof items === "boolean" || isSchema(items))) {
    return shaper.shape(items, child(pointer, "items"));
  }
  return whole.type === "string" ? {} : shaper.shape(schema, at);
}

function isSchema(items: SchemaObject["items"]): items is SchemaObject {
  return typeof items === "object" && !Array.isArray(items);
}

/** The schema at the end of a chain of references, and where it stands. */
function follow(context: ModelContext, { schema, pointer }: Located): Located {
  let found: Located = { schema, pointer };
  for (const seen = new Set<string>(); found.schema.$ref !== undefined;) {
    const ref = found.schema.$ref;
    // `load` has proven that the reference of a schema resolves to a schema.
    const next = target(context.document, ref) as Schema;
    if (seen.has(ref) || typeof next !== "object") break;
    seen.add(ref);
    found = { schema: next, pointer: ref.slice(1) };
  }
  return found;
}
