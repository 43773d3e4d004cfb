/** The client over another `fetch` than the platform's: Node's own HTTP client. */
import { afterEach, describe, expect, it } from "vitest";
import { createClient } from "../../../generated/src/client.js";
import {
  getCustomers,
  getQuotesQuotePdf,
  postCheckoutSessionsSessionExpire,
  postFiles,
} from "../../../generated/src/operations/index.js";
import {
  type Handler,
  hangUp,
  ok,
  problem,
  type Server,
  serve,
  stall,
} from "../../support/servers/server.js";
import { httpFetch } from "./http-fetch.js";

let server: Server;
afterEach(() => server[Symbol.asyncDispose]());

async function connect(...responses: readonly [Handler, ...Handler[]]) {
  server = await serve(...responses);
  return createClient({ apiKey: "sk_test_123", baseUrl: server.url, fetch: httpFetch });
}

describe("a call over Node's own HTTP client", () => {
  it("sends the same bytes and headers as over fetch", async () => {
    const client = await connect(ok({ id: "cs_1" }));
    const overFetch = createClient({ apiKey: "sk_test_123", baseUrl: server.url });
    const params = { expand: ["customer"] as const };
    const options = { idempotencyKey: "once" };
    for (const each of [client, overFetch]) {
      const { id, lastResponse } = await postCheckoutSessionsSessionExpire(
        each,
        "cs_1/ü",
        params,
        options,
      );
      expect([id, lastResponse.requestId]).toEqual(["cs_1", "req_1"]);
    }
    const [ours, theirs] = server.received.map(({ method, url, headers, body }) => {
      const { authorization, "content-type": type, "content-length": length } = headers;
      return [method, url, authorization, type, length, headers["stripe-version"], `${body}`];
    });
    expect(ours).toEqual(theirs);
  });

  it("pages through lists", async () => {
    const page = (id: string, has_more: boolean) =>
      ok({ object: "list", data: [{ id }], has_more, url: "/v1/customers" });
    const client = await connect(page("cus_1", true), page("cus_2", false));
    const ids: string[] = [];
    for await (const { id } of getCustomers(client, { limit: 1 })) ids.push(id);
    expect(ids).toEqual(["cus_1", "cus_2"]);
    expect(server.received[1]?.url).toBe("/v1/customers?limit=1&starting_after=cus_1");
  });

  it("repeats what failed, and tells errors by their class", async () => {
    const client = await connect(hangUp, problem(404, { param: "session" }));
    await expect(postCheckoutSessionsSessionExpire(client, "cs_1")).rejects.toMatchObject({
      type: "StripeInvalidRequestError",
      param: "session",
    });
    expect(server.received).toHaveLength(2);
  });

  it("ends at once when the caller aborts, and in time", async () => {
    const client = await connect(stall);
    const controller = new AbortController();
    const call = getQuotesQuotePdf(client, "qt_1", {}, { signal: controller.signal });
    controller.abort(new Error("enough"));
    await expect(call).rejects.toThrow("enough");
    const once = { timeout: 30, maxNetworkRetries: 0 };
    await expect(getQuotesQuotePdf(client, "qt_1", {}, once)).rejects.toMatchObject({
      type: "StripeTimeoutError",
    });
  });

  it("streams a download, and leaves an upload to fetch", async () => {
    const client = await connect(
      (response) => response.writeHead(200, { "content-type": "application/pdf" }).end("%PDF"),
      ok({ id: "file_1" }),
    );
    const pdf = await getQuotesQuotePdf(client, "qt_1");
    expect(await new Response(pdf).text()).toBe("%PDF");
    const file = new File(["png"], "a.png", { type: "image/png" });
    expect(await postFiles(client, { file, purpose: "business_logo" })).toEqual({ id: "file_1" });
    expect(`${server.received[1]?.body}`).toContain('filename="a.png"');
  });
});
