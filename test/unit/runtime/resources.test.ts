/** The tree of functions, bound to a client. */
import { describe, expect, it, vi } from "vitest";
import type { Client, RequestOptions } from "../../../templates/runtime/call/request.js";
import {
  type Arrange,
  bind,
  type Senders,
  type Tree,
} from "../../../templates/runtime/resources.js";

interface Options {
  readonly timeout?: number;
}
type Params = Readonly<Record<string, unknown>>;

const arrange: Arrange = ([first, second]) => {
  const isOptions = typeof first === "object" && first !== null && "timeout" in first;
  if (isOptions && second !== undefined) throw new TypeError("two options");
  return isOptions ? [undefined, first] : [first, second];
};

const client: Client = { send: async () => "sent" };

// The number of a function's parameters counts, so each is written out.
const list = (client: Client, params?: Params, options?: Options) => [
  client,
  "list",
  params,
  options,
];
const read = (client: Client, id: string, params?: Params, options?: Options) => [
  client,
  "read",
  id,
  params,
  options,
];
const del = (client: Client, id: string, params?: undefined, options?: Options) => [
  client,
  "del",
  id,
  params,
  options,
];
const own = (client: Client, params?: Params, options?: Options) => [
  client,
  "own",
  params,
  options,
];
const ping = (client: Client, options?: Options) => [client, "ping", options];
const feed = (client: Client, id: string, options?: Options) => [client, "feed", id, options];
const send = (client: Client, _params?: Params, _options?: Options) =>
  client.send({ method: "GET", path: "/" });

const TREE: Tree<Client> = {
  shop: { pets: { list, del, send, read: [own, read], only: [undefined, read] } },
};

const senders: Senders<Client, RequestOptions> = {
  pages: (_client, call, options) => ["pages", call, options],
};

interface Pets {
  list(...args: unknown[]): unknown;
  read(...args: unknown[]): unknown;
  del(...args: unknown[]): unknown;
  send(...args: unknown[]): unknown;
  only(...args: unknown[]): unknown;
}
const pets = (tree = TREE) =>
  bind<{ shop: { pets: Pets } }, RequestOptions>(client, tree, senders, arrange).shop.pets;
const options = { timeout: 1 };

describe("a method", () => {
  it("calls its function with the client", () => {
    expect(pets().list({ a: 1 }, options)).toEqual([client, "list", { a: 1 }, options]);
    expect(pets().del("p")).toEqual([client, "del", "p", undefined, undefined]);
  });

  it("needs no receiver", () => {
    const { list: alone } = pets();
    expect(alone({ a: 1 })).toEqual([client, "list", { a: 1 }, undefined]);
  });

  it("takes options in the place of params", () => {
    expect(pets().list(options)).toEqual([client, "list", undefined, options]);
    expect(pets().read("p", options)).toEqual([client, "read", "p", undefined, options]);
  });

  it("takes them behind params, too", () => {
    expect(pets().del("p", options)).toEqual([client, "del", "p", undefined, options]);
    expect(pets().del("p", undefined, options)).toEqual([client, "del", "p", undefined, options]);
  });

  it("rejects with what is wrong with its arguments, and sends nothing", async () => {
    await expect(pets().send({})).resolves.toBe("sent");
    await expect(pets().send(options, options)).rejects.toThrow(new TypeError("two options"));
    await expect(pets().send({}, options, {})).rejects.toThrow(TypeError);
  });

  it("takes options alone where its function has no params", () => {
    const tree: Tree<Client> = { shop: { pets: { list: ping, read: [ping, feed], del: feed } } };
    const { list, read, del } = bind<{ shop: { pets: Pets } }, RequestOptions>(
      client,
      tree,
      senders,
    ).shop.pets;
    expect(list()).toEqual([client, "ping", undefined]);
    expect(list(options)).toEqual([client, "ping", options]);
    expect(del("p", options)).toEqual([client, "feed", "p", options]);
    expect(read("p", options)).toEqual([client, "feed", "p", options]);
    expect(read(undefined)).toEqual([client, "ping", undefined]);
  });

  it("rejects params where its function has none", async () => {
    const sendOne = (client: Client, _id: string, options?: Options) =>
      client.send({ method: "GET", path: "/" }, options);
    const sendAll = (client: Client, options?: Options) =>
      client.send({ method: "GET", path: "/" }, options);
    const tree: Tree<Client> = { shop: { pets: { list: sendAll, del: sendOne } } };
    const { list, del } = bind<{ shop: { pets: Pets } }, RequestOptions>(client, tree, senders).shop
      .pets;
    await expect(del("p", options)).resolves.toBe("sent");
    await expect(list(undefined, options)).rejects.toThrow("takes fewer arguments");
    await expect(del("p", undefined, options)).rejects.toThrow("takes fewer arguments");
  });

  it("takes options only where it is told how to know them", () => {
    const plain = bind<{ shop: { pets: Pets } }, RequestOptions>(client, TREE, senders).shop.pets;
    expect(plain.list(options)).toEqual([client, "list", options, undefined]);
  });

  it("finds the operation that has as many ids", () => {
    expect(pets().read()).toEqual([client, "own", undefined, undefined]);
    expect(pets().read({ a: 1 })).toEqual([client, "own", { a: 1 }, undefined]);
    expect(pets().read(options)).toEqual([client, "own", undefined, options]);
    expect(pets().read("p", {}, options)).toEqual([client, "read", "p", {}, options]);
    expect(() => pets().only()).toThrow(TypeError);
    expect(() => pets().read("p", "q")).toThrow(TypeError);
  });
});

