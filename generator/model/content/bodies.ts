/** Request bodies (OpenAPI 3, "Request Body Object"): the media type that is sent by default, and the others. */
import type { Encoding, MediaType, RequestBody, Schema } from "../../openapi/index.js";
import { child } from "../../openapi/pointer.js";
import { dereference, isReference } from "../../openapi/reference.js";
import { claimType } from "../names/claim.js";
import type { Dialect } from "../../config/index.js";
import type { ModelContext } from "../context/index.js";
import { acceptMore } from "./accept.js";
import { essence, isJson, isRange, isStructured } from "./media-types.js";
import { isBinary } from "../shapes/binary.js";
import { facets, requiredNames } from "../schemas/facets.js";
import { pascalCase } from "../names/identifiers.js";
import { idOf, type OperationTools, type DocumentOperation } from "../api/document-operation.js";
import type { Body, BodyChoice, Shape } from "../types/index.js";

export interface FoundBody {
  /** As it is sent by default. */
  readonly body: Body;
  readonly shape: Shape;
  readonly required: boolean;
  readonly choice?: BodyChoice;
}

/** A body's media types, the one that is sent by default first. */
export interface FoundContents {
  readonly contents: BodyChoice["contents"];
  readonly required: boolean;
}

export function readContents(
  context: ModelContext,
  tools: OperationTools,
  place: DocumentOperation,
): FoundContents | undefined {
  const entry = place.operation.requestBody;
  if (entry === undefined) return undefined;
  const at = isReference(entry) ? entry.$ref.slice(1) : `${place.pointer}/requestBody`;
  const requestBody: RequestBody = dereference(context.document, entry);
  const media = Object.entries(requestBody.content ?? {});
  // Sorting is stable: among equals, the document's order decides.
  media.sort(([a], [b]) => rank(context, a) - rank(context, b));
  const contents = media.map(([mediaType, value]) =>
    readContent(context, tools, mediaType, value, child(`${at}/content`, mediaType)),
  );
  const isImplied = requestBody.required === undefined && contents[0]?.body.isImplied === true;
  const schema = media[0]?.[1].schema;
  return {
    contents,
    required: requestBody.required === true || (isImplied && requiresProperties(context, schema)),
  };
}

function requiresProperties({ document }: ModelContext, schema: Schema | undefined): boolean {
  return typeof schema === "object" && requiredNames(facets(document, schema, "")).size > 0;
}

export function readBody(
  context: ModelContext,
  tools: OperationTools,
  place: DocumentOperation,
): FoundBody | undefined {
  const { contents = [], required = false } = readContents(context, tools, place) ?? {};
  const [first] = contents;
  if (first === undefined) return undefined;
  const isChosen = contents.length > 1 || isRange(first.body.mediaType);
  if (!isChosen) return { ...first, required };
  const wanted = `${pascalCase(idOf(place))}Bodies`;
  const name = claimType(context, tools.types, wanted, place.pointer);
  return {
    body: first.body,
    shape: {
      type: "object",
      symbol: { kind: "body", bodies: name, ...(hasRanges(contents) ? { ranges: true } : {}) },
    },
    required,
    choice: { name, contents },
  };
}

function readContent(
  context: ModelContext,
  tools: OperationTools,
  mediaType: string,
  { schema, encoding = {} }: MediaType,
  pointer: string,
): { readonly body: Body; readonly shape: Shape } {
  const isRaw = isRange(mediaType) && holdsBinary(context, schema);
  const shape: Shape =
    isStructured(mediaType) && !isRaw
      ? tools.input.shape(schema, `${pointer}/schema`)
      : { type: "object", symbol: { kind: "raw" } };
  return {
    body: {
      mediaType,
      isDefault: essence(mediaType) === defaultType(context),
      encoding,
      nested: nests(context, encoding),
      ...(isRaw ? { isRaw } : {}),
      ...(context.dialect?.impliedBodies === true && isJson(mediaType) && !isRange(mediaType)
        ? { isImplied: true }
        : {}),
    },
    shape: acceptMore(shape, accepted(context, mediaType)),
  };
}

function hasRanges(contents: BodyChoice["contents"]): boolean {
  return contents.some(({ body }) => isRange(body.mediaType));
}

function holdsBinary({ document }: ModelContext, schema: Schema | undefined): boolean {
  return schema !== undefined && facets(document, schema, "").some((one) => isBinary(one.schema));
}

/** What the dialect writes itself takes all that it can write; any other JSON, only what JSON has a text for. */
function accepted(context: ModelContext, mediaType: string): Dialect | undefined {
  const { dialect } = context;
  if (!isJson(mediaType) || essence(mediaType) === defaultType(context)) return dialect;
  return { dates: (dialect?.dates ?? []).filter(({ unit }) => unit === "text") };
}

function defaultType({ dialect }: ModelContext): string {
  return dialect?.body ?? "application/json";
}

/** The dialect's own type, then JSON, forms, what is sent as it is; then ranges, the narrowest first. */
function rank(context: ModelContext, mediaType: string): number {
  const order = ["application/x-www-form-urlencoded", "multipart/form-data"];
  const type = essence(mediaType);
  if (type === defaultType(context)) return 0;
  if (isRange(mediaType))
    return 5 + (type.match(/\*/g)?.length ?? 0) + (type.endsWith("*") ? 1 : 0);
  if (isJson(mediaType)) return 1;
  return order.includes(type) ? 2 + order.indexOf(type) : 4;
}

/** Whether the dialect's way of nesting values is all that the Encoding Objects speak of. */
function nests({ dialect }: ModelContext, encoding: Readonly<Record<string, Encoding>>): boolean {
  const isDialects = ({ style = "deepObject", contentType, allowReserved }: Encoding): boolean =>
    (style === "deepObject" || style === "form") && contentType === undefined && !allowReserved;
  return dialect?.nested === true && Object.values(encoding).every(isDialects);
}
