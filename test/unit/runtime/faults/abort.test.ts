/** The caller ends a call. */
import { getEventListeners } from "node:events";
import { afterEach, describe, expect, it } from "vitest";
import { raw } from "../../../../templates/runtime/encode/body.js";
import { type Call } from "../../../../templates/runtime/call/request.js";
import {
  connect,
  type Handler,
  ok,
  problem,
  type Server,
  serve,
  stall,
} from "../../../support/servers/server.js";
import {
  post,
  get,
  headersOnly,
  halfABody,
  drip,
  abortable,
  eventually,
  fails,
} from "./network.js";

let server: Server;
afterEach(() => server?.[Symbol.asyncDispose]());

describe("the caller's abort", () => {
  const reason = new Error("the user went away");

  it.each<[string, Handler]>([
    ["before the headers", stall],
    ["after the headers", headersOnly],
    ["in the body", halfABody],
    ["in a body that drips", drip],
    ["while it waits to ask again", problem(500)],
  ])("%s ends the call with the caller's own reason", async (_, fault) => {
    server = await serve(fault);
    const { signal, abort } = abortable();
    const failing = fails(connect(server, {}, 100_000), post, { signal });
    await eventually(() => server.received.length).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 30));
    abort(reason);
    expect(await failing).toBe(reason);
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
  });

  it("before the call sends nothing", async () => {
    server = await serve(ok({}));
    expect(await fails(connect(server), post, { signal: AbortSignal.abort(reason) })).toBe(reason);
    expect(server.received).toHaveLength(0);
  });

  it("while the key is fetched sends nothing, even by a fetch that does not listen", async () => {
    server = await serve(ok({}));
    const controller = new AbortController();
    const client = connect(server, {
      fetch: (url, init) => fetch(url, { ...init, signal: null }),
      apiKey: async () => {
        controller.abort(reason);
        return "sk_test_1";
      },
    });
    expect(await fails(client, post, { signal: controller.signal })).toBe(reason);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(server.received).toHaveLength(0);
  });

  it("lets go of a stream that was being sent", async () => {
    server = await serve(ok({}));
    const { signal, abort } = abortable();
    let pulled = 0;
    let cancelled = false;
    const body = new ReadableStream({
      pull(controller) {
        if (++pulled < 5000) controller.enqueue(new Uint8Array(100_000));
        else controller.close();
      },
      cancel() {
        cancelled = true;
      },
    });
    const upload: Call = { ...post, body, encode: raw("application/octet-stream") };
    const failing = fails(connect(server), upload, { signal });
    await eventually(() => pulled).toBeGreaterThan(2);
    abort(reason);
    expect(await failing).toBe(reason);
    await eventually(() => cancelled).toBe(true);
    expect(pulled).toBeLessThan(5000);
  });

  it("closes the connection", async () => {
    server = await serve(stall);
    const controller = new AbortController();
    const failing = fails(connect(server), get, { signal: controller.signal });
    await eventually(() => server.received.length).toBe(1);
    controller.abort(reason);
    expect(await failing).toBe(reason);
    await eventually(() => server.cut).toBe(1);
  });
});
