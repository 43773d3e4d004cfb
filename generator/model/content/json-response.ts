/** What a response in JSON holds: an object, a list's page, an array, with what can be expanded in it. */
import type { OperationTools } from "../api/document-operation.js";
import type { ReturnedEventRule } from "../../config/index.js";
import type { ModelContext } from "../context/index.js";
import { matchList } from "../context/lists.js";
import type { Example, MediaType, Schema } from "../../openapi/index.js";
import { child, member } from "../../openapi/pointer.js";
import { dereference } from "../../openapi/reference.js";
import { alwaysObject } from "../shapes/always-object.js";
import { expandRoots } from "../shapes/expand.js";
import { keyOf } from "../types/references.js";
import type { OperationResponse, Shape } from "../types/index.js";
import { type Content, type FoundMedia, similar } from "./successes.js";

/** How the responses of an operation are read. */
export interface Reading {
  readonly context: ModelContext;
  readonly tools: OperationTools;
  /** Of every 2xx response, or of `default` where there is none. */
  readonly all: readonly Content[];
}

/** @param found - of one response; those that are similar in the others are part of the type */
export function jsonResponse(
  { context, tools, all }: Reading,
  found: FoundMedia,
): OperationResponse {
  const { schema } = found.media;
  const example = shown(context, found.media);
  const list = matchList(context, schema, `${found.pointer}/schema`);
  if (list !== undefined) {
    const { item, container } = tools.shaper.list(list);
    const roots = expandRoots(context, tools.expand, item);
    const event = returnedEvent(context, item);
    return { kind: "page", list: list.rule, item, container, roots, ...event, ...example };
  }
  const media = all.flatMap((content) => similar(content, found) ?? []);
  const shape = union(
    media.map(({ media: { schema: own }, pointer }) =>
      tools.shaper.shape(own, `${pointer}/schema`),
    ),
  );
  const item = itemOf(context, tools.shaper, shape);
  const roots = expandRoots(context, tools.expand, item ?? shape);
  return {
    kind: "json",
    shape,
    roots,
    ...(item === undefined || roots.length === 0 ? {} : { isArray: true }),
    isObject: media.every(({ media: { schema: own } }) => alwaysObject(context, own)),
    mayBeEmpty: all.some((content) => content.length === 0),
    ...returnedEvent(context, shape),
    ...example,
  };
}

/** The items of what is nothing but an array of them, also where that has a name. */
function itemOf(
  context: ModelContext,
  shaper: OperationTools["shaper"],
  shape: Shape,
  seen: ReadonlySet<string> = new Set(),
): Shape | undefined {
  const key = keyOf(shape);
  if (key === undefined)
    return shape.type === "array" && shape.prefixItems === undefined ? shape.items : undefined;
  const schema = member(context.document.components?.schemas, key) as Schema | undefined;
  if (typeof schema !== "object" || seen.has(key)) return undefined;
  if (schema.$ref === undefined && String(schema.type) !== "array") return undefined;
  const named = shaper.shape(schema, child("/components/schemas", key));
  return itemOf(context, shaper, named, new Set([...seen, key]));
}

/** The dialect's rule of events that only name their object, where this is one of them with all that it tells. */
function returnedEvent({ dialect }: ModelContext, shape: Shape): { event?: ReturnedEventRule } {
  const event = dialect?.notifications?.returned;
  return event?.schema === undefined || keyOf(shape) !== event.schema ? {} : { event };
}

/** The first example of a media type (OpenAPI 3, "Media Type Object"). One that stands elsewhere is left there. */
function shown(
  context: ModelContext,
  { example, examples = {} }: MediaType,
): { example?: unknown } {
  const [first] = Object.values(examples);
  const value = example ?? (first && dereference<Example>(context.document, first).value);
  return value === undefined ? {} : { example: value };
}

/** Each shape once. */
function union(shapes: readonly Shape[]): Shape {
  const different = new Map(shapes.map((shape) => [JSON.stringify(shape), shape]));
  const [first = {}, ...others] = different.values();
  return others.length === 0 ? first : { anyOf: [first, ...others] };
}
