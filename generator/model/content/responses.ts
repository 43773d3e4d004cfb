/** What an operation returns when all is well (OpenAPI 3, "Responses Object"). */
import type { ReturnedEventRule } from "../../config/index.js";
import type { Example, MediaType, Response, Schema } from "../../openapi/index.js";
import { child, member } from "../../openapi/pointer.js";
import { dereference, isReference } from "../../openapi/reference.js";
import { alwaysObject } from "../shapes/always-object.js";
import { claimType } from "../names/claim.js";
import type { ModelContext } from "../context/index.js";
import { expandRoots } from "../shapes/expand.js";
import { matchList } from "../context/lists.js";
import { isEventStream, isJson, isJsonLines, isJsonSequence, isText } from "./media-types.js";
import { pascalCase } from "../names/identifiers.js";
import { keyOf } from "../types/references.js";
import { idOf, type OperationTools, type DocumentOperation } from "../api/document-operation.js";
import { eventVariants, lineItem } from "./streams.js";
import type { OperationResponse, ResponseContent, Operation, Shape } from "../types/index.js";

export type Responses = Pick<Operation, "response" | "accept" | "responses" | "redirects">;

/** One media type of one response. */
export interface FoundMedia {
  readonly mediaType: string;
  readonly media: MediaType;
  /** JSON pointer of the media type object. */
  readonly pointer: string;
}

/** The content of one response; empty where it has no body. */
type Content = readonly FoundMedia[];

interface Reading {
  readonly context: ModelContext;
  readonly tools: OperationTools;
  /** Of every 2xx response, or of `default` where there is none. */
  readonly all: readonly Content[];
}

/**
 * An operation returns the union of what its 2xx responses hold. By default JSON is asked for; the other media types
 * that all of them offer can be chosen.
 */
export function readResponses(
  context: ModelContext,
  tools: OperationTools,
  place: DocumentOperation,
): Responses {
  const statuses = Object.keys(place.operation.responses ?? {});
  // A dialect of its own has errors of its own, and pages.
  if (context.dialect?.templates !== undefined || !statuses.some(isRedirect))
    return readSuccesses(context, tools, place);
  const isSuccess = statuses.some((status) => /^2(?:\d\d|xx)$/i.test(status));
  return isSuccess
    ? { ...readSuccesses(context, tools, place), redirects: "some" }
    : { response: { kind: "stream" }, redirects: "all" };
}

/** 304 names no other place: it is for callers who ask whether something has changed (RFC 9110, section 15.4.5). */
export function isRedirect(status: string): boolean {
  return /^3(?:\d\d|xx)$/i.test(status) && status !== "304";
}

function readSuccesses(
  context: ModelContext,
  tools: OperationTools,
  place: DocumentOperation,
): Responses {
  const all = successContents(context, place);
  const reading = { context, tools, all };
  const filled = all.filter((content) => content.length > 0);
  const chosen = preferred(filled[0] ?? []);
  // A response to HEAD says what GET would give, and gives nothing of it.
  if (chosen === undefined || place.method === "head") return { response: { kind: "none" } };
  if (filled.some((content) => similar(content, chosen) === undefined)) {
    const contents = mixedContents(reading, filled.flat());
    return { response: { kind: "mixed", contents }, accept: typesOf(contents) };
  }
  const response = readContent(reading, chosen);
  const others = (filled[0] ?? []).filter(
    (media) =>
      media !== chosen &&
      filled.every((content) => content.some(({ mediaType }) => mediaType === media.mediaType)),
  );
  const accept = chosen.mediaType === "application/json" ? {} : { accept: chosen.mediaType };
  if (others.length === 0 || response.kind === "page") return { response, ...accept };
  const contents = [chosen, ...others].map((media): ResponseContent => ({
    mediaType: media.mediaType,
    response: media === chosen ? response : readContent(reading, media),
  }));
  const wanted = `${pascalCase(idOf(place))}Responses`;
  const name = claimType(context, tools.types, wanted, place.pointer);
  return { response, ...accept, responses: { name, contents } };
}

/** What is asked for by default, of the first response that has a body. */
export function preferredMedia(
  context: ModelContext,
  place: DocumentOperation,
): FoundMedia | undefined {
  const filled = successContents(context, place).filter((content) => content.length > 0);
  return preferred(filled[0] ?? []);
}

/** The responses of all 2xx statuses, the lowest first, then `2XX`; `default` where there are none. */
function successContents(context: ModelContext, place: DocumentOperation): Content[] {
  return successes(context, place).map(([at, response]) => contentOf(response, at));
}

/** With the JSON pointer of each. */
export function successes(
  context: ModelContext,
  { operation, pointer }: DocumentOperation,
): (readonly [pointer: string, Response])[] {
  const responses = Object.entries(operation.responses ?? {});
  const exact = responses.filter(([status]) => /^2\d\d$/.test(status)).sort(byStatus);
  const ranges = responses.filter(([status]) => /^2xx$/i.test(status));
  const fallback = responses.filter(([status]) => status === "default");
  const candidates = exact.length + ranges.length > 0 ? [...exact, ...ranges] : fallback;
  return candidates.map(([status, entry]) => {
    const response: Response = dereference(context.document, entry);
    const at = isReference(entry) ? entry.$ref.slice(1) : child(`${pointer}/responses`, status);
    return [at, response];
  });
}

/** The content of the response at `pointer`. */
export function contentOf({ content = {} }: Response, pointer: string): FoundMedia[] {
  return Object.entries(content).map(([mediaType, media]) => ({
    mediaType,
    media,
    pointer: child(`${pointer}/content`, mediaType),
  }));
}

/** JSON before others. */
export function preferred(content: Content): FoundMedia | undefined {
  return content.find(({ mediaType }) => isJson(mediaType)) ?? content[0];
}

function byStatus([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return Number(a) - Number(b);
}

function typesOf(contents: readonly ResponseContent[]): string {
  return contents.map(({ mediaType }) => mediaType).join(", ");
}

/** What one response offers in the place of another's media type. */
function similar(content: Content, { mediaType }: FoundMedia): FoundMedia | undefined {
  return (
    content.find((other) => other.mediaType === mediaType) ??
    content.find((other) => isJson(mediaType) && isJson(other.mediaType))
  );
}

/** Each media type once, with what the responses of that type hold. */
function mixedContents(reading: Reading, media: Content): ResponseContent[] {
  const byType = new Map(media.map((found) => [found.mediaType, found]));
  return Array.from(byType.values(), (found) => {
    const all = reading.all.filter((content) => similar(content, found) !== undefined);
    return { mediaType: found.mediaType, response: readContent({ ...reading, all }, found) };
  });
}

function readContent(reading: Reading, found: FoundMedia): OperationResponse {
  const { mediaType, media, pointer } = found;
  const { context, tools } = reading;
  const { shaper } = tools;
  if (isEventStream(mediaType))
    return { kind: "events", variants: eventVariants(context, shaper, media, pointer) };
  if (isJsonLines(mediaType)) return { kind: "lines", item: lineItem(context, shaper, found) };
  if (isJsonSequence(mediaType)) {
    return { kind: "sequence", item: lineItem(context, shaper, found) };
  }
  if (!isJson(mediaType)) return { kind: isText(mediaType) ? "text" : "stream" };
  return jsonResponse(reading, found);
}

function jsonResponse({ context, tools, all }: Reading, found: FoundMedia): OperationResponse {
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
