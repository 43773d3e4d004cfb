/** A document whose schemas, operations, tags, parameters and properties are called as the client's own parts are. */

/**
 * Each name has one operation, and every fourth name one of the same kind, from `first` on. Half of the names are tags.
 * `expand`: as Stripe's document says it.
 */
export function documentOf(names: readonly string[], expand: boolean, first = 0): object {
  const keys = [...new Set(names)];
  const ref = (n: number) => ({ $ref: `#/components/schemas/${keys[n % keys.length]}` });
  const schemas = keys.map((key, n) => {
    const id = { type: "string", maxLength: 5000 };
    const expandable = { anyOf: [id, ref(n + 1)], "x-expansionResources": { oneOf: [ref(n + 1)] } };
    const properties = {
      id,
      object: { type: "string", enum: [key] },
      self: ref(n),
      other: expand && n % 4 === 0 ? expandable : ref(n + 1),
      [key]: { type: "string", readOnly: n % 9 === 0 },
    };
    return [key, { type: "object", required: ["id", "object"], properties }];
  });
  const paths = keys.map((key, n) => [
    `/v1/${key}/{${key}}`,
    itemOf(
      { key, tag: n % 2 === 0 ? key : "all", schema: ref(n), other: ref(n + 2), expand },
      n + first,
    ),
  ]);
  const event = {
    type: "object",
    properties: { id: { type: "string" }, type: { type: "string" } },
  };
  // What Stripe's templates read of an error.
  const fields = "charge code decline_code doc_url message param payment_method_type type".split(
    " ",
  );
  const text = fields.map((field) => [field, { type: "string" }]);
  const errors = { type: "object", required: ["type"], properties: Object.fromEntries(text) };
  const more = expand ? { event, api_errors: errors } : {};
  return {
    openapi: "3.0.3",
    info: { title: "Taken", version: "1" },
    servers: [{ url: "https://taken.test" }],
    "x-events": keys.map((key) => `${key}.created`),
    paths: Object.fromEntries(paths),
    components: { schemas: { ...Object.fromEntries(schemas), ...more } },
  };
}

interface Part {
  readonly key: string;
  readonly tag: string;
  readonly schema: object;
  readonly other: object;
  readonly expand: boolean;
}

function itemOf({ key, tag, schema, other, expand }: Part, kind: number): object {
  const json = (one: object) => ({ "application/json": { schema: one } });
  const ok = (content: object) => ({ 200: { description: "", content } });
  const form = { schema: { properties: { [key]: schema } } };
  const integers = { type: "array", items: { type: "integer" } };
  const paths = { type: "array", items: { type: "string" } };
  const asked = expand ? [{ name: "expand", in: "query", schema: paths }] : [];
  const shared = { operationId: key, tags: [tag] };
  const operations = [
    {
      get: {
        ...shared,
        parameters: [{ name: key, in: "query", schema: { type: "string" } }, ...asked],
        responses: { ...ok(json(schema)), 404: { description: "", content: json(other) } },
      },
    },
    {
      put: {
        ...shared,
        parameters: [{ name: key, in: "header", schema: integers }],
        requestBody: {
          content: { ...json(schema), "application/x-www-form-urlencoded": form },
        },
        responses: ok({ ...json(other), "text/plain": {} }),
        callbacks: { [key]: { "{$url}": { post: { requestBody: { content: json(other) } } } } },
      },
    },
    {
      post: {
        ...shared,
        parameters: asked,
        requestBody: {
          content: { "application/octet-stream": {}, "multipart/form-data": { schema } },
        },
        responses: ok({ "text/event-stream": { schema: other } }),
      },
    },
    { delete: { ...shared, parameters: asked, responses: ok(json(listOf(schema))) } },
  ];
  const parameters = [{ name: key, in: "path", required: true, schema: { type: "string" } }];
  return { parameters, ...operations[kind % operations.length] };
}

function listOf(items: object): object {
  return {
    type: "object",
    required: ["object", "data", "has_more", "url"],
    properties: {
      object: { type: "string", enum: ["list"] },
      data: { type: "array", items },
      has_more: { type: "boolean" },
      url: { type: "string" },
    },
  };
}
