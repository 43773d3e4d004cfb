/** Lists that name the next page by its URL: from page to page, and never to another host. */
import { describe, expect, it } from "vitest";
import { ok, serve } from "../../support/servers/server.js";
import { makeToday } from "./client.js";

const made = await makeToday();
const { default: Stripe } = made.today;

const page = (ids: readonly string[], next: unknown = null) =>
  ok({ data: ids.map((id) => ({ id })), next_page_url: next, previous_page_url: null });

function stripeAt(baseUrl: string) {
  return new Stripe("sk_test_1", { baseUrl, maxNetworkRetries: 0 });
}

describe("goes from page to page", () => {
  it("by the URL as it is, with the options of the first call", async () => {
    await using server = await serve(
      page(["a", "b"], "/v2/core/accounts?page=c%202&limit=2&include[0]=x"),
      page(["c"], "/v2/core/accounts?page=d"),
      page(["d"]),
    );
    const list = stripeAt(server.url).v2["core"]!["accounts"]!["list"]!(
      { limit: 2 },
      { stripeContext: "acct_1" },
    );
    const ids = [];
    for await (const { id } of list) ids.push(id);
    expect(ids).toEqual(["a", "b", "c", "d"]);
    expect(server.received.map(({ method, url }) => `${method} ${url}`)).toEqual([
      "GET /v2/core/accounts?limit=2",
      "GET /v2/core/accounts?page=c%202&limit=2&include[0]=x",
      "GET /v2/core/accounts?page=d",
    ]);
    expect(server.received.map(({ headers }) => headers["stripe-context"])).toEqual(
      Array(3).fill("acct_1"),
    );
  });

  it("to an array, and behind a proxy", async () => {
    await using server = await serve(
      page(["a"], "/v2/core/accounts/acct_1/persons?page=2"),
      page(["b", "c"]),
    );
    const persons = stripeAt(`${server.url}/proxy`).v2["core"]!["accounts"]!["persons"]!["list"]!(
      "acct_1",
    );
    expect(await persons.autoPagingToArray({ limit: 2 })).toMatchObject([{ id: "a" }, { id: "b" }]);
    expect(server.received[1]?.url).toBe("/proxy/v2/core/accounts/acct_1/persons?page=2");
  });

  it("to another path of the same host", async () => {
    await using server = await serve(page(["a"], "/v2/core/other/x;y?page=2"), page([]));
    await stripeAt(server.url).v2["core"]!["accounts"]!["list"]!().autoPagingToArray({ limit: 9 });
    expect(server.received[1]?.url).toBe("/v2/core/other/x;y?page=2");
  });

  it("but not round and round", async () => {
    const same = page(["a"], "/v2/core/accounts?page=1");
    await using server = await serve(same, same, same, same, same);
    const all = stripeAt(server.url).v2["core"]!["accounts"]!["list"]!().autoPagingToArray({
      limit: 99,
    });
    await expect(all).rejects.toThrow("GET /v2/core/accounts: the pages form a cycle");
  });
});

/** URLs that lead elsewhere, or that parsers of URLs do not agree about. */
const HOSTILE = (url: string): readonly unknown[] => [
  `${url}/v2/core/accounts`,
  `//${url.replace("http://", "")}/v2/x`,
  `/\\${url.replace("http://", "")}/v2/x`,
  `\\\\evil.example/v2/x`,
  `@${url.replace("http://", "")}/v2/x`,
  ".evil.example/v2/x",
  ":80@evil.example/v2/x",
  "v2/core/accounts?page=2",
  "?page=2",
  "/v2/../v1/customers",
  "/v2/core/%2e%2E/%2e%2e/admin",
  "/v2/core/..;/admin",
  "/v2//evil.example/x",
  "/v2/core/%2f/x",
  "/v2/core/accounts#/x",
  "/v2/core/accounts?a=b#c",
  "/v2/core/acc\tounts",
  "/v2/core/\n/x",
  "/v2/core/{page}",
  "/admin",
  " /v2/core/accounts",
  "javascript:alert(1)",
  7,
  true,
  { path: "/v2/core/accounts" },
];

describe("asks no other host, and no other part of it", () => {
  it.each(HOSTILE("http://evil.example").map((_, n) => n))("hostile URL %i", async (n) => {
    await using elsewhere = await serve(page(["stolen"]));
    await using server = await serve(page(["a"], HOSTILE(elsewhere.url)[n]), page(["stolen"]));
    const list = stripeAt(server.url).v2["core"]!["accounts"]!["list"]!();
    await expect(list.autoPagingToArray({ limit: 9 })).rejects.toMatchObject({
      type: "StripeAPIError",
      message: "GET /v2/core/accounts: the next page is not a path on the same host",
    });
    expect([elsewhere.received.length, server.received.length]).toEqual([0, 1]);
  });
});
