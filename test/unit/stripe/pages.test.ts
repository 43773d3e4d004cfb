import { afterEach, describe, expect, expectTypeOf, it } from "vitest";
import type { Result } from "../../../templates/runtime/call/request.js";
import {
  StripeAPIError,
  StripeInvalidRequestError,
} from "../../../templates/stripe/errors/index.js";
import type { ApiList } from "../../../templates/stripe/lists.js";
import { list, search } from "../../../templates/stripe/pages.js";
import {
  type Handler,
  connect,
  ok,
  problem,
  type Server,
  serve,
} from "../../support/servers/server.js";

interface Item {
  id: string;
}

let server: Server;
afterEach(() => server?.[Symbol.asyncDispose]());

const items = (...ids: string[]): Item[] => ids.map((id) => ({ id }));
const page = (ids: string[], has_more?: boolean): Handler =>
  ok({ object: "list", url: "/v1/items", data: items(...ids), has_more });
const results = (ids: string[], has_more: boolean, next_page: string | null): Handler =>
  ok({
    object: "search_result",
    url: "/v1/items/search",
    data: items(...ids),
    has_more,
    next_page,
  });

const listAll = (query?: object) => list<Item>(connect(server), { path: "/v1/items", query });
const urls = () => server.received.map(({ url }) => url);
async function collect(pages: AsyncIterable<Item>): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id } of pages) ids.push(id);
  return ids;
}

describe("a list", () => {
  it("is one page: the plain response", async () => {
    server = await serve(page(["a", "b"], true));
    const first = await listAll({ limit: 2 });
    expectTypeOf(first.data).toEqualTypeOf<Item[]>();
    expectTypeOf(first).toExtend<Result<ApiList<Item>>>();
    expect(JSON.parse(JSON.stringify(first))).toEqual({
      object: "list",
      url: "/v1/items",
      data: [{ id: "a" }, { id: "b" }],
      has_more: true,
    });
    expect(first.lastResponse.requestId).toBe("req_1");
    expect(urls()).toEqual(["/v1/items?limit=2"]);
  });

  it("iterates over all pages, asking for each when it is needed", async () => {
    server = await serve(page(["a", "b"], true), page(["c"], true), page(["d"], false));
    const seen: string[] = [];
    for await (const { id } of listAll({ limit: 2, expand: ["data.x"] })) {
      seen.push(`${id}${server.received.length}`);
    }
    expect(seen).toEqual(["a1", "b1", "c2", "d3"]);
    expect(urls()).toEqual([
      "/v1/items?limit=2&expand[0]=data.x",
      "/v1/items?limit=2&expand[0]=data.x&starting_after=b",
      "/v1/items?limit=2&expand[0]=data.x&starting_after=c",
    ]);
  });

  it("goes on from where the caller starts", async () => {
    server = await serve(page(["c"], true), page(["d"], false));
    expect(await collect(listAll({ starting_after: "b" }))).toEqual(["c", "d"]);
    expect(urls()).toEqual(["/v1/items?starting_after=b", "/v1/items?starting_after=c"]);
  });

  it("runs backwards with ending_before", async () => {
    server = await serve(page(["c", "d"], true), page(["a", "b"], false));
    expect(await collect(listAll({ ending_before: "e" }))).toEqual(["d", "c", "b", "a"]);
    expect(urls()).toEqual(["/v1/items?ending_before=e", "/v1/items?ending_before=c"]);
  });

  it("is iterable from its promise, and from any of its pages, as often as one likes", async () => {
    server = await serve(
      page(["a"], true),
      page(["b"], true),
      page(["c"], false),
      page(["b"], true),
      page(["c"], false),
    );
    const promise = listAll();
    expect(await collect(promise)).toEqual(["a", "b", "c"]);
    expect(await collect(await promise)).toEqual(["a", "b", "c"]);
  });

  it("goes page by page", async () => {
    server = await serve(page(["a"], true), page(["b"], false));
    const first = await listAll();
    const second = await first.nextPage();
    expect(second?.data).toEqual([{ id: "b" }]);
    expect(second?.lastResponse.status).toBe(200);
    expect(await second?.nextPage()).toBeUndefined();
  });

  it("gives an array up to a limit, without a page too many", async () => {
    server = await serve(page(["a", "b"], true), page(["c", "d"], true));
    const all = await listAll().autoPagingToArray({ limit: 3 });
    expectTypeOf(all).toEqualTypeOf<Item[]>();
    expect(all).toEqual(items("a", "b", "c"));
    expect(await listAll().autoPagingToArray({ limit: 0 })).toEqual([]);
    expect(server.received).toHaveLength(3);
  });

  it("stops where has_more is missing", async () => {
    server = await serve(page(["a"]));
    expect(await collect(listAll())).toEqual(["a"]);
  });

  it("asks for no further page after break", async () => {
    server = await serve(page(["a", "b"], true));
    for await (const { id } of listAll()) if (id === "b") break;
    expect(server.received).toHaveLength(1);
  });
});

