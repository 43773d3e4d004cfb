/** Lists: stripe-node and our client ask for the same pages. */
import type Sdk from "stripe";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type ApiServer, startApi } from "../../support/servers/api-server.js";
import { PACKAGES } from "./packages.js";

let api: ApiServer;
beforeEach(async () => {
  api = await startApi();
});
afterEach(() => api[Symbol.asyncDispose]());

describe.each(PACKAGES)("%s: pages", (_, Stripe) => {
  const list = (params?: Sdk.CustomerListParams) =>
    new Stripe("sk_test_1", { host: "127.0.0.1", port: api.port, protocol: "http" }).customers.list(
      params,
    );
  const paths = () => api.sent.map(({ url }) => url.replace("/v1/customers", ""));

  it.each<
    [string, go: (seen: (id: string) => void) => Promise<unknown>, seen: string, paths: string[]]
  >([
    [
      "for await",
      async (seen) => {
        for await (const { id } of list({ limit: 2 })) seen(id);
      },
      "12345",
      ["?limit=2", "?limit=2&starting_after=cus_2", "?limit=2&starting_after=cus_4"],
    ],
    [
      "break",
      async (seen) => {
        for await (const { id } of list({ limit: 2 })) {
          seen(id);
          if (id === "cus_2") break;
        }
      },
      "12",
      ["?limit=2"],
    ],
    [
      "autoPagingEach",
      (seen) => list({ limit: 3 }).autoPagingEach(({ id }) => seen(id)),
      "12345",
      ["?limit=3", "?limit=3&starting_after=cus_3"],
    ],
    [
      "false",
      (seen) => list({ limit: 2 }).autoPagingEach(({ id }) => (seen(id), id !== "cus_2")),
      "12",
      ["?limit=2"],
    ],
    [
      "a promise of false",
      (seen) => list({ limit: 2 }).autoPagingEach(async ({ id }) => (seen(id), id !== "cus_3")),
      "123",
      ["?limit=2", "?limit=2&starting_after=cus_2"],
    ],
    [
      "an array",
      async (seen) =>
        (await list({ limit: 2 }).autoPagingToArray({ limit: 3 })).forEach(({ id }) => seen(id)),
      "123",
      ["?limit=2", "?limit=2&starting_after=cus_2"],
    ],
    [
      "next",
      async (seen) => {
        const items = list({ limit: 4 });
        for (let item = await items.next(); !item.done; item = await items.next())
          seen(item.value.id);
      },
      "12345",
      ["?limit=4", "?limit=4&starting_after=cus_4"],
    ],
    [
      "ending_before",
      async (seen) => {
        for await (const { id } of list({ limit: 2, ending_before: "cus_5" })) seen(id);
      },
      "4321",
      ["?limit=2&ending_before=cus_5", "?limit=2&ending_before=cus_3"],
    ],
    [
      "one page",
      async (seen) => (await list({ limit: 2 })).data.forEach(({ id }) => seen(id)),
      "12",
      ["?limit=2"],
    ],
  ])("%s", async (_, go, expected, requests) => {
    let seen = "";
    await go((id) => void (seen += id.replace("cus_", "")));
    expect(seen).toBe(expected);
    expect(paths()).toEqual(requests);
  });

  it("waits for each before it goes on", async () => {
    let running = 0;
    await list({ limit: 2 }).autoPagingEach(async () => {
      expect(++running).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 1));
      running--;
    });
  });

  it.each<[string, go: () => Promise<unknown>]>([
    ["the handler", () => list().autoPagingEach(() => Promise.reject(new Error("enough")))],
    ["a later page", () => list({ limit: 2, email: "missing" }).autoPagingEach(() => {})],
    [
      "no limit",
      async () => {
        const customers = list();
        await customers;
        await customers.autoPagingToArray({} as { limit: number });
      },
    ],
  ])("rejects with what goes wrong: %s", async (_, go) => {
    await expect((async () => go())()).rejects.toThrow(/enough|cannot be done|limit/);
  });
});
