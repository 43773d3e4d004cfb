/** What a test's `fetch` knows of each operation. */
import type {
  ValueKind,
  KindObject,
  TestOperation,
  TestPages,
} from "../../../templates/testing/document/data.js";
import { isRange } from "../../model/content/media-types.js";
import type { Examples } from "../../examples/index.js";
import type { Encoding } from "../../openapi/index.js";
import type {
  Group,
  Model,
  Operation,
  Pagination,
  Params,
  SecurityAlternatives,
} from "../../model/types/index.js";
import { isPrimitive } from "../operations/call.js";
import { kindOf } from "./kinds.js";

/** By method and path, in the document's order. */
export function testOperations(
  model: Model,
  { responses }: Examples,
): readonly (readonly [key: string, operation: TestOperation])[] {
  return model.operations.map((operation) => {
    const key = `${operation.method} ${operation.path}`;
    const { template, page, id, mediaType } = responses.get(key) ?? {};
    const reads = readsOf(operation);
    const data = {
      ...pathKinds(operation),
      ...(operation.params === undefined ? {} : paramKinds(operation.params)),
      ...listedPaths(operation),
      ...(template === undefined ? {} : { response: template }),
      ...(id === undefined ? {} : { id }),
      ...(page?.url === undefined ? {} : { page: page.url }),
      ...(operation.pagination === undefined ? {} : { pages: testPages(operation.pagination) }),
      ...(operation.requires === undefined ? {} : ownKeys(model, operation.requires)),
      ...(mediaType === undefined ? {} : { mediaType }),
      ...(reads === undefined ? {} : { reads }),
    };
    return [key, data];
  });
}

/** Paths that the document lists begin at the items of a page, and name the way there not. */
function listedPaths({ params, response }: Operation): Pick<TestOperation, "listed" | "items"> {
  if (params?.listed === undefined) return {};
  const { listed } = params;
  return response.kind === "page" ? { listed, items: response.list.items } : { listed };
}

function ownKeys(model: Model, requires: SecurityAlternatives): { keys?: readonly string[] } {
  const keys = queryKeys(model, requires);
  return String(keys) === String(queryKeys(model)) ? {} : { keys };
}

/** Names of the API keys that alternatives have in the query: by default, those of all operations. */
export function queryKeys(
  { api }: Model,
  requires: SecurityAlternatives = api.requires ?? [],
): readonly string[] {
  const schemes = new Set(requires.flat());
  return api.security.flatMap((scheme) =>
    scheme.kind === "apiKey" && scheme.in === "query" && schemes.has(scheme.name)
      ? [scheme.parameter]
      : [],
  );
}

function testPages(pagination: Pagination): TestPages {
  const { items, more } = pagination;
  const page = { items, ...(more === undefined ? {} : { more }) };
  switch (pagination.kind) {
    case "cursor":
    case "url":
      return { ...page, next: pagination.next, end: pagination.end };
    case "link":
      return page;
    case "page":
      return { ...page, parameter: pagination.parameter, first: pagination.first ?? 1 };
    case "offset":
      return { ...page, parameter: pagination.parameter };
  }
}

function readsOf({ response }: Operation): TestOperation["reads"] {
  // Of several media types, the first is returned.
  const { kind } =
    response.kind === "mixed" ? (response.contents[0]?.response ?? response) : response;
  return kind === "json" || kind === "page" || kind === "none" || kind === "mixed"
    ? undefined
    : kind;
}

function pathKinds({ pathParameters }: Operation): { path?: KindObject } {
  const kinds = pathParameters.flatMap(({ name, shape, style }): [string, ValueKind][] => {
    const isPlain = style === "simple" && isPrimitive(shape);
    const kind = isPlain ? kindOf(shape) : "any";
    return kind === "string" ? [] : [[name, kind]];
  });
  return kinds.length === 0 ? {} : { path: Object.fromEntries(kinds) };
}

function paramKinds(params: Params): Partial<Omit<TestOperation, "response">> {
  const { shape, placement, groups, body, bodies, required } = params;
  const kinds = groups.map((group): [Group, ValueKind] => {
    const part = placement === "grouped" ? (shape.properties?.[group] ?? {}) : shape;
    if (group !== "body" || bodies === undefined) return [group, kindOf(part)];
    const isOpen = bodies.contents.some(({ body: own }) => isRange(own.mediaType));
    const sent = bodies.contents.map((content) => kindOf(content.shape));
    return [group, ["or", ...sent, ...(isOpen ? (["raw"] as const) : [])]];
  });
  const needsBody = placement === "grouped" ? shape.required?.includes("body") === true : required;
  const styles = stylesOf(params);
  const expand = params.expand ? params.expandParameter?.name : undefined;
  return {
    ...Object.fromEntries(kinds.filter(([group]) => group !== "path")),
    ...(placement === "grouped" ? { groups } : {}),
    ...(body !== undefined && needsBody ? { needsBody } : {}),
    ...(Object.keys(styles).length === 0 ? {} : { styles }),
    ...(expand === undefined ? {} : { expand }),
  };
}

/** Only what deviates: with brackets around all, nothing in a form does. */
function stylesOf({ styled, body }: Params): NonNullable<TestOperation["styles"]> {
  const places = new Map<string, [name: string, style: string][]>();
  const inForm = body === undefined || body.nested ? [] : encodings(body.encoding);
  for (const { in: place, name, style, explode } of [...styled, ...inForm]) {
    const written = explode || style === "json" ? style : `${style}!`;
    places.set(place, [...(places.get(place) ?? []), [name, written]]);
  }
  return Object.fromEntries(
    Array.from(places, ([place, names]) => [place, Object.fromEntries(names)]),
  );
}

/** Properties of a form that have a style (OpenAPI 3, "Encoding Object"). */
function encodings(encoding: Readonly<Record<string, Encoding>>) {
  return Object.entries(encoding).flatMap(([name, { style, explode }]) => {
    if (style === undefined && explode === undefined) return [];
    const written = style ?? "form";
    return [{ in: "body", name, style: written, explode: explode ?? written === "form" }];
  });
}
