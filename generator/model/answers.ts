/** What an operation answers when all is well (OpenAPI 3, "Responses Object"). */
import type { MediaType } from "../openapi.js";
import { child } from "../pointer.js";
import { dereference, isReference } from "../reference.js";
import type { ModelContext } from "./context.js";
import { expandRoots } from "./expand.js";
import { matchList } from "./extensions.js";
import { isJson, isText } from "./media-types.js";
import type { OperationTools, Place } from "./place.js";
import type { Answer } from "./types.js";

interface FoundMedia {
  readonly mediaType: string;
  readonly media: MediaType;
  /** JSON pointer of the media type object. */
  readonly pointer: string;
}

export function readAnswer(context: ModelContext, tools: OperationTools, place: Place): Answer {
  const found = successMedia(context, place);
  if (found === undefined) return { kind: "none" };
  const { mediaType, media, pointer } = found;
  if (!isJson(mediaType)) return { kind: isText(mediaType) ? "text" : "stream" };
  const { schema } = media;
  const list = schema === undefined ? undefined : matchList(schema, context.dialect);
  if (list !== undefined) {
    const item = tools.shaper.shape(list.item, `${pointer}/schema/properties/data/items`);
    return { kind: "page", list: list.rule, item, roots: expandRoots(context, tools.expand, item) };
  }
  const shape = tools.shaper.shape(schema, `${pointer}/schema`);
  return { kind: "json", shape, roots: expandRoots(context, tools.expand, shape) };
}

/** The first of the lowest 2xx status (else `2XX`, else `default`), JSON before others. */
function successMedia(
  context: ModelContext,
  { operation, pointer }: Place,
): FoundMedia | undefined {
  const responses = Object.entries(operation.responses ?? {});
  const successes = responses.filter(([status]) => /^2\d\d$/.test(status)).sort(byStatus);
  const ranges = responses.filter(([status]) => /^2xx$/i.test(status));
  const fallback = responses.filter(([status]) => status === "default");
  const candidates = successes.length + ranges.length > 0 ? [...successes, ...ranges] : fallback;
  for (const [status, entry] of candidates) {
    const response = dereference(context.document, entry);
    const at = isReference(entry) ? entry.$ref.slice(1) : child(`${pointer}/responses`, status);
    const media = Object.entries(response.content ?? {});
    const chosen = media.find(([mediaType]) => isJson(mediaType)) ?? media[0];
    if (chosen === undefined) continue;
    const [mediaType, value] = chosen;
    return { mediaType, media: value, pointer: child(`${at}/content`, mediaType) };
  }
  return undefined;
}

function byStatus([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return Number(a) - Number(b);
}
