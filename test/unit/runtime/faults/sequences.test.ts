/** Faults of all kinds, one after the other. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { request } from "../../../../templates/runtime/call/request.js";
import {
  connect,
  type Handler,
  hangUp,
  ok,
  problem,
  serve,
  stall,
} from "../../../support/servers/server.js";
import { post, halfABody, dropInHeaders, dropInBody, dropInChunks, reset } from "./network.js";

describe("no sequence of faults", () => {
  const faults = {
    hangUp,
    reset,
    dropInHeaders,
    dropInBody,
    dropInChunks,
    stall,
    halfABody,
    409: problem(409),
    429: problem(429),
    500: problem(500),
    503: problem(503, {}, { "stripe-should-retry": "true" }),
    good: ok({ id: "x" }),
  };

  it("makes a POST act twice, or a call settle never or more than once", async () => {
    const script = fc.array(fc.constantFrom(...(Object.keys(faults) as (keyof typeof faults)[])), {
      minLength: 1,
      maxLength: 5,
    });
    let responded = 0;
    await fc.assert(
      fc.asyncProperty(script, async (names) => {
        // Acts on arrival, once for each key, whatever becomes of the response.
        const acted: string[] = [];
        const responses = names.map((name): Handler => (response, call, socket) => {
          const key = String(call.headers["idempotency-key"]);
          if (!acted.includes(key)) acted.push(key);
          faults[name](response, call, socket);
        });
        const [first = ok({}), ...others] = responses;
        await using flaky = await serve(first, ...others);
        let settled = 0;
        await request(connect(flaky, { timeout: 100 }), post).then(
          () => (settled++, responded++),
          () => settled++,
        );
        expect(settled).toBe(1);
        expect(acted.length).toBeLessThanOrEqual(1);
        expect(flaky.received.length).toBeLessThanOrEqual(3);
        expect(flaky.received.filter(({ body }) => String(body) !== "a=1")).toEqual([]);
      }),
      { numRuns: 60 },
    );
    expect(responded).toBeGreaterThan(0);
  });
});
