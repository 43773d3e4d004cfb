/** Calls that get stuck before there can be a response: while they connect, and while they send. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, connect as dial, createServer, type Socket } from "node:net";
import { createInterface } from "node:readline";
import { describe, expect, it } from "vitest";
import { raw } from "../../../../templates/runtime/encode/body.js";
import { createClient } from "../../../../templates/runtime/client.js";
import { type Call, request } from "../../../../templates/runtime/call/request.js";
import { type Client, stripe } from "../../../../templates/stripe/dialect.js";
import {
  StripeConnectionError,
  StripeTimeoutError,
} from "../../../../templates/stripe/errors/index.js";

interface Trap extends AsyncDisposable {
  readonly port: number;
}

/** A port that accepts nobody: the process behind it sleeps, and the queue of those who wait is full. */
async function neverConnects(): Promise<Trap> {
  const script = `
    const server = require("node:net").createServer();
    server.listen({ host: "127.0.0.1", port: 0, backlog: 1 }, () => {
      require("node:fs").writeSync(1, server.address().port + "\\n");
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
    });`;
  const child = spawn(process.execPath, ["-e", script], { stdio: ["ignore", "pipe", "inherit"] });
  const [line] = await once(createInterface({ input: child.stdout }), "line");
  const port = Number(line);
  const waiting = Array.from({ length: 8 }, () => dial(port, "127.0.0.1").on("error", () => {}));
  await Promise.race(waiting.map((socket) => once(socket, "connect")));
  return {
    port,
    async [Symbol.asyncDispose]() {
      const exit = once(child, "exit");
      for (const socket of waiting) socket.destroy();
      child.kill("SIGKILL");
      await exit;
    },
  };
}

/** A server that takes connections and does this with them. */
async function takes(act: (socket: Socket) => void): Promise<Trap> {
  const sockets: Socket[] = [];
  const server = createServer({ pauseOnConnect: true }, (socket) => {
    sockets.push(socket.on("error", () => {}));
    act(socket);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

const neverReads = () => takes(() => {});

function clientOf({ port }: Trap): Client {
  const options = {
    apiKey: "sk_test_1",
    baseUrl: `http://127.0.0.1:${port}`,
    maxNetworkRetries: 0,
  };
  return createClient(stripe(options), "https://api.stripe.com", options);
}

const octets = raw("application/octet-stream");
const small: Call = { method: "POST", path: "/v1/x", body: { a: 1 } };
// More than the sockets of both sides hold.
const large: Call = { ...small, body: new Uint8Array(64 * 1024 * 1024), encode: octets };

const phases = [
  ["it connects", neverConnects, small],
  ["it sends", neverReads, large],
  ["it waits for a server that has not read", neverReads, small],
] as const;

describe("a call that is stuck while", () => {
  it.each(phases)("%s ends with its time", async (_, lay, call) => {
    await using trap = await lay();
    await expect(request(clientOf(trap), call, { timeout: 200 })).rejects.toBeInstanceOf(
      StripeTimeoutError,
    );
  });

  it.each(phases)("%s ends with the caller's abort", async (_, lay, call) => {
    await using trap = await lay();
    const controller = new AbortController();
    const failing = request(clientOf(trap), call, { signal: controller.signal });
    setTimeout(() => controller.abort("enough"), 100);
    await expect(failing).rejects.toBe("enough");
  });
});

describe("a connection that breaks", () => {
  it.each([
    ["before the request is read", small],
    ["while it is sent", large],
  ])("%s is an error with its cause", async (_, call) => {
    await using trap = await takes((socket) => void socket.resetAndDestroy());
    const failing = request(clientOf(trap), call);
    await expect(failing).rejects.toBeInstanceOf(StripeConnectionError);
    await expect(failing).rejects.toHaveProperty("cause", expect.any(Error));
  });

  it("while a stream is sent lets go of the stream", async () => {
    await using trap = await takes((socket) => {
      socket.resume();
      setTimeout(() => socket.resetAndDestroy(), 50);
    });
    let cancelled = false;
    const body = new ReadableStream({
      async pull(controller) {
        await new Promise((resolve) => setTimeout(resolve, 1));
        controller.enqueue(new Uint8Array(1000));
      },
      cancel() {
        cancelled = true;
      },
    });
    const failing = request(clientOf(trap), { ...small, body, encode: octets });
    await expect(failing).rejects.toBeInstanceOf(StripeConnectionError);
    await expect.poll(() => cancelled, { timeout: 30_000 }).toBe(true);
  });
});
