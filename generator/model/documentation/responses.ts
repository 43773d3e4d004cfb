/** Responses by status, with every media type (OpenAPI 3, "Responses Object"). */
import type { Example, MediaType, Response } from "../../openapi/index.js";
import { child } from "../../openapi/pointer.js";
import { dereference, isReference } from "../../openapi/reference.js";
import type { OperationTools, DocumentOperation } from "../api/document-operation.js";
import { contentOf, type FoundMedia } from "../content/successes.js";
import type { ModelContext } from "../context/index.js";
import { type FindOperation, linksOf } from "./links.js";
import type {
  DocumentedContent,
  DocumentedExample,
  DocumentedHeader,
  DocumentedResponse,
} from "../types/index.js";

export function documentedResponses(
  context: ModelContext,
  tools: OperationTools,
  { operation, pointer }: DocumentOperation,
  find: FindOperation,
): DocumentedResponse[] {
  return Object.entries(operation.responses ?? {}).map(([status, entry]) => {
    const response: Response = dereference(context.document, entry);
    const at = isReference(entry) ? entry.$ref.slice(1) : child(`${pointer}/responses`, status);
    return {
      status: status.replace(/x/g, "X"),
      description: response.description ?? "",
      headers: headersOf(context, tools, response, at),
      contents: contentOf(response, at).map((found) => readContent(context, tools, found)),
      links: linksOf(context.document, response, find),
    };
  });
}

/** All examples of a media type or a parameter; one that stands elsewhere is left there. */
export function examplesOf(
  context: ModelContext,
  { example, examples = {} }: Pick<MediaType, "example" | "examples">,
): DocumentedExample[] {
  if (example !== undefined) return [{ name: "", value: example }];
  return Object.entries(examples).flatMap(([name, entry]) => {
    const { value, summary } = dereference<Example>(context.document, entry);
    if (value === undefined) return [];
    return [{ name, ...(summary === undefined ? {} : { summary }), value }];
  });
}

function readContent(
  context: ModelContext,
  { shaper }: OperationTools,
  { mediaType, media, pointer }: FoundMedia,
): DocumentedContent {
  const field = media.itemSchema === undefined ? "schema" : "itemSchema";
  const schema = media[field];
  return {
    mediaType,
    ...(schema === undefined ? {} : { shape: shaper.shape(schema, `${pointer}/${field}`) }),
    isItem: field === "itemSchema",
    examples: examplesOf(context, media),
  };
}

function headersOf(
  context: ModelContext,
  { shaper }: OperationTools,
  { headers = {} }: Response,
  pointer: string,
): DocumentedHeader[] {
  return Object.entries(headers).map(([name, entry]) => {
    const { schema, required, description, deprecated } = dereference(context.document, entry);
    const at = isReference(entry) ? entry.$ref.slice(1) : child(`${pointer}/headers`, name);
    const shape = shaper.shape(schema, `${at}/schema`);
    return {
      name,
      required: required === true,
      shape: {
        ...shape,
        ...(description === undefined ? {} : { description }),
        ...(deprecated === true ? { deprecated } : {}),
      },
    };
  });
}
