/** Errors say where: which request failed, and why; not of whom. */
import { afterEach, describe, expect, it } from "vitest";
import { createClient } from "../../../../templates/runtime/client.js";
import { ApiError, ConnectionError } from "../../../../templates/runtime/errors/index.js";
import { plain } from "../../../../templates/runtime/plain.js";
import { type Call, request } from "../../../../templates/runtime/call/request.js";
import {
  type Handler,
  connect,
  ok,
  problem,
  type Server,
  serve,
  stall,
} from "../../../support/servers/server.js";

let server: Server;
afterEach(() => server?.[Symbol.asyncDispose]());

const call: Call = {
  method: "GET",
  path: "/pets/{petId}",
  pathParams: { petId: "ada" },
  query: { name: "lovelace" },
};

const options = { maxNetworkRetries: 0 };
const failure = (calling: Promise<unknown>) =>
  calling.then(
    () => expect.unreachable(),
    (error: unknown) => error,
  );
const ofStripe = (more: object = {}) =>
  failure(request(connect(server, { ...options, ...more }), call));
const ofPlain = (more: object = {}) => {
  const all = { ...options, ...more };
  return failure(request(createClient(plain(all), server.url, all), call));
};

const html: Handler = (response) => response.writeHead(404).end("<p>words");

describe("a response that is an error", () => {
  it.each<[string, Handler]>([
    ["GET /pets/{petId}: 404 Not Found: no such pet", ok({ message: "no such pet" }, 404)],
    ["GET /pets/{petId}: 404 Not Found: no such pet", ok({ error: "no such pet" }, 404)],
    [
      "GET /pets/{petId}: 404 Not Found: no such pet",
      ok({ error: { message: "no such pet" } }, 404),
    ],
    [
      "GET /pets/{petId}: 404 Not Found: no such pet",
      ok({ title: "Gone", detail: "no such pet" }, 404),
    ],
    ["GET /pets/{petId}: 404 Not Found", ok({ message: ["no such pet"] }, 404)],
    ["GET /pets/{petId}: 404 Not Found", ok(null, 404)],
    ["GET /pets/{petId}: 404 Not Found", html],
    ["GET /pets/{petId}: 200 OK: the response cannot be read", (response) => response.end("<p>")],
  ])("is told as %s", async (message, response) => {
    server = await serve(response);
    const error = await ofPlain();
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ message, method: "GET", path: "/pets/{petId}" });
  });

  it.each<[string, Handler]>([
    ["No", problem(404)],
    ["GET /pets/{petId}: 404 Not Found", problem(404, { message: "" })],
    ["GET /pets/{petId}: 404 Not Found", problem(404, { message: { en: "No" } })],
    ["GET /pets/{petId}: 404 Not Found", problem(404, { message: 5 })],
    ["GET /pets/{petId}: 404 Not Found", html],
    ["GET /pets/{petId}: 200 OK: the response cannot be read", ok("text")],
    ["GET /pets/{petId}: 200 OK: the response cannot be read", ok([])],
    ["GET /pets/{petId}: 204 No Content: the response cannot be read", ok(null, 204)],
  ])("of Stripe's is told in Stripe's words, or as %s", async (message, response) => {
    server = await serve(response);
    expect(await ofStripe()).toMatchObject({ message, method: "GET", path: "/pets/{petId}" });
  });
});

describe("no response", () => {
  const refused = new Error("connect ECONNREFUSED 127.0.0.1:1");
  it.each<[string, unknown]>([
    ["connect ECONNREFUSED 127.0.0.1:1", new TypeError("fetch failed", { cause: refused })],
    [
      "connect ECONNREFUSED ::1:1, connect ECONNREFUSED 127.0.0.1:1",
      new TypeError("fetch failed", {
        cause: new AggregateError([new Error("connect ECONNREFUSED ::1:1"), refused]),
      }),
    ],
    ["ECONNRESET", new TypeError("fetch failed", { cause: { code: "ECONNRESET" } })],
    [
      "error sending request for url (http://x.test): refused",
      new TypeError(
        "error sending request for url (http://x.test/pets/ada?name=lovelace): refused",
      ),
    ],
    ["Failed to fetch", new TypeError("Failed to fetch")],
    ["gone", "gone"],
    ["no response", undefined],
    ["no response", {}],
  ])("is told with its innermost cause: %s", async (reason, cause) => {
    server = await serve(ok({}));
    const { host } = new URL(server.url);
    const fetch = () => Promise.reject(cause);
    const errors = [await ofPlain({ fetch }), await ofStripe({ fetch })];
    for (const error of errors)
      expect(error).toMatchObject({ message: `GET ${host}: ${reason}`, path: "/pets/{petId}" });
    expect(errors[0]).toBeInstanceOf(ConnectionError);
  });

  it("where nobody listens is told with the address", async () => {
    server = await serve(ok({}));
    const { host, port } = new URL(server.url);
    await server[Symbol.asyncDispose]();
    for (const error of [
      await ofPlain({ baseUrl: `http://${host}/base` }),
      await ofStripe({ baseUrl: undefined, host: "127.0.0.1", port, protocol: "http" }),
    ])
      expect(error).toMatchObject({
        message: `GET ${host}: connect ECONNREFUSED ${host}`,
        cause: { message: "fetch failed", cause: { code: "ECONNREFUSED" } },
      });
  });

  it("in time is told with the limit", async () => {
    server = await serve(stall);
    const { host } = new URL(server.url);
    const message = `GET ${host}: no response within the timeout of 30 ms`;
    expect(await ofPlain({ timeout: 30 })).toMatchObject({ message, path: "/pets/{petId}" });
    expect(await ofStripe({ timeout: 30 })).toMatchObject({ message, path: "/pets/{petId}" });
  });

  it("from causes that form a cycle ends", async () => {
    server = await serve(ok({}));
    const cause = new Error("round");
    cause.cause = cause;
    const errors: unknown[] = [];
    errors.push(errors, new AggregateError(errors, "round"));
    for (const round of [cause, new AggregateError(errors, "round")])
      expect(await ofPlain({ fetch: () => Promise.reject(round) })).toHaveProperty(
        "message",
        expect.stringContaining("round"),
      );
  });
});