describe("a list that cannot be gone through", () => {
  it.each<[string, readonly [Handler, ...Handler[]], RegExp]>([
    ["repeats its cursor", [page(["a"], true)], /^GET \/v1\/items: the pages form a cycle$/],
    ["has no item to go on from", [page([], true)], /no id to go on from/],
    ["has items without an id", [ok({ data: [{}], has_more: true })], /no id to go on from/],
    [
      "has ids that are not text",
      [ok({ data: [{ id: 1 }], has_more: true })],
      /no id to go on from/,
    ],
    ["has no items", [ok({ has_more: false })], /not a page of a list/],
    ["has an object for its items", [ok({ data: {} })], /not a page of a list/],
    ["has null for its items", [ok({ data: null })], /not a page of a list/],
    ["has items that are null", [ok({ data: [null] })], /not a page of a list/],
    ["says how many follow", [ok({ data: [], has_more: 3 })], /not a page of a list/],
    ["is an array", [ok([{ id: "a" }])], /cannot be read|200/],
    ["is null", [ok(null)], /200/],
  ])("ends in an error when it %s", async (_, responses, message) => {
    server = await serve(...responses);
    const error: unknown = await collect(listAll()).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(StripeAPIError);
    expect(error).toHaveProperty("message", expect.stringMatching(message));
    expect(error).toMatchObject({
      statusCode: 200,
      requestId: "req_1",
      method: "GET",
      path: "/v1/items",
    });
    expect(server.received.length).toBeLessThan(12);
  });

  it("ends in an error when it goes round, however long the way", async () => {
    server = await serve((response, request, socket) => {
      const after = new URLSearchParams(request.url.split("?")[1]).get("starting_after") ?? "0";
      page([String((Number(after) + 1) % 23)], true)(response, request, socket);
    });
    await expect(collect(listAll())).rejects.toThrow("form a cycle");
    expect(server.received.length).toBeLessThan(100);
  });

  it("fails like a call", async () => {
    server = await serve(page(["a"], true), problem(400));
    const seen: string[] = [];
    const reading = (async () => {
      for await (const { id } of listAll()) seen.push(id);
    })();
    await expect(reading).rejects.toBeInstanceOf(StripeInvalidRequestError);
    expect(seen).toEqual(["a"]);
  });
});

describe("a search", () => {
  const searchAll = (query: object) =>
    search<Item>(connect(server), { path: "/v1/items/search", query });

  it("goes on with next_page", async () => {
    server = await serve(
      results(["a"], true, "p2"),
      results(["b"], true, "p3"),
      results(["c"], false, null),
    );
    expect(await collect(searchAll({ query: "x" }))).toEqual(["a", "b", "c"]);
    expect(urls()).toEqual([
      "/v1/items/search?query=x",
      "/v1/items/search?query=x&page=p2",
      "/v1/items/search?query=x&page=p3",
    ]);
  });

  it("ends in an error when the page repeats, or does not name the next one", async () => {
    server = await serve(results(["a"], true, "p2"));
    await expect(collect(searchAll({ query: "x" }))).rejects.toThrow("form a cycle");
    await server[Symbol.asyncDispose]();
    server = await serve(results(["a"], true, null));
    await expect(collect(searchAll({ query: "x" }))).rejects.toThrow("the next page is not named");
  });
});
