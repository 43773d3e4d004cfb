/** The two operations on the files host, as emitted: an upload and a download, 50 MB each way. */
import { once } from "node:events";
import { createReadStream, createWriteStream, openAsBlob } from "node:fs";
import { mkdtemp, open, rm, stat } from "node:fs/promises";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createClient } from "../../../generated/src/client.js";
import {
  getBalance,
  getFilesFile,
  getQuotesQuotePdf,
  postFiles,
  type PostFilesParams,
} from "../../../generated/src/operations/index.js";
import { ok, serve } from "../../support/servers/server.js";

const apiKey = "sk_test_123";
const SIZE = 50_000_000;
/** What pipes, sockets and queues may hold between the two sides. */
const UNDER_WAY = 16_000_000;
const piece = new Uint8Array(100_000);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "unfold-"));
});
afterAll(() => rm(folder, { recursive: true }));

describe("the host", () => {
  const asked: string[] = [];
  const fetch = async (input: string | Request) => {
    asked.push(typeof input === "string" ? input : input.url);
    return Response.json({});
  };
  const callAll = async (options: Partial<Parameters<typeof createClient>[0]>) => {
    asked.length = 0;
    const client = createClient({ apiKey, fetch, ...options });
    await postFiles(client, { file: new Blob(), purpose: "identity_document" });
    await getQuotesQuotePdf(client, "qt_1");
    await getFilesFile(client, "file_1");
    await getBalance(client);
    return asked;
  };

  it("is the files host for these two, and the API's for the others", async () => {
    expect(await callAll({})).toEqual([
      "https://files.stripe.com/v1/files",
      "https://files.stripe.com/v1/quotes/qt_1/pdf",
      "https://api.stripe.com/v1/files/file_1",
      "https://api.stripe.com/v1/balance",
    ]);
  });

  it("shows in the middleware", async () => {
    const seen: string[] = [];
    await callAll({ middleware: [{ onRequest: ({ request }) => void seen.push(request.url) }] });
    expect(seen).toEqual(asked);
    expect(new URL(String(seen[0])).host).toBe("files.stripe.com");
  });

  it.each([
    [{ baseUrl: "http://proxy.example/stripe" }, "http://proxy.example/stripe/v1/files"],
    [{ host: "localhost", port: 12111, protocol: "http" }, "http://localhost:12111/v1/files"],
  ] as const)("is one for all with %o", async (options, first) => {
    const hosts = new Set((await callAll(options)).map((url) => new URL(url).host));
    expect(asked[0]).toBe(first);
    expect(hosts.size).toBe(1);
  });
});

describe("an upload", () => {
  it("is multipart, with name and type of the file and nested parameters", async () => {
    await using server = await serve(ok({ id: "file_1", object: "file" }));
    const client = createClient({ apiKey, baseUrl: server.url });
    const file = new File(["%PDF"], "évidence.pdf", { type: "application/pdf" });
    const { id, lastResponse } = await postFiles(client, {
      expand: ["links.data.file"],
      file,
      file_link_data: { create: true, expires_at: 1_700_000_000, metadata: { order: "6 & 7" } },
      purpose: "dispute_evidence",
    });
    expect([id, lastResponse.status]).toEqual(["file_1", 200]);
    const [request] = server.received;
    const sent = await new Response(new Uint8Array(request?.body ?? []), {
      headers: { "content-type": `${request?.headers["content-type"]}` },
    }).formData();
    const { file: received, ...fields } = Object.fromEntries(sent);
    expect(fields).toEqual({
      "expand[0]": "links.data.file",
      "file_link_data[create]": "true",
      "file_link_data[expires_at]": "1700000000",
      "file_link_data[metadata][order]": "6 & 7",
      purpose: "dispute_evidence",
    });
    expect(received).toMatchObject({ name: "évidence.pdf", type: "application/pdf", size: 4 });
  });

  let received = 0;
  const count: RequestListener = (message, response) => {
    message.on("data", (chunk: Buffer) => (received += chunk.length));
    message.on("end", () => response.end('{"id":"file_1"}'));
  };
  const upload = async (file: PostFilesParams["file"]) => {
    received = 0;
    const baseUrl = await listen(count);
    return postFiles(createClient({ apiKey, baseUrl }), { file, purpose: "identity_document" });
  };

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

  it.each<[string, (path: string) => Promise<PostFilesParams["file"]>]>([
    ["a stream of Node", async (path) => createReadStream(path)],
    ["a Blob that stays on the disk", (path) => openAsBlob(path, { type: "image/png" })],
    [
      "a web stream with a name",
      async (path) => ({ data: (await openAsBlob(path)).stream(), name: "a.png" }),
    ],
  ])("of %s arrives whole", async (_, make) => {
    const path = join(folder, "large.png");
    const file = await open(path, "w");
    await file.truncate(SIZE);
    await file.close();
    expect(await upload(await make(path))).toEqual({ id: "file_1" });
    expect(received).toBeGreaterThan(SIZE);
    expect(received).toBeLessThan(SIZE + 1000);
  });
});

describe("a download", () => {
  it("is saved while it comes", async () => {
    let sent = 0;
    const baseUrl = await listen(async (_, response) => {
      for (; sent < SIZE; sent += piece.length)
        if (!response.write(piece)) await once(response, "drain");
      response.end();
    });
    const pdf = await getQuotesQuotePdf(createClient({ apiKey, baseUrl }), "qt_1");
    expect(pdf.lastResponse.status).toBe(200);
    let saved = 0;
    let most = 0;
    const watch = new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        most = Math.max(most, sent - saved);
        saved += chunk.length;
        controller.enqueue(chunk);
      },
    });
    const path = join(folder, "quote.pdf");
    await pdf.pipeThrough(watch).pipeTo(Writable.toWeb(createWriteStream(path)));
    expect((await stat(path)).size).toBe(SIZE);
    expect(most).toBeLessThan(UNDER_WAY);
  });

  it("that is refused ends in the API's error", async () => {
    const error = { type: "invalid_request_error", message: "No such quote", param: "quote" };
    await using server = await serve(ok({ error }, 404));
    const client = createClient({ apiKey, baseUrl: server.url });
    await expect(getQuotesQuotePdf(client, "qt_2")).rejects.toMatchObject({
      type: "StripeInvalidRequestError",
      param: "quote",
    });
  });
});

let close = (): unknown => undefined;
afterEach(() => close());

async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  close = () => server.close();
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
