/** What stays in memory when calls are over, or forgotten. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterEach, describe, expect, it } from "vitest";
import { stream } from "../../../templates/runtime/response/read.js";
import { type Call, request } from "../../../templates/runtime/call/request.js";
import { connect, ok, type Server, serve } from "../../support/servers/server.js";

setFlagsFromString("--expose-gc");
const gc: () => void = runInNewContext("gc");

let server: Server;
afterEach(() => server?.[Symbol.asyncDispose]());

const get: Call = { method: "GET", path: "/v1/x" };

describe("of an abort signal nothing stays", () => {
  it.each<[string, Call]>([
    ["when the call is over", get],
    ["when nobody reads the rest of a stream", { ...get, read: stream }],
  ])("%s", async (_, call) => {
    server = await serve(ok({ id: "x" }));
    const client = connect(server);
    let gone = 0;
    const registry = new FinalizationRegistry(() => gone++);
    for (let n = 0; n < 50; n++) {
      const { signal } = new AbortController();
      registry.register(signal, undefined);
      await request(client, call, { signal });
    }
    // The last few may still stand on the stack of the loop.
    await expect.poll(() => (gc(), gone), { timeout: 10_000, interval: 50 }).toBeGreaterThan(40);
  });
});
