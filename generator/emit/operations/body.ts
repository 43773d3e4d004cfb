/** How an operation tells the runtime to write its body, where the client would not do so by itself. */
import { essence, isJson, isRange } from "../../model/content/media-types.js";
import type { Body, Params } from "../../model/types/index.js";
import type { Encoding } from "../../openapi/index.js";
import { constantObject, stringLiteral } from "../code/encode.js";
import type { ModuleWriter } from "../names/open-module.js";

/** The call's `encode` field; none for the client's default media type. */
export function bodyEncoder(writer: ModuleWriter, body: Body): string[] {
  return isUntold(body) ? [] : [`encode: ${encoder(writer, body)}`];
}

/** Whether the client writes the body in this way by itself. */
export function isUntold({ isDefault, isImplied }: Body): boolean {
  return isDefault && isImplied !== true;
}

/** The same where a caller may choose another media type. */
export function encodingFields(writer: ModuleWriter, { bodies }: Params, body: Body): string[] {
  if (bodies === undefined) return bodyEncoder(writer, body);
  const encoders = bodies.contents.map(({ body: own }): [string, string] => [
    own.mediaType,
    isUntold(own) ? "undefined" : encoder(writer, own),
  ]);
  const chosen = `options?.contentType ?? ${stringLiteral(body.mediaType)}`;
  return [`encode: (${constantObject(encoders)})[${chosen}]`];
}

function encoder({ imports }: ModuleWriter, body: Body): string {
  const { mediaType, encoding, nested, isImplied } = body;
  const type = essence(mediaType);
  const details = encodingDetails(encoding);
  if (isImplied === true) return `${imports.symbol("jsonObject")}(${stringLiteral(mediaType)})`;
  if (type === "application/json" || (isJson(mediaType) && isRange(mediaType)))
    return imports.symbol("json");
  if (isJson(mediaType)) return `${imports.symbol("jsonAs")}(${stringLiteral(mediaType)})`;
  if (type === "application/x-www-form-urlencoded") {
    return `${imports.symbol("formOf")}(${details ?? ""})`;
  }
  if (type === "multipart/form-data") {
    if (nested) return imports.symbol("nestedMultipart");
    if (details === undefined) return imports.symbol("multipart");
    return `${imports.symbol("multipartOf")}(${details})`;
  }
  if (isRange(mediaType)) return imports.symbol("rawInRange");
  return `${imports.symbol("raw")}(${stringLiteral(mediaType)})`;
}

/** The document's `encoding` objects (OpenAPI 3, "Encoding Object") as an object literal. */
function encodingDetails(encoding: Readonly<Record<string, Encoding>>): string | undefined {
  const entries = Object.entries(encoding).flatMap(([name, details]): [string, string][] => {
    const { style, explode, allowReserved, contentType } = details;
    const fields = [
      ...(style === undefined ? [] : [`style: ${stringLiteral(style)}`]),
      ...(explode === undefined || style === "deepObject" ? [] : [`explode: ${explode}`]),
      ...(allowReserved === true ? ["allowReserved: true"] : []),
      ...(contentType === undefined ? [] : [`contentType: ${stringLiteral(contentType)}`]),
    ];
    return fields.length === 0 ? [] : [[name, `{ ${fields.join(", ")} }`]];
  });
  return entries.length === 0 ? undefined : constantObject(entries);
}
