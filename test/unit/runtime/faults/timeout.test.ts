/** Responses that take longer than a call may. */
import { afterEach, describe, expect, it } from "vitest";
import { request } from "../../../../templates/runtime/call/request.js";
import { StripeTimeoutError } from "../../../../templates/stripe/errors/index.js";
import { connect, ok, type Server, serve, stall } from "../../../support/servers/server.js";
import { post, headersOnly, halfABody, drip, fails } from "./network.js";

let server: Server;
afterEach(() => server?.[Symbol.asyncDispose]());

describe("no time left", () => {
  it.each([
    ["before the headers", stall],
    ["after the headers", headersOnly],
    ["in the body", halfABody],
    ["in a body that drips", drip],
  ])("%s ends in a timeout", async (_, fault) => {
    server = await serve(fault);
    const error = await fails(connect(server, { maxNetworkRetries: 0 }), post, { timeout: 60 });
    expect(error).toBeInstanceOf(StripeTimeoutError);
    expect(error).toHaveProperty(
      "message",
      `POST ${new URL(server.url).host}: no response within the timeout of 60 ms`,
    );
    expect(server.received.length).toBeLessThanOrEqual(1);
  });

  it("for one attempt may be enough for the next", async () => {
    server = await serve(halfABody, ok({ id: "x" }));
    expect(await request(connect(server, { timeout: 500 }), post)).toEqual({ id: "x" });
    expect(new Set(server.received.map(({ headers }) => headers["idempotency-key"])).size).toBe(1);
  });

  it("for a key that never comes is a timeout too", async () => {
    server = await serve(ok({}));
    const client = connect(server, { apiKey: () => new Promise(() => {}) });
    expect(await fails(client, post, { timeout: 30 })).toBeInstanceOf(StripeTimeoutError);
    expect(server.received).toHaveLength(0);
  });

  it("for a fetch that does not listen to signals is a timeout too", async () => {
    server = await serve(ok({}));
    const client = connect(server, { maxNetworkRetries: 0, fetch: () => new Promise(() => {}) });
    expect(await fails(client, post, { timeout: 30 })).toBeInstanceOf(StripeTimeoutError);
  });

  it("does not matter with a timeout of 0 or Infinity", async () => {
    server = await serve(
      (response, request, socket) =>
        void setTimeout(() => ok({ id: "x" })(response, request, socket), 50),
    );
    for (const timeout of [0, Infinity])
      expect(await request(connect(server, { timeout }), post)).toEqual({ id: "x" });
  });
});
