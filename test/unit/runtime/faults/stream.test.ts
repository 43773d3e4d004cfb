/** Responses that are read piece by piece. */
import { getEventListeners } from "node:events";
import { afterEach, describe, expect, it } from "vitest";
import { stream } from "../../../../templates/runtime/response/read.js";
import { request } from "../../../../templates/runtime/call/request.js";
import type { Client } from "../../../../templates/stripe/dialect.js";
import {
  StripeConnectionError,
  StripeTimeoutError,
} from "../../../../templates/stripe/errors/index.js";
import { connect, problem, type Server, serve } from "../../../support/servers/server.js";
import { halfABody, drip, dropInBody, abortable, eventually, get } from "./network.js";

let server: Server;
afterEach(() => server?.[Symbol.asyncDispose]());

describe("a stream", () => {
  const open = async (client: Client, options = {}) =>
    request<ReadableStream<Uint8Array>>(client, { ...get, read: stream }, options);
  const readAll = async (body: ReadableStream<Uint8Array>) => new Response(body as BodyInit).text();

  it("gives the bytes as they come", async () => {
    server = await serve((response) => response.end("x".repeat(100_000)));
    expect(await readAll(await open(connect(server)))).toHaveLength(100_000);
  });

  it("fails like a call when the connection breaks", async () => {
    server = await serve(dropInBody);
    await expect(readAll(await open(connect(server)))).rejects.toBeInstanceOf(
      StripeConnectionError,
    );
  });

  it("fails when nothing more comes in time, but not when its reader takes long", async () => {
    server = await serve(halfABody, (response) => response.end("x".repeat(1_000_000)));
    const client = connect(server);
    await expect(readAll(await open(client, { timeout: 400 }))).rejects.toBeInstanceOf(
      StripeTimeoutError,
    );
    const slow = await open(client, { timeout: 800 });
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(await readAll(slow)).toHaveLength(1_000_000);
  });

  it("ends with the caller's own reason, and leaves no listener behind", async () => {
    server = await serve(drip);
    const { signal, abort } = abortable();
    const body = await open(connect(server), { signal });
    const reading = readAll(body);
    abort(new Error("enough"));
    await expect(reading).rejects.toThrow("enough");
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
    await eventually(() => server.cut).toBe(1);
  });

  it("closes the connection when its reader stops", async () => {
    server = await serve(drip);
    const { signal } = abortable();
    const body = await open(connect(server), { signal });
    await body.cancel();
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
    await eventually(() => server.cut).toBe(1);
  });

  it("is an error of the API when the status says so", async () => {
    server = await serve(problem(404));
    await expect(open(connect(server))).rejects.toHaveProperty("type", "StripeInvalidRequestError");
  });
});
