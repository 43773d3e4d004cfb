/** Values as the client writes them into paths and queries: see `templates/runtime/encode/params.ts` and `form.ts`. */
import type { StyledParameter } from "../../model/types/index.js";
import type { SampleCall } from "./call.js";
import { PATH } from "./types.js";

interface QueryRules {
  /** Whether values nest with brackets. */
  readonly nested: boolean;
  readonly styled: readonly StyledParameter[];
}

export function percentEncode(text: string): string {
  if (text.includes(PATH)) return text;
  return encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, "\ufffd")).replaceAll(
    /[!'()*]/g,
    (found) => {
      return `%${found.charCodeAt(0).toString(16).toUpperCase()}`;
    },
  );
}

/** `a[b][0]=v`: brackets stay. */
export function nestedPairs(values: object): string[] {
  return Object.entries(values).flatMap(([name, value]) => pairsOf(bracketed(name), value));
}

function pairsOf(key: string, value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [`${key}=${bracketed(textOf(value))}`];
  return Object.entries(value).flatMap(([name, inner]) =>
    pairsOf(`${key}[${bracketed(name)}]`, inner),
  );
}

function bracketed(text: string): string {
  return percentEncode(text).replaceAll(/%5[BD]/g, decodeURIComponent);
}

export function queryPairs(values: object, { nested, styled }: QueryRules): string[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const own = styled.find((parameter) => parameter.name === name);
    if (own === undefined) return nested ? nestedPairs({ [name]: value }) : formPairs(name, value);
    const key = percentEncode(name);
    if (own.style === "json") return [`${key}=${percentEncode(JSON.stringify(value))}`];
    if (own.style === "deepObject") {
      return nestedPairs({ [name]: value }).map((pair) =>
        pair.replaceAll(/[[\]]/g, encodeURIComponent),
      );
    }
    if (own.explode) return formPairs(name, value);
    const separator = { pipeDelimited: "%7C", spaceDelimited: "%20" }[String(own.style)] ?? ",";
    return [`${key}=${piecesOf(value).map(percentEncode).join(separator)}`];
  });
}

/** Style `form`, exploded. */
function formPairs(name: string, value: unknown): string[] {
  if (value === null) return [];
  const key = percentEncode(name);
  if (Array.isArray(value)) return value.map((item) => `${key}=${percentEncode(textOf(item))}`);
  if (typeof value === "object") {
    return Object.entries(Object(value)).map(
      ([member, inner]) => `${percentEncode(member)}=${percentEncode(textOf(inner))}`,
    );
  }
  return [`${key}=${percentEncode(textOf(value))}`];
}

/** Style `simple`, as in headers. */
export function styledText(value: unknown): string {
  return piecesOf(value).join(",");
}

function piecesOf(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [textOf(value)];
  if (Array.isArray(value)) return value.map(textOf);
  return Object.entries(value).flatMap(([name, inner]) => [name, textOf(inner)]);
}

export function textOf(value: unknown): string {
  if (value === null) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

export function pathText({ operation, path }: SampleCall): string {
  const values = new Map(
    path.map(({ parameter, value }) => [parameter.name, { parameter, value }]),
  );
  const template = operation.requestPath ?? operation.path;
  return template.replaceAll(/\{([^{}]+)\}/g, (whole, name: string) => {
    const found = values.get(name);
    if (found === undefined) return whole;
    const { style, explode } = found.parameter;
    if (style === "json") return percentEncode(JSON.stringify(found.value));
    const pieces = piecesOf(found.value).map(percentEncode);
    if (style === "label") return `.${pieces.join(explode ? "." : ",")}`;
    if (style === "matrix") {
      const key = percentEncode(name);
      return explode
        ? pieces.map((piece) => `;${key}=${piece}`).join("")
        : `;${key}=${pieces.join(",")}`;
    }
    return pieces.join(",");
  });
}
