/** A grammar of whole documents around the grammar of schemas. */
import fc, { type Arbitrary } from "fast-check";
import type { CallStyle, ResourceRule } from "../../../../generator/config/index.js";
import { escapeToken } from "../../../../generator/openapi/pointer.js";
import { type Json, schemas } from "./schemas.js";
import { name, text } from "../text.js";

export interface FuzzDocument {
  readonly document: Json;
  readonly resources: ResourceRule;
  readonly calls: CallStyle;
  readonly raw: boolean;
}

export const documents: Arbitrary<FuzzDocument> = fc
  .tuple(
    fc.constantFrom("3.0.3", "3.1.0"),
    fc.uniqueArray(name, { minLength: 1, maxLength: 6 }),
    fc.constantFrom<ResourceRule>("paths", "tags", "none"),
    fc.constantFrom<CallStyle>("flat", "grouped"),
    fc.boolean(),
  )
  .chain(([openapi, names, resources, calls, raw]) =>
    documentOf(openapi, names).map((document) => ({ document, resources, calls, raw })),
  );

function documentOf(openapi: string, names: readonly string[]): Arbitrary<Json> {
  const refs = fc.constantFrom(...names.map((key) => `#/components/schemas/${pointed(key)}`));
  const schema = schemas(refs, openapi !== "3.0.3");
  const components = fc.tuple(...names.map(() => schema));
  const media = fc.record(
    { schema, itemSchema: schema },
    { requiredKeys: [], noNullPrototype: true },
  );
  const content = fc.dictionary(
    fc.constantFrom(
      ..."application/json application/problem+json multipart/form-data text/plain image/png".split(
        " ",
      ),
      ..."application/x-www-form-urlencoded application/octet-stream text/event-stream */*".split(
        " ",
      ),
      ...["application/jsonl", "application/json-seq", "application/json; charset=utf-8"],
      ...["image/*", "application/vnd.x+json"],
    ),
    media,
    { maxKeys: 3, noNullPrototype: true },
  );
  const parameter = fc
    .tuple(name, fc.constantFrom("query", "header", "cookie"), schema, text, fc.boolean())
    .map(([named, place, own, description, required]) => ({
      name: named,
      in: place,
      schema: own,
      description,
      required,
    }));
  const response = fc.record({ description: text, content }, { noNullPrototype: true });
  const servers = serverLists();
  const security = fc.array(
    fc.dictionary(fc.constantFrom(...names), fc.constant([]), {
      maxKeys: 2,
      noNullPrototype: true,
    }),
    { maxLength: 2 },
  );
  const callback = fc.record(
    {
      parameters: fc.uniqueArray(parameter, {
        maxLength: 2,
        selector: (each) => each.in + each.name,
      }),
      requestBody: fc.record({ content }, { noNullPrototype: true }),
    },
    { noNullPrototype: true },
  );
  const callbacks = fc.dictionary(
    name,
    callback.map((post) => ({ "{$url}": { post } })),
    { maxKeys: 2, noNullPrototype: true },
  );
  const operation = fc.record(
    {
      servers,
      security,
      callbacks,
      operationId: name,
      tags: fc.array(name, { maxLength: 2 }),
      summary: text,
      description: text,
      deprecated: fc.boolean(),
      parameters: fc.uniqueArray(parameter, {
        maxLength: 3,
        selector: (each) => each.in + each.name,
      }),
      requestBody: fc.record({ content, required: fc.boolean() }, { noNullPrototype: true }),
      responses: fc.dictionary(
        fc.constantFrom("200", "201", "204", "2XX", "404", "4XX", "default"),
        response,
        { maxKeys: 3, noNullPrototype: true },
      ),
    },
    { requiredKeys: ["responses"], noNullPrototype: true },
  );
  const variable = name.filter((each) => each !== "" && !/[{}/]/.test(each));
  const path = fc
    .tuple(name, fc.array(variable, { maxLength: 2 }))
    .map(
      ([segment, variables]) =>
        `/${segment.replace(/[{}]/g, "")}${variables.map((each) => `/{${each}}`).join("")}`,
    );
  const item = fc.record(
    { get: operation, post: operation, put: operation, delete: operation },
    { requiredKeys: [], noNullPrototype: true },
  );
  const paths = fc.dictionary(path, item, { maxKeys: 3, noNullPrototype: true });
  const webhooks = fc.dictionary(
    name,
    callback.map((post) => ({ post })),
    { maxKeys: 2, noNullPrototype: true },
  );
  const schemes = fc.dictionary(fc.constantFrom(...names), scheme(), { noNullPrototype: true });
  const more = fc.record(
    { servers, security, webhooks },
    { requiredKeys: [], noNullPrototype: true },
  );
  return fc
    .tuple(components, paths, text, schemes, more)
    .map(([own, items, title, securitySchemes, rest]) => ({
      openapi,
      info: { title, version: "1" },
      ...rest,
      paths: items,
      components: {
        schemas: Object.fromEntries(own.map((each, n) => [names[n], each])),
        securitySchemes,
      },
    }));
}

function serverLists(): Arbitrary<Json> {
  const variable = fc.record(
    { default: text, enum: fc.array(text, { minLength: 1, maxLength: 2 }) },
    {
      requiredKeys: ["default"],
      noNullPrototype: true,
    },
  );
  const url = fc
    .tuple(fc.constantFrom("https://x.test/", "/", "", "//x.test", "x"), fc.array(name))
    .map(([start, names]) => start + names.map((each) => `{${each}}`).join("/"));
  return fc.array(
    fc.record(
      { url, variables: fc.dictionary(name, variable, { maxKeys: 2, noNullPrototype: true }) },
      { requiredKeys: ["url"], noNullPrototype: true },
    ),
    { maxLength: 2 },
  );
}

function scheme(): Arbitrary<Json> {
  return fc.oneof(
    fc.record(
      {
        type: fc.constant("apiKey"),
        in: fc.constantFrom("query", "header", "cookie"),
        name,
      },
      { noNullPrototype: true },
    ),
    fc.constantFrom<Json>(
      { type: "http", scheme: "basic" },
      { type: "http", scheme: "Bearer" },
      { type: "http", scheme: "digest" },
      { type: "oauth2", flows: {} },
      { type: "openIdConnect", openIdConnectUrl: "x" },
      { type: "mutualTLS" },
    ),
  );
}

/** As a token of a reference: escaped twice. */
function pointed(key: string): string {
  return encodeURIComponent(escapeToken(key).replaceAll(/\p{Surrogate}/gu, "?"));
}
