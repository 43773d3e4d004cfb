/** 50 MB each way, of which only a small part is ever under way. */
import { once } from "node:events";
import { createReadStream, openAsBlob } from "node:fs";
import { mkdtemp, open, rm } from "node:fs/promises";
import { createServer, type Server as HttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createClient } from "../../../templates/runtime/client.js";
import { multipartOf } from "../../../templates/runtime/encode/multipart.js";
import { stream } from "../../../templates/runtime/response/read.js";
import { request } from "../../../templates/runtime/call/request.js";
import { stripe } from "../../../templates/stripe/dialect.js";

const SIZE = 50_000_000;
/** What pipes, sockets and queues may hold between the two sides. */
const UNDER_WAY = 16_000_000;
const piece = new Uint8Array(100_000);

let server: HttpServer;
const listen = async (listener: Parameters<typeof createServer>[1]) => {
  server = createServer(listener);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const options = { apiKey: "sk_test_1", baseUrl };
  return createClient(stripe(options), "https://api.stripe.com", options);
};
afterEach(() => server.close());

describe("an upload", () => {
  let received = 0;
  const client = () => {
    received = 0;
    return listen((message, response) => {
      message.on("data", (chunk: Buffer) => (received += chunk.length));
      message.on("end", () => response.end('{"id":"file_1"}'));
    });
  };
  const upload = async (file: unknown) =>
    request(await client(), {
      method: "POST",
      path: "/v1/files",
      body: { purpose: "identity_document", file },
      encode: multipartOf({}),
      server: "https://files.stripe.com",
    });

  it("of a stream reads no faster than it sends", async () => {
    let sent = 0;
    let most = 0;
    async function* pieces() {
      for (; sent < SIZE; sent += piece.length) {
        most = Math.max(most, sent - received);
        yield piece;
      }
    }
    expect(await upload(pieces())).toEqual({ id: "file_1" });
    expect(received).toBeGreaterThan(SIZE);
    expect(most).toBeLessThan(UNDER_WAY);
  });

  describe("from a disk", () => {
    let folder: string;
    let path: string;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), "unfold-"));
      path = join(folder, "large.bin");
      const file = await open(path, "w");
      await file.truncate(SIZE);
      await file.close();
    });
    afterAll(() => rm(folder, { recursive: true }));

    it.each([
      ["a stream of Node", () => createReadStream(path)],
      ["a Blob that stays on the disk", () => openAsBlob(path)],
    ])("as %s arrives whole", async (_, make) => {
      expect(await upload({ data: await make(), name: "large.bin" })).toEqual({ id: "file_1" });
      expect(received).toBeGreaterThan(SIZE);
      expect(received).toBeLessThan(SIZE + 1000);
    });
  });
});

describe("a download", () => {
  it("comes no faster than it is read", async () => {
    let sent = 0;
    const client = await listen(async (_, response) => {
      for (; sent < SIZE; sent += piece.length)
        if (!response.write(piece)) await once(response, "drain");
      response.end();
    });
    const body = await request<ReadableStream<Uint8Array>>(client, {
      method: "GET",
      path: "/v1/quotes/{quote}/pdf",
      pathParams: { quote: "qt_1" },
      read: stream,
    });
    let read = 0;
    let most = 0;
    const reader = body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      read += value.length;
      most = Math.max(most, sent - read);
      if (read % 50 === 0) await new Promise((resolve) => setTimeout(resolve));
    }
    expect(read).toBe(SIZE);
    expect(most).toBeLessThan(UNDER_WAY);
  });
});
