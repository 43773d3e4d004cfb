/** Connections that break. */
import { afterEach, describe, expect, it } from "vitest";
import { request } from "../../../../templates/runtime/call/request.js";
import { StripeConnectionError } from "../../../../templates/stripe/errors/index.js";
import {
  connect,
  type Handler,
  hangUp,
  ok,
  type Server,
  serve,
} from "../../../support/servers/server.js";
import { post, get, dropInHeaders, dropInBody, dropInChunks, reset, fails } from "./network.js";

let server: Server;
afterEach(() => server?.[Symbol.asyncDispose]());

describe("a broken connection", () => {
  it.each([
    ["before a response", hangUp],
    ["by a reset", reset],
    ["in the headers", dropInHeaders],
    ["in the body", dropInBody],
    ["between chunks", dropInChunks],
  ])("%s is fixed by asking again", async (_, fault) => {
    server = await serve(fault, fault, ok({ id: "x" }));
    expect(await request(connect(server), post)).toEqual({ id: "x" });
    expect(server.received).toHaveLength(3);
    const error = await fails(connect(server, { maxNetworkRetries: 0 }), get).catch(
      () => undefined,
    );
    expect(error).toBeUndefined();
  });

  it.each([
    ["before a response", hangUp],
    ["by a reset", reset],
    ["in the headers", dropInHeaders],
    ["in the body", dropInBody],
    ["between chunks", dropInChunks],
  ])("%s is an error with its cause when there is no other try", async (_, fault) => {
    server = await serve(fault);
    const error = await fails(connect(server, { maxNetworkRetries: 0 }), post);
    expect(error).toBeInstanceOf(StripeConnectionError);
    expect(error).toHaveProperty("cause", expect.any(Error));
    expect(String(error)).not.toContain("sk_test");
  });

  it("is what a refused one is too", async () => {
    server = await serve(ok({}));
    const client = connect(server);
    await server[Symbol.asyncDispose]();
    expect(await fails(client, post)).toBeInstanceOf(StripeConnectionError);
  });

  it("in the body of an error counts as one", async () => {
    const cut: Handler = (response) => {
      response.writeHead(402, { "content-length": "100" });
      response.write('{"error":', () => response.destroy());
    };
    for (const middleware of [[], [{ onRequest: () => undefined }]]) {
      server = await serve(cut, ok({ id: "x" }));
      expect(await request(connect(server, { middleware }), post)).toEqual({ id: "x" });
      await server[Symbol.asyncDispose]();
    }
  });

  it("does not come from a keep-alive socket that the server closed while it was idle", async () => {
    server = await serve((response, request, socket) => {
      ok({ id: "x" })(response, request, socket);
      response.on("finish", () => setTimeout(() => socket.destroy(), 1));
    });
    const client = connect(server);
    for (let n = 0; n < 20; n++) {
      await request(client, post);
      await new Promise((resolve) => setTimeout(resolve, n % 4));
    }
    expect(server.received.length).toBeGreaterThanOrEqual(20);
  });
});
