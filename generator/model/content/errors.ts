/** What an operation returns when something is wrong, by status (OpenAPI 3, "Responses Object"). */
import type { Response } from "../../openapi/index.js";
import { child } from "../../openapi/pointer.js";
import { dereference, isReference } from "../../openapi/reference.js";
import { isRedirect } from "./responses.js";
import { contentOf, preferred } from "./successes.js";
import { claimType } from "../names/claim.js";
import type { ModelContext } from "../context/index.js";
import { isJson, isText } from "./media-types.js";
import { pascalCase } from "../names/identifiers.js";
import { idOf, type OperationTools, type DocumentOperation } from "../api/document-operation.js";
import type { ErrorBodies, Shape } from "../types/index.js";

/** Undefined where the document says nothing of their bodies, and where the dialect has errors of its own. */
export function readErrors(
  context: ModelContext,
  tools: OperationTools,
  place: DocumentOperation,
): ErrorBodies | undefined {
  if (context.dialect?.templates !== undefined) return undefined;
  const { operation, pointer } = place;
  const entries: [string, Shape][] = [];
  for (const [status, entry] of Object.entries(operation.responses ?? {})) {
    if (!/^(?:[345]\d\d|[345]xx|default)$/i.test(status) || isRedirect(status)) continue;
    const response: Response = dereference(context.document, entry);
    const at = isReference(entry) ? entry.$ref.slice(1) : child(`${pointer}/responses`, status);
    entries.push([status.replace(/x/gi, "X"), bodyShape(tools, response, at)]);
  }
  if (entries.every(([, shape]) => Object.keys(shape).length === 0)) return undefined;
  return {
    name: claimType(context, tools.types, `${pascalCase(idOf(place))}Errors`, place.pointer),
    shape: {
      type: "object",
      properties: Object.fromEntries(entries),
      required: entries.map(([status]) => status),
    },
  };
}

/** Unknown where there is no content: whatever stands between may have responded. */
function bodyShape({ shaper }: OperationTools, response: Response, pointer: string): Shape {
  const found = preferred(contentOf(response, pointer));
  if (found === undefined) return {};
  if (isJson(found.mediaType)) return shaper.shape(found.media.schema, `${found.pointer}/schema`);
  return isText(found.mediaType) ? { type: "string" } : {};
}