describe("a method that is written as text", () => {
  const texts: Tree<Client> = {
    shop: { pets: { del: "DELETE /pets/{pet}", list: "pages /pets" } },
  };
  const seen: unknown[] = [];
  const sender: Client = {
    send: async (call, given) => {
      seen.push(call, given);
      return {};
    },
  };

  it("sends what the text says", async () => {
    const bound = bind<{ shop: { pets: Pets } }, RequestOptions>(sender, texts, senders, arrange);
    await bound.shop.pets.del("p", { a: 1 }, options);
    expect(seen).toEqual([
      { method: "DELETE", path: "/pets/{pet}", pathParams: { pet: "p" }, query: { a: 1 } },
      options,
    ]);
  });

  it("takes options alone where the text says so", async () => {
    const tree: Tree<Client> = { shop: { pets: { "": "/pets", read: "GET /{pet} -" } } };
    const { read } = bind<{ shop: { pets: Pets } }, RequestOptions>(sender, tree, {}).shop.pets;
    seen.length = 0;
    await read("p", options);
    expect(seen).toEqual([
      { method: "GET", path: "/pets/{pet}", pathParams: { pet: "p" }, query: undefined },
      options,
    ]);
    await expect(read("p", undefined, options)).rejects.toThrow("takes fewer arguments");
  });

  it("is sent by the function that stands in the place of the method", () => {
    const call = { method: "pages", path: "/pets", pathParams: {}, query: { a: 1 } };
    expect(pets(texts).list({ a: 1 }, options)).toEqual(["pages", call, options]);
  });

  it("rejects with what is wrong with its arguments, and sends nothing", async () => {
    await expect(pets(texts).del("p", options, options)).rejects.toThrow("two options");
  });
});

describe("a resource", () => {
  it("is made when it is first used, once", () => {
    const seen: PropertyKey[] = [];
    const watched = new Proxy(TREE["shop"] as Tree<Client>, {
      ownKeys: (target) => (seen.push("shop"), Reflect.ownKeys(target)),
    });
    const bound = bind<{ shop: { pets: Pets } }, RequestOptions>(
      client,
      { shop: watched },
      senders,
    );
    expect(seen).toEqual([]);
    expect(bound.shop).toBe(bound.shop);
    expect(bound.shop.pets).toBe(bound.shop.pets);
    expect(seen).toEqual(["shop"]);
  });

  it("can be spied on, replaced and listed", () => {
    const bound = pets();
    const spy = vi.spyOn(bound, "list").mockReturnValue("mock");
    expect(bound.list()).toBe("mock");
    spy.mockRestore();
    expect(bound.list()).toEqual([client, "list", undefined, undefined]);
    expect(Object.keys(bound)).toEqual(["list", "del", "send", "read", "only"]);
  });

  it("is put on a target where one is given", () => {
    const target = { other: 1 };
    bind<object, RequestOptions>(client, TREE, senders, undefined, target);
    expect(Object.keys(target)).toEqual(["other", "shop"]);
  });
});
