/** A grammar of whole documents around the grammar of schemas. */
import fc, { type Arbitrary } from "fast-check";
import { escapeToken } from "../../generator/pointer.js";
import { type Json, schemas } from "./schemas.js";
import { name, text } from "./text.js";

export interface FuzzDocument {
  readonly document: Json;
  readonly resources: "paths" | "none";
  readonly raw: boolean;
}

export const documents: Arbitrary<FuzzDocument> = fc
  .tuple(
    fc.constantFrom("3.0.3", "3.1.0"),
    fc.uniqueArray(name, { minLength: 1, maxLength: 6 }),
    fc.constantFrom("paths" as const, "none" as const),
    fc.boolean(),
  )
  .chain(([openapi, names, resources, raw]) =>
    documentOf(openapi, names).map((document) => ({ document, resources, raw })),
  );

function documentOf(openapi: string, names: readonly string[]): Arbitrary<Json> {
  const refs = fc.constantFrom(...names.map((key) => `#/components/schemas/${pointed(key)}`));
  const schema = schemas(refs, openapi !== "3.0.3");
  const components = fc.tuple(...names.map(() => schema));
  const media = fc.record({ schema }, { requiredKeys: [], noNullPrototype: true });
  const content = fc.dictionary(
    fc.constantFrom(
      ..."application/json application/problem+json multipart/form-data text/plain image/png".split(
        " ",
      ),
      ..."application/x-www-form-urlencoded application/octet-stream text/event-stream */*".split(
        " ",
      ),
      ...["application/jsonl", "application/json; charset=utf-8"],
    ),
    media,
    { maxKeys: 2, noNullPrototype: true },
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
  const operation = fc.record(
    {
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
  return fc.tuple(components, paths, text).map(([own, items, title]) => ({
    openapi,
    info: { title, version: "1" },
    paths: items,
    components: { schemas: Object.fromEntries(own.map((each, n) => [names[n], each])) },
  }));
}

/** As a token of a reference: escaped twice. */
function pointed(key: string): string {
  return encodeURIComponent(escapeToken(key).replaceAll(/\p{Surrogate}/gu, "?"));
}
