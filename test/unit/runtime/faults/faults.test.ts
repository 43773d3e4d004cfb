/** What networks and servers do to a call. */
import { getEventListeners } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import * as fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { raw } from "../../../../templates/runtime/body.js";
import { stream } from "../../../../templates/runtime/read.js";
import { type Call, request } from "../../../../templates/runtime/request.js";
import type { Client } from "../../../../templates/stripe/dialect.js";
import {
  StripeAPIError,
  StripeConnectionError,
  StripeTimeoutError,
} from "../../../../templates/stripe/errors/index.js";
import {
  type Handler,
  connect,
  hangUp,
  ok,
  problem,
  type Server,
  serve,
  stall,
} from "../../../support/servers/server.js";

const post: Call = { method: "POST", path: "/v1/x", body: { a: 1 } };
const get: Call = { method: "GET", path: "/v1/x" };

const headersOnly: Handler = (response) => {
  response.writeHead(200, { "content-length": "1000" });
  response.flushHeaders();
};
const halfABody: Handler = (response) => {
  response.writeHead(200, { "content-length": "1000" });
  response.write('{"id":"');
};
/** One byte after the other, for ever: the response never ends. */
const drip: Handler = (response) => {
  response.writeHead(200);
  const timer = setInterval(() => response.write(" "), 5);
  response.on("close", () => clearInterval(timer));
};
const dropInHeaders: Handler = (_response, _request, socket) => {
  socket.write("HTTP/1.1 200 OK\r\nContent-Ty", () => socket.destroy());
};
const dropInBody: Handler = (response) => {
  response.writeHead(200, { "content-length": "100" });
  response.write('{"id":', () => response.destroy());
};
const dropInChunks: Handler = (response) => {
  response.writeHead(200);
  response.write('{"id":', () => response.destroy());
};
const reset: Handler = (_response, _request, socket) => void socket.resetAndDestroy();

let server: Server;
afterEach(() => server?.[Symbol.asyncDispose]());

function abortable() {
  const controller = new AbortController();
  return { signal: controller.signal, abort: (reason: unknown) => controller.abort(reason) };
}

/** As {@link expect.poll}, with time for a machine that has much else to do. */
const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 30_000 });

const fails = async (client: Client, call: Call, options = {}): Promise<unknown> =>
  request(client, call, options).then(
    () => expect.unreachable(),
    (error: unknown) => error,
  );

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
