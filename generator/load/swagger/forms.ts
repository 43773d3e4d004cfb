/** Arrays in forms, whose separators swagger2openapi leaves out (Swagger 2.0, "Parameter Object", collectionFormat). */
import {
  getMember,
  isObject,
  itemOf,
  type Json,
  type JsonObject,
  nodeAt,
  setMember,
} from "../parse/json-value.js";

/** Commas stand between values where nothing is said. `multi` is what OpenAPI 3 does by itself. */
const STYLES: Readonly<Record<string, string>> = {
  csv: "form",
  ssv: "spaceDelimited",
  pipes: "pipeDelimited",
};

/** Gives the bodies of `openapi` the Encoding Objects that say how arrays are written. */
export function encodeArrays(swagger: JsonObject, openapi: JsonObject): void {
  for (const [path, item] of entries(getMember(swagger, "paths"))) {
    for (const [method, operation] of entries(item)) {
      const fields = [item, operation]
        .flatMap((owner) => listOf(itemOf(owner, "parameters")))
        .map((parameter) => parameterOf(swagger, parameter));
      for (const field of fields) {
        const style = styleOf(field);
        const name = itemOf(field, "name");
        if (style === undefined || typeof name !== "string") continue;
        const body = nodeAt(openapi, ["paths", path, method, "requestBody"]);
        encode(bodyOf(openapi, body), name, style);
      }
    }
  }
}

function styleOf(field: Json | undefined): string | undefined {
  if (itemOf(field, "in") !== "formData" || itemOf(field, "type") !== "array") return undefined;
  return STYLES[String(itemOf(field, "collectionFormat") ?? "csv")];
}

function encode(body: Json | undefined, name: string, style: string): void {
  for (const [, media] of entries(itemOf(body, "content"))) {
    if (!isObject(media)) continue;
    const known = getMember(media, "encoding");
    const encoding: JsonObject = isObject(known) ? known : {};
    setMember(encoding, name, { style, explode: false });
    setMember(media, "encoding", encoding);
  }
}

function parameterOf(swagger: JsonObject, parameter: Json): Json | undefined {
  return named(swagger, parameter, "#/parameters/", ["parameters"]);
}

function bodyOf(openapi: JsonObject, body: Json | undefined): Json | undefined {
  return named(openapi, body, "#/components/requestBodies/", ["components", "requestBodies"]);
}

/** The node itself, or what its reference names. */
function named(
  root: JsonObject,
  node: Json | undefined,
  prefix: string,
  place: readonly string[],
): Json | undefined {
  const ref = itemOf(node, "$ref");
  if (typeof ref !== "string" || !ref.startsWith(prefix)) return node;
  return nodeAt(root, [...place, ref.slice(prefix.length)]);
}

function entries(node: Json | undefined): readonly [string, Json][] {
  return isObject(node) ? Object.entries(node) : [];
}

function listOf(node: Json | undefined): readonly Json[] {
  return Array.isArray(node) ? node : [];
}
