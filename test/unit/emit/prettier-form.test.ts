/**
 * Whatever a document's schemas look like: the modules of types and operations are in prettier's form. More documents:
 * `FORM_RUNS=250 npm test -- test/unit/emit/prettier-form`. Others: `FORM_SEED=…`.
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as fc from "fast-check";
import { format } from "prettier";
import { expect, it } from "vitest";
import { build } from "../../../generator/run/build.js";
import { temporaryFolder } from "../../support/typecheck.js";

/** Short and long, so that lines break in each place. */
const word = fc.oneof(
  fc.stringMatching(/^[a-z]{1,9}$/),
  fc.stringMatching(/^[a-z]{8}_[a-z]{9,20}_[a-z]{9,20}$/),
);
const key = fc.oneof(
  { weight: 8, arbitrary: word },
  fc.constantFrom("na-me", "1", "01", "a.b", 'q"q', "it's", "ünï", "constructor", "$ref_"),
);
const value = fc.oneof(
  { weight: 8, arbitrary: word },
  fc.constantFrom<string | number>("", "it's", 'q"q', "a\\b", "ünï", 1, -2, 1.5, 1e21, "-", "*/"),
);
const NAMED = ["Cat", "LongestNamedOfAllTheAnimalsInTheWholeHouse", "Colour"];
const plain = fc.constantFrom<object>(
  { type: "string" },
  { type: "integer", description: "How many." },
  { type: "boolean", deprecated: true },
  { type: ["string", "null"] },
  { type: "object" },
  {},
  { type: "string", format: "binary" },
  { const: "fixed" },
);
const named = fc.constantFrom(...NAMED.map((name) => ({ $ref: `#/components/schemas/${name}` })));

const { schema } = fc.letrec<{ schema: object; object: object }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    plain,
    named,
    fc.record({ enum: fc.uniqueArray(value, { minLength: 1, maxLength: 9 }) }),
    fc.record({
      enum: fc.array(value, { minLength: 1, maxLength: 4 }).map((all) => [...new Set(all), null]),
    }),
    fc.record({ type: fc.constant("array"), items: tie("schema") }),
    fc.record({
      type: fc.constant("array"),
      prefixItems: fc.array(tie("schema"), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({ anyOf: fc.array(tie("schema"), { minLength: 1, maxLength: 4 }) }),
    fc.record({ oneOf: fc.tuple(tie("schema"), fc.constant({ type: "null" })) }),
    fc.record({ allOf: fc.array(tie("object"), { minLength: 1, maxLength: 3 }) }),
    fc.record({ type: fc.constant("object"), additionalProperties: tie("schema") }),
    tie("object"),
  ),
  object: fc.record(
    {
      type: fc.constant("object"),
      properties: fc.dictionary(key, tie("schema"), { maxKeys: 5 }),
      description: fc.constantFrom("One line.", "Two\n\nlines, of which one is `code`.", "*/"),
      additionalProperties: fc.constantFrom<unknown>(false, { type: "string" }),
    },
    { requiredKeys: ["type", "properties"] },
  ),
}));

interface OperationParts {
  readonly id: string;
  readonly path: readonly string[];
  readonly query: Readonly<Record<string, object>>;
  /** How they are written. */
  readonly style: object;
  readonly headers: readonly string[];
  /** Of the response. */
  readonly mediaType: string;
  readonly body: object | undefined;
  readonly response: object;
}

/** Operations that are short and long, with parameters of their own. */
const operation: fc.Arbitrary<OperationParts> = fc.record({
  id: word,
  path: fc.array(word, { maxLength: 3 }),
  query: fc.dictionary(word, schema, { maxKeys: 3 }),
  style: fc.constantFrom<object>(
    {},
    { explode: false },
    { style: "spaceDelimited", explode: false, allowReserved: true },
  ),
  headers: fc.uniqueArray(word, { maxLength: 2 }),
  mediaType: fc.constantFrom("application/json", "text/plain", "application/octet-stream"),
  body: fc.option(schema, { nil: undefined }),
  response: schema,
});

function documentOf(schemas: readonly object[], operations: readonly OperationParts[]): object {
  const json = (one: object) => ({ content: { "application/json": { schema: one } } });
  const paths = operations.map((one, n) => {
    const { id, path, query, style, headers, mediaType, body, response } = one;
    const names = path.map((name, at) => `${name}${at}`);
    const parameters = [
      ...names.map((name) => ({ name, in: "path", required: true, schema: { type: "string" } })),
      ...Object.entries(query).map(([name, schema]) => ({
        name: `${name}q`,
        in: "query",
        schema,
        ...style,
      })),
      ...headers.map((name) => ({ name: `x-${name}`, in: "header", schema: { type: "string" } })),
    ];
    const content = { [mediaType]: { schema: response } };
    const responses = { 200: { description: "OK", content } };
    const requestBody = body === undefined ? {} : { requestBody: json(body) };
    const post = { operationId: `${id}${n}`, parameters, responses, ...requestBody };
    return [`/p${n}${names.map((name) => `/{${name}}`).join("")}`, { post }];
  });
  const [cat = {}, longest = {}] = schemas;
  const own = schemas.map((one, n) => [`S${n}`, one]);
  return {
    openapi: "3.1.0",
    info: { title: "T", version: "1" },
    paths: Object.fromEntries(paths),
    components: {
      schemas: {
        ...Object.fromEntries(own),
        Cat: { type: "object", properties: { first: cat } },
        [NAMED[1] ?? ""]: { type: "object", properties: { second: longest } },
        Colour: { enum: ["red", "green"] },
      },
    },
  };
}

it("are prettier's", async () => {
  const documents = fc.tuple(
    fc.array(schema, { minLength: 4, maxLength: 8 }),
    fc.array(operation, { minLength: 1, maxLength: 4 }),
  );
  const folder = await temporaryFolder();
  try {
    await fc.assert(
      fc.asyncProperty(documents, async ([schemas, operations]) => {
        const text = JSON.stringify(documentOf(schemas, operations));
        await writeFile(join(folder.path, "api.json"), text);
        const project = { name: "t", document: "api.json", output: "out", docs: "full" } as const;
        const { output } = await build(project, { cwd: folder.path });
        for (const [file, code] of output) {
          if (!/^(?:operations|schemas)\//.test(file)) continue;
          expect(code).toBe(await format(code, { parser: "typescript", printWidth: 100 }));
        }
      }),
      {
        numRuns: Number(process.env["FORM_RUNS"] ?? 12),
        seed: Number(process.env["FORM_SEED"] ?? 20240410),
      },
    );
  } finally {
    await folder.remove();
  }
});
