/** The headers that come with what an operation returns (OpenAPI 3, "Response Object"). */
import { dereference } from "../../openapi/reference.js";
import type { DocumentOperation } from "../api/document-operation.js";
import type { ModelContext } from "../context/index.js";
import type { Operation, ResponseHeader } from "../types/index.js";
import { successes } from "./successes.js";

/** Case tells no header from another: the first spelling stands. */
export function readResponseHeaders(
  context: ModelContext,
  place: DocumentOperation,
): Pick<Operation, "responseHeaders"> {
  const all = successes(context, place).map(([, { headers = {} }]) =>
    Object.entries(headers).map(([name, entry]) => ({
      name,
      required: dereference(context.document, entry).required === true,
    })),
  );
  const byName = new Map<string, ResponseHeader>();
  for (const { name } of all.flat()) {
    const key = name.toLowerCase();
    // OpenAPI ignores it here: it belongs to the content.
    if (key === "content-type" || byName.has(key)) continue;
    const required = all.every((headers) =>
      headers.some((header) => header.name.toLowerCase() === key && header.required),
    );
    byName.set(key, { name, required });
  }
  return byName.size === 0 ? {} : { responseHeaders: [...byName.values()] };
}
