/** What an operation returns when all is well (OpenAPI 3, "Responses Object"). */
import { claimType } from "../names/claim.js";
import type { ModelContext } from "../context/index.js";
import { isEventStream, isJson, isJsonLines, isJsonSequence, isText } from "./media-types.js";
import { pascalCase } from "../names/identifiers.js";
import { idOf, type OperationTools, type DocumentOperation } from "../api/document-operation.js";
import { jsonResponse, type Reading } from "./json-response.js";
import { eventVariants, lineItem } from "./streams.js";
import { type Content, type FoundMedia, preferred, similar, successContents } from "./successes.js";
import type { OperationResponse, ResponseContent, Operation } from "../types/index.js";

export type Responses = Pick<Operation, "response" | "accept" | "responses" | "redirects">;

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

function typesOf(contents: readonly ResponseContent[]): string {
  return contents.map(({ mediaType }) => mediaType).join(", ");
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
