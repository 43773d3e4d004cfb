/** Lists that the configuration tells of, over a socket. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Handler, type Received, serve } from "../../support/servers/server.js";
import { temporaryFolder } from "../../support/typecheck.js";
import { makeOrchard, type Orchard, type PagedPromise } from "./project.js";

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let orchard: Orchard;
beforeAll(async () => {
  folder = await temporaryFolder();
  ({ orchard } = await makeOrchard(folder.path));
});
afterAll(() => folder.remove());

const json =
  (body: unknown, headers: Record<string, string> = {}): Handler =>
  (response) => {
    response.writeHead(200, { "content-type": "application/json", ...headers });
    response.end(JSON.stringify(body));
  };

type List = (url: string) => PagedPromise;
const clientOf = (url: string) =>
  orchard.createClient({ baseUrl: `${url}/base`, auth: { key: "K" } });
const LISTS = {
  apples: (url) => orchard.listApples(clientOf(url), { colour: "red" }),
  pears: (url) => orchard.listPears(clientOf(url), "a b", { query: { size: 2 } }),
  plums: (url) => orchard.listPlums(clientOf(url)),
  cherries: (url) => orchard.listCherries(clientOf(url)),
  figs: (url) => orchard.listFigs(clientOf(url), { limit: 2 }),
} satisfies Record<string, List>;

const apples = (ids: string[], next: unknown) => ({ data: ids, meta: { next_cursor: next } });
const pears = (ids: number[], next: unknown) => ({ pears: ids, "@odata.nextLink": next });
const figs = (weights: number[], has_more = true) => ({ items: weights, has_more });
const cherries = (...items: string[]) => ({ result: { items } });

async function all(pages: AsyncIterable<unknown>): Promise<unknown[]> {
  const items: unknown[] = [];
  for await (const item of pages) items.push(item);
  return items;
}

interface Case {
  readonly list: keyof typeof LISTS;
  readonly handlers: (url: () => string) => readonly [Handler, ...Handler[]];
  readonly items: readonly unknown[];
  readonly sent: readonly string[];
}

const CASES: Readonly<Record<string, Case>> = {
  "a cursor in the body": {
    list: "apples",
    handlers: () => [json(apples(["1"], "A&b")), json(apples([], "c")), json(apples(["3"], null))],
    items: ["1", "3"],
    sent: [
      "/base/apples?colour=red&api_key=K",
      "/base/apples?colour=red&cursor=A%26b&api_key=K",
      "/base/apples?colour=red&cursor=c&api_key=K",
    ],
  },
  "URLs in the body, of all forms": {
    list: "pears",
    handlers: (url) => [
      json(pears([1], "/base/pears/x?at=1&o=%41")),
      json(pears([2], "?at=2")),
      json(pears([3], `${url()}/base/pears/?at=3&api_key=mine#top`)),
      json(pears([4], "more")),
      json(pears([5], "")),
    ],
    items: [1, 2, 3, 4, 5],
    sent: [
      "/base/trees/a%20b/pears?size=2&api_key=K",
      "/base/pears/x?at=1&o=A&api_key=K",
      "/base/pears/x?at=2&api_key=K",
      "/base/pears/?at=3&api_key=mine",
      "/base/pears/more?api_key=K",
    ],
  },
  "the header Link": {
    list: "plums",
    handlers: () => [
      json([1], {
        link: '</base/plums?n=0>; rel="prev", <?n=2>; title="a, <b>; rel=next"; rel="last NEXT"',
      }),
      json([2], { link: '</x>; rel=next; anchor="/other" , <plums?n=3>; REL=next' }),
      json([3], { link: '<x>; rel="first"; rel="next"' }),
    ],
    items: [1, 2, 3],
    sent: ["/base/plums?api_key=K", "/base/plums?n=2&api_key=K", "/base/plums?n=3&api_key=K"],
  },
  "numbers of pages": {
    list: "cherries",
    handlers: () => [json(cherries("a")), json(cherries("b", "c")), json({ result: null })],
    items: ["a", "b", "c"],
    sent: [
      "/base/cherries?api_key=K",
      "/base/cherries?page=2&api_key=K",
      "/base/cherries?page=3&api_key=K",
    ],
  },
  "an offset, and a word that says which page is the last": {
    list: "figs",
    handlers: () => [json(figs([1, 2])), json(figs([3])), json(figs([4], false))],
    items: [1, 2, 3, 4],
    sent: [
      "/base/figs?limit=2&api_key=K",
      "/base/figs?limit=2&skip=2&api_key=K",
      "/base/figs?limit=2&skip=3&api_key=K",
    ],
  },
};

describe("lists by configuration", () => {
  it.each(Object.entries(CASES))("follow %s", async (_, { list, handlers, items, sent }) => {
    let url = "";
    await using server = await serve(...handlers(() => url));
    // The handlers are made before the server has its port.
    ({ url } = server);
    expect(await all(LISTS[list](server.url))).toEqual(items);
    expect(server.received.map((request: Received) => request.url)).toEqual(sent);
  });

  it("give the first page as the document has it, once", async () => {
    await using server = await serve(json(apples(["1"], "a")), json(apples(["2"], null)));
    const promise = LISTS.apples(server.url);
    expect(JSON.parse(JSON.stringify(await promise))).toEqual(apples(["1"], "a"));
    expect(server.received).toHaveLength(1);
    const next = await (await promise).nextPage();
    expect(next).toEqual(apples(["2"], null));
    expect(await next?.nextPage()).toBeUndefined();
  });

  it("ask for no more pages than a limit needs", async () => {
    await using server = await serve(json(figs([1, 2])), json(figs([3, 4])), json(figs([5, 6])));
    expect(await LISTS.figs(server.url).autoPagingToArray({ limit: 3 })).toEqual([1, 2, 3]);
    expect(server.received).toHaveLength(2);
  });

  it("reject where a header cannot be sent, and do not throw", async () => {
    const promise = orchard.listPears(clientOf("http://127.0.0.1:1"), "1", {
      header: { "X-Trace": "\0" },
    });
    await expect(promise).rejects.toThrow("X-Trace");
  });
});

const CYCLE = /the pages form a cycle$/;
const ORIGIN = /the next page is not on the API's own origin$/;

describe("a server that leads astray", () => {
  const repeated: readonly [string, keyof typeof LISTS, Handler][] = [
    ["cursor", "apples", json(apples(["1"], "again"))],
    ["empty page", "apples", json(apples([], "again"))],
    ["URL", "pears", json(pears([1], "/base/pears"))],
    ["link", "plums", json([1], { link: '</base/plums>; rel="next"' })],
    ["page that it does not count", "cherries", json(cherries("a"))],
    ["page that it does not move", "figs", json(figs([1, 2]))],
  ];
  it.each(repeated)("is left when it repeats a %s", async (_, list, handler) => {
    await using server = await serve(handler);
    const error: unknown = await all(LISTS[list](server.url)).catch((one: unknown) => one);
    expect(error).toMatchObject({
      name: "ApiError",
      status: 200,
      message: expect.stringMatching(CYCLE),
    });
    expect(server.received.length).toBeLessThan(8);
  });

  const HOSTILE = [
    "https://evil.test/",
    "//evil.test/x",
    "\\\\evil.test\\x",
    "http:\\\\evil.test",
    "/\t/evil.test",
    "http://127.0.0.1:1/",
    "https://127.0.0.1/",
    "javascript:alert(1)",
    "data:application/json,[]",
    "file:///etc/passwd",
    "http://[",
  ];
  it.each(HOSTILE)("gets no key elsewhere: %s", async (next) => {
    await using server = await serve(json(pears([1], next)));
    const error: unknown = await all(LISTS.pears(server.url)).catch((one: unknown) => one);
    expect(error).toMatchObject({ name: "ApiError", message: expect.stringMatching(ORIGIN) });
    expect(String(error)).not.toMatch(/evil|K\b/);
    expect(server.received).toHaveLength(1);
  });

  it.each(["blob:", "http://user:pass@", "http://127.0.0.1@evil.test#"])(
    "gets no key by %s before its own URL",
    async (before) => {
      let next = "";
      await using server = await serve((response, request, socket) =>
        json([1], { link: `<${next}>; rel=next` })(response, request, socket),
      );
      next = before.startsWith("blob")
        ? `blob:${server.url}/x`
        : `${before}${server.url.slice("http://".length)}/x`;
      await expect(all(LISTS.plums(server.url))).rejects.toThrow(ORIGIN);
      expect(server.received).toHaveLength(1);
    },
  );

  const broken: readonly [string, keyof typeof LISTS, unknown][] = [
    ["text", "apples", "page"],
    ["items that are none", "apples", { data: "1", meta: {} }],
    ["an object for an array", "plums", {}],
  ];
  it.each(broken)("gives an error for %s in the place of a page", async (_, list, body) => {
    await using server = await serve(json(body));
    await expect(LISTS[list](server.url)).rejects.toMatchObject({
      name: "ApiError",
      status: 200,
      body,
    });
  });

  it.each([{}, true, ["a"]])("gives an error for the cursor %j", async (cursor) => {
    await using server = await serve(json(apples(["1"], cursor)));
    await expect(all(LISTS.apples(server.url))).rejects.toThrow("not named by a text");
  });
});
