/** Node's own transport: what `fetch` does unasked must be done here. */
import { createServer, Agent } from "node:http";
import { createServer as createSocketServer, type AddressInfo, type Socket } from "node:net";
import { promisify } from "node:util";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Call, request } from "../../../../templates/runtime/call/request.js";
import { raw } from "../../../../templates/runtime/encode/body.js";
import { blob, none, stream, text } from "../../../../templates/runtime/response/read.js";
import { connectPlain } from "../../../support/servers/plain.js";
import { type Handler, ok, type Server, serve } from "../../../support/servers/server.js";

let server: Server;
beforeEach(() => {
  vi.stubGlobal("fetch", () => Promise.reject(new Error("fetch is not used here")));
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await server?.[Symbol.asyncDispose]();
});

const get: Call = { method: "GET", path: "/pets" };
const TEXT = JSON.stringify({ text: "Zürich €".repeat(5000) });

/** Responds with bytes under an encoding. */
const encoded =
  (encoding: string, bytes: Uint8Array): Handler =>
  (response) =>
    response.writeHead(200, { "content-encoding": encoding }).end(bytes);

describe("a response", () => {
  it.each([
    ["gzip", gzipSync(TEXT)],
    ["x-gzip", gzipSync(TEXT)],
    ["GZIP", gzipSync(TEXT)],
    ["deflate", deflateSync(TEXT)],
    ["br", brotliCompressSync(TEXT)],
    ["identity", Buffer.from(TEXT)],
  ])("is read from %s", async (encoding, bytes) => {
    server = await serve(encoded(encoding, bytes));
    expect(await request(connectPlain(server), get)).toEqual(JSON.parse(TEXT));
    const body = await request<ReadableStream<Uint8Array<ArrayBuffer>>>(connectPlain(server), {
      ...get,
      read: stream,
    });
    expect(await new Response(body).text()).toBe(TEXT);
    expect(server.received[0]?.headers["accept-encoding"]).toBe("gzip, br");
  });

  it.each([
    ["that is cut", gzipSync(TEXT).subarray(0, 40)],
    ["that is none", Buffer.from("not gzip")],
  ])("of an encoding %s is a connection that broke", async (_, bytes) => {
    server = await serve(encoded("gzip", bytes));
    const client = connectPlain(server, { maxNetworkRetries: 0 });
    await expect(request(client, get)).rejects.toMatchObject({ name: "ConnectionError" });
  });

  it("without a body needs no decoding", async () => {
    server = await serve((response) =>
      response.writeHead(204, { "content-encoding": "gzip" }).end(),
    );
    const client = connectPlain(server, { maxNetworkRetries: 0 });
    expect(await request(client, { ...get, read: none })).toBe(undefined);
    expect(await request(client, { ...get, method: "HEAD", read: text })).toBe("");
  });

  it("is a Blob of its media type", async () => {
    server = await serve((response) =>
      response.writeHead(200, { "content-type": "text/csv" }).end("a,b"),
    );
    const found = await request<Blob>(connectPlain(server), { ...get, read: blob });
    expect([found.type, await found.text()]).toEqual(["text/csv", "a,b"]);
  });

  it("has large headers, and each value of those that repeat", async () => {
    server = await serve((response) => {
      response.writeHead(200, { "x-large": "x".repeat(40_000), "set-cookie": ["a=1", "b=2"] });
      response.end("{}");
    });
    const { lastResponse } = await request<{ lastResponse: { headers: Headers } }>(
      connectPlain(server),
      get,
    );
    expect(lastResponse.headers.get("x-large")).toHaveLength(40_000);
    expect(lastResponse.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
  });

  it("is not another host's: redirects are not followed", async () => {
    server = await serve(ok({}, 302, { location: "http://127.0.0.1:1/" }));
    const client = connectPlain(server, { maxNetworkRetries: 0 });
    await expect(request(client, get)).rejects.toMatchObject({ status: 302 });
  });
});

describe("a body", () => {
  const piecemeal = async function* () {
    yield new TextEncoder().encode("a");
    yield new TextEncoder().encode("b");
  };

  it.each<[string, Call["method"], unknown, string | undefined, string | undefined]>([
    ["text", "POST", "ab", "2", undefined],
    ["text", "DELETE", "ab", "2", undefined],
    ["bytes", "PUT", new TextEncoder().encode("xabx").subarray(1, 3), "2", undefined],
    ["memory", "PATCH", new TextEncoder().encode("ab").buffer, "2", undefined],
    ["a Blob", "DELETE", new Blob(["a", "b"]), "2", undefined],
    ["a generator", "DELETE", piecemeal, undefined, "chunked"],
  ])("of %s goes with %s", async (_, method, body, length, encoding) => {
    server = await serve(ok({}));
    const given: unknown = typeof body === "function" ? body() : body;
    await request(connectPlain(server), { ...get, method, body: given, encode: raw("text/plain") });
    expect(`${server.received[0]?.body}`).toBe("ab");
    expect(server.received[0]?.headers).toMatchObject({ "content-type": "text/plain" });
    expect(server.received[0]?.headers["content-length"]).toBe(length);
    expect(server.received[0]?.headers["transfer-encoding"]).toBe(encoding);
  });

  it.each<[string, string, unknown, string | undefined, string | undefined]>([
    ["what is sent", "999", "ab", "2", undefined],
    ["nothing", "999", undefined, "0", undefined],
    ["what a caller knows of a stream", "2", piecemeal, "2", undefined],
  ])("has the length of %s", async (_, length, body, sent, encoding) => {
    server = await serve(ok({}));
    const given: unknown = typeof body === "function" ? body() : body;
    await request(connectPlain(server), {
      ...get,
      method: "PUT",
      headers: { "Content-Length": length },
      ...(body === undefined ? {} : { body: given, encode: raw("text/plain") }),
    });
    expect(`${server.received[0]?.body}`).toBe(body === undefined ? "" : "ab");
    expect(server.received[0]?.headers["content-length"]).toBe(sent);
    expect(server.received[0]?.headers["transfer-encoding"]).toBe(encoding);
  });

  it("that a middleware changes goes out as changed, with its length", async () => {
    server = await serve(ok({}));
    const middleware = [
      {
        onRequest: ({ request }: { request: Request }) =>
          new Request(request, { method: "POST", body: "other" }),
      },
    ];
    await request(connectPlain(server, { middleware }), { ...get, method: "POST", body: { a: 1 } });
    expect(`${server.received[0]?.body}`).toBe("other");
    expect(server.received[0]?.headers["content-length"]).toBe("5");
  });
});

describe("a connection", () => {
  it("is kept open, for all clients", async () => {
    const ports = new Set<number>();
    server = await serve((response, _, socket) => {
      ports.add(socket.remotePort ?? 0);
      response.end("{}");
    });
    for (const client of [connectPlain(server), connectPlain(server)])
      for (let n = 0; n < 3; n++) await request(client, get);
    expect(ports.size).toBe(1);
  });

  it("goes by the agent that is given", async () => {
    server = await serve(ok({}));
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const client = connectPlain(server, { agent });
    await Promise.all([request(client, get), request(client, get)]);
    expect(Object.values(agent.freeSockets).flat()).toHaveLength(1);
    agent.destroy();
    expect(() => connectPlain(server, { agent: { maxSockets: 1, destroy: () => {} } })).toThrow(
      new TypeError("agent must be an agent of Node"),
    );
  });

  /** A server that closes each connection when a second request arrives on it, without a word. */
  async function closing(limit = Infinity) {
    const arrived: number[] = [];
    const sockets = new Map<Socket, number>();
    const listening = createSocketServer((socket) => {
      socket.on("error", () => {});
      socket.on("data", () => {
        const n = (sockets.get(socket) ?? 0) + 1;
        sockets.set(socket, n);
        arrived.push(n);
        if (n > 1 || arrived.length > limit) socket.destroy();
        else socket.write("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}");
      });
    });
    await promisify(listening.listen.bind(listening) as (done: () => void) => void)();
    const { port } = listening.address() as AddressInfo;
    return {
      arrived,
      url: `http://127.0.0.1:${port}`,
      close: () => {
        for (const socket of sockets.keys()) socket.destroy();
        listening.close();
      },
    };
  }

  it("that the server has closed meanwhile costs no attempt", async () => {
    const stale = await closing();
    server = await serve(ok({}));
    const attempts: (Error | undefined)[] = [];
    const client = connectPlain(server, {
      baseUrl: stale.url,
      maxNetworkRetries: 0,
      onAttempt: ({ error }) => attempts.push(error),
    });
    await request(client, get);
    await request(client, get);
    expect(stale.arrived).toEqual([1, 2, 1]);
    expect(attempts).toEqual([undefined, undefined]);
    stale.close();
  });

  it("is an attempt where the request may not be repeated, or the connection was new", async () => {
    const stale = await closing();
    server = await serve(ok({}));
    const client = connectPlain(server, { baseUrl: stale.url, maxNetworkRetries: 0 });
    const post: Call = { ...get, method: "POST", body: {} };
    await request(client, post);
    await expect(request(client, post)).rejects.toMatchObject({ name: "ConnectionError" });
    expect(stale.arrived).toEqual([1, 2]);
    stale.close();

    const gone = await closing(0);
    const other = connectPlain(server, { baseUrl: gone.url, maxNetworkRetries: 0 });
    await expect(request(other, get)).rejects.toMatchObject({ name: "ConnectionError" });
    expect(gone.arrived).toEqual([1]);
    gone.close();
  });

  it("leaves no listener behind", async () => {
    server = await serve(ok({}));
    const warnings: Error[] = [];
    const warn = (warning: Error) => void warnings.push(warning);
    process.on("warning", warn);
    const controller = new AbortController();
    const client = connectPlain(server);
    for (let n = 0; n < 30; n++) await request(client, get, { signal: controller.signal });
    await new Promise(setImmediate);
    process.off("warning", warn);
    expect(warnings).toEqual([]);
  });

  it("goes through a proxy by an agent", async () => {
    server = await serve(ok({ id: 1 }));
    const asked: (string | undefined)[] = [];
    const proxy = createServer((message, response) => {
      asked.push(message.headers["x-by"] as string);
      response.end('{"id":2}');
    });
    await new Promise<void>((done) => proxy.listen(0, done));
    const { port } = proxy.address() as AddressInfo;
    // What proxy agents do: another address, and the whole URL.
    class ProxyAgent extends Agent {
      override createConnection(...[options, done]: Parameters<Agent["createConnection"]>) {
        return super.createConnection(
          { ...options, host: "127.0.0.1", port } as typeof options,
          done,
        );
      }
    }
    const agent = new ProxyAgent();
    const client = connectPlain(server, { agent, headers: { "x-by": "proxy" } });
    expect(await request(client, get)).toEqual({ id: 2 });
    expect(asked).toEqual(["proxy"]);
    agent.destroy();
    proxy.close();
  });
});
