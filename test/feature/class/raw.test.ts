/** The raw client: paths in the place of names, and all else as it is. */
import { afterEach, beforeEach, describe, expect, expectTypeOf, it } from "vitest";
import { StripeInvalidRequestError } from "../../../generated/src/index.js";
import { createRawClient } from "../../../generated/src/raw.js";
import {
  COMPLETED,
  type StripeServer,
  startStripeServer,
} from "../../support/servers/stripe-server.js";
import { type Recorder, startRecorder } from "../../support/servers/recorder.js";

let server: StripeServer;
let recorder: Recorder;
beforeEach(async () => {
  server = await startStripeServer();
  recorder = await startRecorder();
});
afterEach(async () => {
  await server[Symbol.asyncDispose]();
  await recorder[Symbol.asyncDispose]();
});

const options = { apiKey: "sk_test_123", maxNetworkRetries: 1 };
const EXPIRE = "/v1/checkout/sessions/{session}/expire";

describe("a raw call", () => {
  it("sends what every other call sends", async () => {
    const raw = createRawClient({ ...options, baseUrl: server.url });
    const { data, response } = await raw.POST(EXPIRE, {
      params: { path: { session: "cs_1/ä" } },
      body: { expand: ["customer"] },
      headers: { "x-mine": "1" },
      stripeAccount: "acct_1",
    });
    expect(server.received).toMatchObject([
      {
        method: "POST",
        url: "/v1/checkout/sessions/cs_1%2F%C3%A4/expire",
        body: "expand[0]=customer",
        headers: {
          authorization: "Bearer sk_test_123",
          "content-type": "application/x-www-form-urlencoded",
          "stripe-version": "2024-04-10",
          "stripe-account": "acct_1",
          "idempotency-key": expect.stringMatching(/^[0-9a-f-]{36}$/),
          "x-mine": "1",
        },
      },
    ]);
    expect(data).toMatchObject({ status: "expired", customer: { email: "ada@example.com" } });
    expect(response.headers.get("request-id")).toBe("req_1");
    expectTypeOf(data?.subscription).not.toBeAny();
  });

  it("encodes the query of a list", async () => {
    const raw = createRawClient({ ...options, baseUrl: server.url });
    const { data } = await raw.GET("/v1/checkout/sessions", {
      params: { query: { limit: 1, created: { gte: 7 } } },
    });
    expect(server.received[0]?.url).toBe("/v1/checkout/sessions?limit=1&created[gte]=7");
    expect(data?.data.map(({ object }) => object)).toEqual(["checkout.session"]);
  });

  it("rejects with the same errors", async () => {
    const raw = createRawClient({ ...options, baseUrl: server.url });
    const call = raw.POST(EXPIRE, { params: { path: { session: COMPLETED } } });
    await expect(call).rejects.toBeInstanceOf(StripeInvalidRequestError);
    expect(server.received).toHaveLength(1);
  });

  it("is sent again as every other call is", async () => {
    await using broken = await startBroken();
    const raw = createRawClient({ ...options, baseUrl: broken.url });
    await expect(raw.GET("/v1/balance")).rejects.toMatchObject({ type: "StripeAPIError" });
    expect(broken.count()).toBe(2);
  });

  it("knows what is particular about an operation", async () => {
    const raw = createRawClient({ ...options, baseUrl: recorder.url });
    await raw.POST("/v1/files", { body: { purpose: "dispute_evidence", file: new Blob(["x"]) } });
    expect(recorder.take()[0]?.headers["content-type"]).toMatch(/^multipart\/form-data; boundary=/);
    const { data } = await raw.GET("/v1/quotes/{quote}/pdf", {
      params: { path: { quote: "qt_1" } },
      parseAs: "stream",
    });
    expect(await new Response(data).text()).toMatch(/^\{/);
  });

  it("reads the response as it is told", async () => {
    const raw = createRawClient({ ...options, baseUrl: recorder.url });
    const { data: text } = await raw.GET("/v1/balance", { parseAs: "text" });
    expect(text).toMatch(/^\{"id"/);
    const { data: blob } = await raw.request("get", "/v1/balance", { parseAs: "blob" });
    expect(blob).toBeInstanceOf(Blob);
  });

  it("is held to the document by the compiler", () => {
    const raw = createRawClient(options);
    const wrong = () => [
      // @ts-expect-error There is no such path.
      raw.GET("/v1/custmers"),
      // @ts-expect-error A session is named.
      raw.POST(EXPIRE, { params: {} }),
      // @ts-expect-error A name is a text.
      raw.POST("/v1/customers", { body: { name: 1 } }),
      // @ts-expect-error A balance cannot be deleted.
      raw.DELETE("/v1/balance"),
    ];
    expect(wrong).toBeTypeOf("function");
  });
});

/** A server that always fails. */
async function startBroken() {
  const { createServer } = await import("node:http");
  let count = 0;
  const http = createServer((_, response) => {
    count++;
    response.writeHead(500, { "stripe-should-retry": "true" }).end("{}");
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const address = http.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    count: () => count,
    [Symbol.asyncDispose]: async () => {
      http.closeAllConnections();
      http.close();
    },
  };
}
