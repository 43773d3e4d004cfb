/** Responses that are not what a server should say, and many at once. */
import { getEventListeners } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { request } from "../../../../templates/runtime/call/request.js";
import {
  StripeAPIError,
  StripeConnectionError,
} from "../../../../templates/stripe/errors/index.js";
import { connect, type Handler, ok, type Server, serve } from "../../../support/servers/server.js";
import { post, get, abortable, fails } from "./network.js";

let server: Server;
afterEach(() => server?.[Symbol.asyncDispose]());

describe("an odd response", () => {
  it.each<[string, Handler]>([
    ["truncated JSON", (response) => response.end('{"id":')],
    [
      "no JSON",
      (response) => response.writeHead(200, { "content-type": "text/html" }).end("<html>"),
    ],
    ["an empty body", (response) => response.end()],
  ])("that is %s is an error, not a crash", async (_, response) => {
    server = await serve(response);
    const error = await fails(connect(server), post);
    expect(error).toBeInstanceOf(StripeAPIError);
    expect(error).toHaveProperty("statusCode", 200);
    expect(server.received).toHaveLength(1);
  });

  it("with a wrong content type is read all the same", async () => {
    server = await serve((response) =>
      response.writeHead(200, { "content-type": "text/plain" }).end('{"id":"x"}'),
    );
    expect(await request(connect(server), post)).toEqual({ id: "x" });
  });

  it.each([301, 302, 303, 307, 308])("%i is not followed: the key stays here", async (status) => {
    const other = await serve(ok({ id: "stolen" }));
    server = await serve((response) =>
      response.writeHead(status, { location: `${other.url}/v1/x` }).end(),
    );
    for (const middleware of [[], [{ onRequest: () => undefined }]]) {
      const error = await fails(connect(server, { middleware }), post);
      expect(error).toHaveProperty("statusCode", status);
    }
    expect(other.received).toHaveLength(0);
    expect(server.received).toHaveLength(2);
    await other[Symbol.asyncDispose]();
  });

  it("that is not HTTP is a broken connection", async () => {
    const garbage = createServer((socket) => socket.end("What?\r\n\r\n"));
    await new Promise<void>((resolve) => garbage.listen(0, "127.0.0.1", resolve));
    const { port } = garbage.address() as AddressInfo;
    server = await serve(ok({}));
    const client = connect(server, { baseUrl: `http://127.0.0.1:${port}` });
    expect(await fails(client, get)).toBeInstanceOf(StripeConnectionError);
    garbage.close();
  });
});

describe("many calls", () => {
  it("at once all end, each with its own response, and leave no listener behind", async () => {
    server = await serve((response, call, socket) => ok({ url: call.url })(response, call, socket));
    const { signal } = abortable();
    const warnings: Error[] = [];
    const onWarning = (warning: Error) => warnings.push(warning);
    process.on("warning", onWarning);
    const client = connect(server);
    const responses = await Promise.all(
      Array.from({ length: 1000 }, (_, n) => request(client, { ...get, query: { n } }, { signal })),
    );
    expect(responses).toEqual(Array.from({ length: 1000 }, (_, n) => ({ url: `/v1/x?n=${n}` })));
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
    process.off("warning", onWarning);
    expect(warnings).toEqual([]);
  });
});
