/** Where a node of the converted document stands in the document of Swagger 2.0. */
import {
  getMember,
  isObject,
  itemOf,
  type Json,
  type JsonObject,
  nodeAt,
} from "../parse/json-value.js";

type Tokens = readonly string[];

const COMPONENTS: Readonly<Record<string, string>> = {
  schemas: "definitions",
  parameters: "parameters",
  requestBodies: "parameters",
  responses: "responses",
  securitySchemes: "securityDefinitions",
};

/** Tokens of `swagger`, or of what is nearest there, for those of `openapi`. */
export function asWritten(swagger: JsonObject, openapi: JsonObject, tokens: Tokens): Tokens {
  const [first, second = "", third = "", ...rest] = tokens;
  if (first === "servers") return [Object.hasOwn(swagger, "host") ? "host" : "basePath"];
  if (first === "paths") return inPath(swagger, openapi, tokens);
  if (first !== "components") return tokens;
  const section = COMPONENTS[second];
  if (section === undefined) return [];
  const name = keyOf(getMember(swagger, section), third);
  return [section, name, ...(second === "schemas" ? rest : unwrapped(rest))];
}

function inPath(swagger: JsonObject, openapi: JsonObject, tokens: Tokens): Tokens {
  const at = tokens[2] === "parameters" ? 2 : 3;
  const [owner, field, rest] = [tokens.slice(0, at), tokens[at], tokens.slice(at + 1)];
  const written = nodeAt(swagger, [...owner, "parameters"]);
  if (field === "parameters" && rest[0] !== undefined) {
    const parameter = nodeAt(openapi, [...owner, "parameters", rest[0]]);
    const index = indexOf(written, (one) => isSame(one, parameter));
    return [...owner, "parameters", index ?? rest[0], ...unwrapped(rest.slice(1))];
  }
  if (field === "requestBody") return [...owner, ...inBody(swagger, written, rest)];
  return field === "responses" ? [...owner, field, ...unwrapped(rest)] : tokens;
}

/** A body is a parameter, or a form whose fields are. */
function inBody(swagger: JsonObject, written: Json | undefined, rest: Tokens): Tokens {
  const place = (one: Json): Json | undefined => itemOf(resolved(swagger, one), "in");
  const body = indexOf(written, (one) => place(one) === "body");
  const inner = unwrapped(rest);
  if (body !== undefined) return ["parameters", body, ...inner];
  const [, , name, ...deeper] = inner;
  const field = indexOf(
    written,
    (one) => place(one) === "formData" && itemOf(resolved(swagger, one), "name") === name,
  );
  return field === undefined ? ["parameters"] : ["parameters", field, ...deeper];
}

/** A media type stands between content and its schema in OpenAPI 3 alone, a schema around the type of a parameter or header. */
function unwrapped(tokens: Tokens): Tokens {
  const at = tokens.indexOf("content");
  if (at >= 0) return [...tokens.slice(0, at), ...tokens.slice(at + 2)];
  const schema = tokens.indexOf("schema");
  const isFlat = schema >= 0 && tokens[0] !== "schema" && tokens.includes("headers");
  return isFlat || tokens[0] === "schema" ? tokens.filter((_, n) => n !== schema) : tokens;
}

function isSame(one: Json, other: Json | undefined): boolean {
  const ref = itemOf(one, "$ref");
  return ref === undefined
    ? itemOf(one, "name") === itemOf(other, "name") && itemOf(one, "in") === itemOf(other, "in")
    : ref === String(itemOf(other, "$ref")).replace("#/components/", "#/");
}

function resolved(swagger: JsonObject, one: Json): Json | undefined {
  const ref = itemOf(one, "$ref");
  if (typeof ref !== "string") return one;
  const name = /^#\/parameters\/(.*)$/.exec(ref)?.[1] ?? "";
  return nodeAt(swagger, ["parameters", name]);
}

function indexOf(list: Json | undefined, fits: (one: Json) => boolean): string | undefined {
  const index = Array.isArray(list) ? list.findIndex(fits) : -1;
  return index < 0 ? undefined : String(index);
}

/** The library leaves out of a name what OpenAPI 3 does not allow there. */
function keyOf(section: Json | undefined, name: string): string {
  if (!isObject(section) || Object.hasOwn(section, name)) return name;
  const plain = (text: string): string => text.replace(/[^A-Za-z0-9]/g, "");
  return Object.keys(section).find((key) => plain(key) === plain(name)) ?? name;
}
