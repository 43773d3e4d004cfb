/** The runtime without Stripe: any document. */
import { inspect } from "node:util";
import { afterEach, describe, expect, it } from "vitest";
import {
  ApiError,
  ConnectionError,
  TimeoutError,
} from "../../../templates/runtime/errors/index.js";
import { cookies, header, styled } from "../../../templates/runtime/encode/params.js";
import type { Document, WithCredentials } from "../../../templates/runtime/plain.js";
import { blob, none, text } from "../../../templates/runtime/response/read.js";
import { type Call, request, type Result } from "../../../templates/runtime/call/request.js";
import { apiKey, basic, bearer } from "../../../templates/runtime/send/security.js";
import { connectPlain } from "../../support/servers/plain.js";
import { hangUp, ok, type Server, serve, stall } from "../../support/servers/server.js";

let server: Server;
afterEach(() => server?.[Symbol.asyncDispose]());

const connect = (options?: WithCredentials, document?: Document) =>
  connectPlain(server, options, document);

const get: Call = { method: "GET", path: "/pets" };

describe("a request", () => {
  it("carries JSON and parameters of every kind", async () => {
    server = await serve(ok({ id: 1 }));
    const response = await request<Result<{ id: number }>>(connect(), {
      method: "PUT",
      path: "/pets/{id}",
      pathParams: { id: 7 },
      query: { tags: ["a", "b"], filter: { x: 1 } },
      serializeQuery: styled({ filter: { style: "deepObject" } }),
      headers: {
        "X-Ids": header("X-Ids", [1, 2]),
        cookie: cookies({ a: "b" }),
        "X-None": undefined,
      },
      body: { name: "Rex" },
    });
    expect(response).toEqual({ id: 1 });
    expect(server.received[0]).toMatchObject({
      method: "PUT",
      url: "/pets/7?tags=a&tags=b&filter%5Bx%5D=1",
      headers: {
        accept: "application/json",
        "content-type": "application/json",
        "x-ids": "1,2",
        cookie: "a=b",
      },
      body: Buffer.from('{"name":"Rex"}'),
    });
    expect(server.received[0]?.headers).not.toHaveProperty("x-none");
  });

  it.each([
    [text, "héllo"],
    [none, undefined],
  ])("reads its response with %o", async (read, expected) => {
    server = await serve((response) => response.end("héllo"));
    expect(await request(connect(), { ...get, read })).toBe(expected);
    expect(server.received[0]?.headers.accept).toBe("*/*");
  });

  it("reads a blob, with what came along", async () => {
    server = await serve((response) =>
      response.writeHead(200, { "content-type": "image/png", "x-request-id": "r1" }).end("x"),
    );
    const response = await request<Result<Blob>>(connect(), { ...get, read: blob });
    expect(response.type).toBe("image/png");
    expect(response.lastResponse.requestId).toBe("r1");
  });
});

it("takes any JSON for a response, or nothing with status 204", async () => {
  server = await serve(ok("text"), ok(null), ok(7), ok([1]), (response) =>
    response.writeHead(204).end(),
  );
  const client = connect();
  for (const expected of ["text", null, 7, [1], undefined])
    expect(await request(client, get)).toEqual(expected);
});

describe("repeating", () => {
  it.each(["GET", "HEAD", "PUT", "DELETE", "OPTIONS"] as const)(
    "%s happens after 503",
    async (method) => {
      server = await serve(ok({}, 503), ok({}));
      await request(connect(), { method, path: "/", read: none });
      expect(server.received).toHaveLength(2);
    },
  );

  it.each(["POST", "PATCH"] as const)("%s does not happen: it could act twice", async (method) => {
    server = await serve(ok({}, 503), hangUp);
    await expect(request(connect(), { method, path: "/" })).rejects.toBeInstanceOf(ApiError);
    await expect(request(connect(), { method, path: "/" })).rejects.toBeInstanceOf(ConnectionError);
    expect(server.received).toHaveLength(2);
  });

  it("a POST happens where the API knows idempotency keys, under its own name for them", async () => {
    server = await serve(ok({}, 503), ok({}));
    const client = connect({}, { idempotencyHeader: "X-Once" });
    const { lastResponse } = await request<Result<object>>(client, { method: "POST", path: "/" });
    const keys = server.received.map(({ headers }) => headers["x-once"]);
    expect(keys).toEqual([lastResponse.idempotencyKey, lastResponse.idempotencyKey]);
  });

  it.each<[string, Document, object, Partial<Call>, string | undefined]>([
    ["an empty key", { idempotencyHeader: "X-Once" }, { idempotencyKey: "" }, {}, "any"],
    ["an empty header", { idempotencyHeader: "X-Once" }, { headers: { "x-once": " " } }, {}, "any"],
    [
      "an empty parameter",
      { idempotencyHeader: "X-Once" },
      {},
      { headers: { "X-Once": "" } },
      "any",
    ],
    ["a parameter", { idempotencyHeader: "X-Once" }, {}, { headers: { "X-Once": "mine" } }, "mine"],
    ["an empty key that the API does not know", {}, { idempotencyKey: "" }, {}, undefined],
    [
      "an empty header that it does not know",
      {},
      { headers: { "idempotency-key": "" } },
      {},
      undefined,
    ],
  ])("a POST with %s happens only with a key", async (_, document, options, call, key) => {
    server = await serve(ok({}, 503), ok({}));
    const calling = request(connect({}, document), { method: "POST", path: "/", ...call }, options);
    await (key ? calling : expect(calling).rejects.toBeInstanceOf(ApiError));
    const name = document.idempotencyHeader?.toLowerCase() ?? "idempotency-key";
    const keys = server.received.map(({ headers }) => headers[name]);
    expect(keys).toHaveLength(key ? 2 : 1);
    expect(keys.at(-1)).toBe(keys[0]);
    if (key === "any") expect(keys[0]).toMatch(/./);
    else expect(keys[0]).toBe(key);
  });
});

