/** Documents of Swagger 2.0: converted where the library for it is installed. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { load, type Loaded } from "../../../generator/load/index.js";
import { unfold } from "../../support/cli.js";
import { ok } from "../../support/servers/server.js";
import { temporaryFolder } from "../../support/typecheck.js";
import { FIXTURES, type Program, start } from "../operations/program.js";

let program: Program;
beforeAll(async () => {
  program = await start("swagger", ok({ name: "Ann" }, 201));
});
afterAll(() => program[Symbol.asyncDispose]());

describe("a call", () => {
  it.each([
    ["list", "GET", "/v1/boats?limit=2&kinds=a,b&tags=c&tags=d", undefined, ""],
    ["add", "POST", "/v1/boats", "application/json", '{"name":"Ann"}'],
    ["tag", "POST", "/v1/boats/b1/photo", "application/x-www-form-urlencoded", "tags=c,d"],
  ])("%s is sent as the document has it", async (name, method, url, type, body) => {
    const sent = await program.sent(name);
    expect([
      sent.method,
      `/v1${sent.url}`,
      sent.headers["content-type"],
      sent.body.toString(),
    ]).toEqual([method, url, type, body]);
    // As Discord has it, a scheme stands before the key.
    expect(sent.headers["x-key"]).toBe("Bot k1");
  });

  it("sends files of a form", async () => {
    const { headers, body } = await program.sent("photo");
    expect(headers["content-type"]).toMatch(/^multipart\/form-data; boundary=/);
    expect(body.toString()).toMatch(/name="title"\r\n\r\nBow\r\n/);
    expect(body.toString()).toMatch(/name="photo"; filename="blob"/);
  });
});

describe("a place", () => {
  let loaded: Loaded;
  beforeAll(async () => {
    loaded = await load("swagger/openapi.yaml", { cwd: FIXTURES });
  });

  const boats = "/paths/~1boats";
  const photo = "/paths/~1boats~1{id}~1photo";
  it.each([
    ["/components/schemas/Boat/properties/name", "/definitions/Boat/properties/name"],
    ["/components/parameters/Limit/schema", "/parameters/Limit"],
    ["/components/securitySchemes/key/name", "/securityDefinitions/key/name"],
    ["/servers/0/url", "/host"],
    [`${boats}/get/parameters/1/schema/items`, `${boats}/get/parameters/1/items`],
    [
      `${boats}/post/requestBody/content/application~1json/schema`,
      `${boats}/post/parameters/0/schema`,
    ],
    [
      `${boats}/post/responses/201/content/application~1json/schema`,
      `${boats}/post/responses/201/schema`,
    ],
    [
      `${boats}/post/responses/201/headers/X-Left/schema/type`,
      `${boats}/post/responses/201/headers/X-Left/type`,
    ],
    [`${photo}/parameters/0/schema/type`, `${photo}/parameters/0/type`],
    [
      `${photo}/put/requestBody/content/multipart~1form-data/schema/properties/photo`,
      `${photo}/put/parameters/1`,
    ],
  ])("%s is told as %s of the file", (pointer, want) => {
    const { pointer: at, line } = loaded.locate(pointer);
    expect(at).toBe(want);
    expect(line).toBeGreaterThan(1);
  });
});

describe("a document", () => {
  const HEAD = 'swagger: "2.0"\ninfo: { title: T, version: "1" }\n';
  it.each<[string, string, number, string]>([
    [
      "of another version is refused",
      'swagger: "1.2"\n',
      3,
      `error: swagger2openapi cannot convert api.yaml: Unsupported swagger/OpenAPI version: 1.2 [swagger-2]
  at api.yaml:1:1 #/swagger
  Correct the document, or convert it by hand
`,
    ],
    [
      "with a wrong reference is refused at its place in the file",
      `${HEAD}paths:\n  /a:\n    get:\n      responses:\n        "200": { description: A, schema: { $ref: "#/definitions/B" } }\ndefinitions: { C: {} }\n`,
      3,
      `error: #/components/schemas/B does not resolve [unresolvable-ref]
  at api.yaml:7:44 #/paths/~1a/get/responses/200/schema/$ref
  Add the missing part to api.yaml, or fix the reference
`,
    ],
    [
      "says what is lost or corrected",
      `${HEAD}paths:\n  /a:\n    get:\n      operationId: a\n      parameters: [{ name: q, in: query, type: array, items: { type: string }, collectionFormat: tsv }]\n      responses:\n        "200": {}\n`,
      0,
      `warning: swagger2openapi has corrected api.yaml: response.description is mandatory [swagger-2-corrected]
  at api.yaml:1:1 #/swagger
  Correct it in the document; there may be more of it
warning: swagger2openapi: collectionFormat:tsv is no longer supported [swagger-2-lost]
  at api.yaml:7:20 #/paths/~1a/get/parameters/0
  OpenAPI 3 cannot say this so; check the client there
`,
    ],
  ])("%s", async (_, text, code, says) => {
    const folder = await temporaryFolder();
    try {
      await writeFile(join(folder.path, "api.yaml"), text);
      const args = ["generate", "api.yaml", "-o", "client"];
      const finished = await unfold(args, { cwd: folder.path });
      expect([finished.code, finished.stderr]).toEqual([code, says]);
    } finally {
      await folder.remove();
    }
  });
});
