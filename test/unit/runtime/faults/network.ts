/** Networks and servers that fail, and calls that meet them. */
import { expect } from "vitest";
import { type Call, request } from "../../../../templates/runtime/call/request.js";
import type { Client } from "../../../../templates/stripe/dialect.js";
import type { Handler } from "../../../support/servers/server.js";

export const post: Call = { method: "POST", path: "/v1/x", body: { a: 1 } };
export const get: Call = { method: "GET", path: "/v1/x" };

export const headersOnly: Handler = (response) => {
  response.writeHead(200, { "content-length": "1000" });
  response.flushHeaders();
};
export const halfABody: Handler = (response) => {
  response.writeHead(200, { "content-length": "1000" });
  response.write('{"id":"');
};
/** One byte after the other, for ever: the response never ends. */
export const drip: Handler = (response) => {
  response.writeHead(200);
  const timer = setInterval(() => response.write(" "), 5);
  response.on("close", () => clearInterval(timer));
};
export const dropInHeaders: Handler = (_response, _request, socket) => {
  socket.write("HTTP/1.1 200 OK\r\nContent-Ty", () => socket.destroy());
};
export const dropInBody: Handler = (response) => {
  response.writeHead(200, { "content-length": "100" });
  response.write('{"id":', () => response.destroy());
};
export const dropInChunks: Handler = (response) => {
  response.writeHead(200);
  response.write('{"id":', () => response.destroy());
};
export const reset: Handler = (_response, _request, socket) => void socket.resetAndDestroy();

export function abortable() {
  const controller = new AbortController();
  return { signal: controller.signal, abort: (reason: unknown) => controller.abort(reason) };
}

/** As {@link expect.poll}, with time for a machine that has much else to do. */
export const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 30_000 });

export const fails = async (client: Client, call: Call, options = {}): Promise<unknown> =>
  request(client, call, options).then(
    () => expect.unreachable(),
    (error: unknown) => error,
  );