describe("errors", () => {
  it("tell what the API returned", async () => {
    server = await serve(ok({ code: 7, secret: "s3cret" }, 422));
    const error: unknown = await request(connect(), get).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({
      name: "ApiError",
      type: "ApiError",
      status: 422,
      body: { code: 7 },
      message: "GET /pets: 422 Unprocessable Entity",
    });
    expect(inspect(error)).not.toContain("s3cret");
  });

  it("tell that there was no response", async () => {
    server = await serve(hangUp, stall);
    const client = connect({ maxNetworkRetries: 0, timeout: 40 });
    await expect(request(client, get)).rejects.toMatchObject({
      name: "ConnectionError",
      cause: expect.any(Error),
    });
    const error: unknown = await request(client, get).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toBeInstanceOf(ConnectionError);
  });
});

describe("security", () => {
  const document: Document = {
    schemes: {
      token: bearer,
      login: basic,
      headerKey: apiKey("header", "X-Key"),
      queryKey: apiKey("query", "key"),
      cookieKey: apiKey("cookie", "sid"),
    },
    require: [["token"], ["login", "headerKey"], ["queryKey", "cookieKey"], []],
  };
  const login = { username: "ada", password: "pässword" };

  it.each<[string, WithCredentials["auth"], object, string]>([
    ["a token", { token: "t" }, { authorization: "Bearer t" }, "/pets?a=1"],
    [
      "a token that is fetched",
      { token: async () => "t" },
      { authorization: "Bearer t" },
      "/pets?a=1",
    ],
    [
      "the first alternative that can be met",
      { token: undefined, login, headerKey: "k" },
      { authorization: "Basic YWRhOnDDpHNzd29yZA==", "x-key": "k" },
      "/pets?a=1",
    ],
    [
      "a key in the query, and one among the cookies",
      { queryKey: "a&b", cookieKey: "c;d" },
      { cookie: "x=y; sid=c%3Bd" },
      "/pets?a=1&key=a%26b",
    ],
    ["nothing where nothing is given", {}, {}, "/pets?a=1"],
  ])("sends %s", async (_, auth, headers, url) => {
    server = await serve(ok({}));
    await request(connect({ auth: auth ?? {} }, document), {
      ...get,
      query: { a: 1 },
      headers: { cookie: "x=y" },
    });
    expect(server.received[0]).toMatchObject({ url, headers });
    if (!("authorization" in headers))
      expect(server.received[0]?.headers).not.toHaveProperty("authorization");
  });

  it("sends nothing to an operation that needs nothing, and its own to one that says so", async () => {
    server = await serve(ok({}));
    const client = connect({ auth: { token: "t", headerKey: "k" } }, document);
    await request(client, { ...get, security: [] });
    await request(client, { ...get, security: [["headerKey"]] });
    expect(server.received.map(({ headers }) => [headers.authorization, headers["x-key"]])).toEqual(
      [
        [undefined, undefined],
        [undefined, "k"],
      ],
    );
  });

  it("never shows a credential that cannot be sent", async () => {
    server = await serve(ok({}));
    const error: unknown = await request(
      connect({ auth: { token: "t0p\nsecret" } }, document),
      get,
    ).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(TypeError);
    expect(inspect(error)).not.toContain("t0p");
  });
});
