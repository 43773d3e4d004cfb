/** How an operation tells the runtime to write its body, where the client would not do so by itself. */
import { essence, isJson, isRange, isStructured } from "../../model/content/media-types.js";
import type { Body, Params } from "../../model/types/index.js";
import type { Encoding } from "../../openapi/index.js";
import { constantObject, stringLiteral } from "../code/encode.js";
import type { ModuleWriter } from "../names/open-module.js";

/** The call's `encode` field; none for the client's default media type. `chosen`: what the caller has chosen of a range. */
export function bodyEncoder(writer: ModuleWriter, body: Body, chosen: string): string[] {
  if (isRange(body.mediaType)) return [`encode: ${chosenEncoder(writer, [body], chosen)}`];
  return isUntold(body) ? [] : [`encode: ${encoder(writer, body)}`];
}

/** Whether the client writes the body in this way by itself. */
export function isUntold({ isDefault, isImplied }: Body): boolean {
  return isDefault && isImplied !== true;
}

/** The same where a caller may choose another media type. */
export function encodingFields(writer: ModuleWriter, { bodies }: Params, body: Body): string[] {
  const given = "options?.contentType";
  if (bodies === undefined) return bodyEncoder(writer, body, given);
  const all = bodies.contents.map((content) => content.body);
  if (isRange(body.mediaType)) return [`encode: ${chosenEncoder(writer, all, given)}`];
  const chosen = `${given} ?? ${stringLiteral(body.mediaType)}`;
  if (all.some(({ mediaType }) => isRange(mediaType)))
    return [`encode: ${chosenEncoder(writer, all, chosen)}`];
  return [`encode: (${constantObject(encoders(writer, all))})[${chosen}]`];
}

/** `encodeAs(options?.contentType, { "application/json": json }, { "image/*": raw })` */
function chosenEncoder(writer: ModuleWriter, bodies: readonly Body[], chosen: string): string {
  const { imports } = writer;
  const single = encoders(
    writer,
    bodies.filter(({ mediaType }) => !isRange(mediaType)),
  );
  const ranges = bodies
    .filter(({ mediaType }) => isRange(mediaType))
    .map((body): [string, string] => [body.mediaType, imports.symbol(inRange(body))]);
  return `${imports.symbol("encodeAs")}(${chosen}, ${constantObject(single)}, ${constantObject(ranges)})`;
}

/** What makes the encoder of a media type in a range. */
function inRange({ mediaType, isRaw }: Body): string {
  if (isRaw === true || !isStructured(mediaType)) return "raw";
  return essence(mediaType).endsWith("json") ? "jsonAs" : "jsonOrRaw";
}

function encoders(writer: ModuleWriter, bodies: readonly Body[]): [string, string][] {
  return bodies.map((body) => [
    body.mediaType,
    isUntold(body) ? "undefined" : encoder(writer, body),
  ]);
}

function encoder({ imports }: ModuleWriter, body: Body): string {
  const { mediaType, encoding, nested, isImplied } = body;
  const type = essence(mediaType);
  const details = encodingDetails(encoding);
  if (isImplied === true) return `${imports.symbol("jsonObject")}(${stringLiteral(mediaType)})`;
  if (type === "application/json") return imports.symbol("json");
  if (isJson(mediaType)) return `${imports.symbol("jsonAs")}(${stringLiteral(mediaType)})`;
  if (type === "application/x-www-form-urlencoded") {
    return `${imports.symbol("formOf")}(${details ?? ""})`;
  }
  if (type === "multipart/form-data") {
    if (nested) return imports.symbol("nestedMultipart");
    if (details === undefined) return imports.symbol("multipart");
    return `${imports.symbol("multipartOf")}(${details})`;
  }
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
