/** The responses that an operation gives when all is well, and what each offers (OpenAPI 3, "Responses Object"). */
import type { DocumentOperation } from "../api/document-operation.js";
import type { ModelContext } from "../context/index.js";
import type { MediaType, Response } from "../../openapi/index.js";
import { child } from "../../openapi/pointer.js";
import { dereference, isReference } from "../../openapi/reference.js";
import { isJson } from "./media-types.js";

/** One media type of one response. */
export interface FoundMedia {
  readonly mediaType: string;
  readonly media: MediaType;
  /** JSON pointer of the media type object. */
  readonly pointer: string;
}

/** The content of one response; empty where it has no body. */
export type Content = readonly FoundMedia[];

/** What is asked for by default, of the first response that has a body. */
export function preferredMedia(
  context: ModelContext,
  place: DocumentOperation,
): FoundMedia | undefined {
  const filled = successContents(context, place).filter((content) => content.length > 0);
  return preferred(filled[0] ?? []);
}

/** The responses of all 2xx statuses, the lowest first, then `2XX`; `default` where there are none. */
export function successContents(context: ModelContext, place: DocumentOperation): Content[] {
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

/** What one response offers in the place of another's media type. */
export function similar(content: Content, { mediaType }: FoundMedia): FoundMedia | undefined {
  return (
    content.find((other) => other.mediaType === mediaType) ??
    content.find((other) => isJson(mediaType) && isJson(other.mediaType))
  );
}
