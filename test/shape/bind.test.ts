/** The tree of functions, bound to a client. */
import { describe, expect, it, vi } from "vitest";
import { bind, type Tree } from "../../templates/runtime/resources.js";

interface Options {
  readonly timeout?: number;
}
type Params = Readonly<Record<string, unknown>>;

const isOptions = (value: unknown): boolean =>
  typeof value === "object" && value !== null && Object.keys(value).join() === "timeout";

// The number of a function's parameters counts, so each is written out.
const list = (client: string, params?: Params, options?: Options) => [
  client,
  "list",
  params,
  options,
];
const read = (client: string, id: string, params?: Params, options?: Options) => [
  client,
  "read",
  id,
  params,
  options,
];
const del = (client: string, id: string, options?: Options) => [client, "del", id, options];
const own = (client: string, params?: Params, options?: Options) => [
  client,
  "own",
  params,
  options,
];

const TREE: Tree<string> = {
  shop: { pets: { list, del, read: [own, read], only: [undefined, read] } },
};

interface Pets {
  list(...args: unknown[]): unknown;
  read(...args: unknown[]): unknown;
  del(...args: unknown[]): unknown;
  only(...args: unknown[]): unknown;
}
const pets = (tree = TREE) =>
  bind<{ shop: { pets: Pets } }, string>("client", tree, isOptions).shop.pets;
const options = { timeout: 1 };

describe("a method", () => {
  it("calls its function with the client", () => {
    expect(pets().list({ a: 1 }, options)).toEqual(["client", "list", { a: 1 }, options]);
    expect(pets().del("p")).toEqual(["client", "del", "p", undefined]);
  });

  it("needs no receiver", () => {
    const { list: alone } = pets();
    expect(alone({ a: 1 })).toEqual(["client", "list", { a: 1 }, undefined]);
  });

  it("takes options in the place of params", () => {
    expect(pets().list(options)).toEqual(["client", "list", undefined, options]);
    expect(pets().read("p", options)).toEqual(["client", "read", "p", undefined, options]);
  });

  it("takes options behind params that the operation does not have", () => {
    expect(pets().del("p", options)).toEqual(["client", "del", "p", options]);
    expect(pets().del("p", {}, options)).toEqual(["client", "del", "p", options]);
    expect(pets().del("p", undefined, options)).toEqual(["client", "del", "p", options]);
  });

  it("leaves params alone that only look a little like options", () => {
    expect(pets().list({ timeout: 1, a: 2 })).toEqual([
      "client",
      "list",
      { timeout: 1, a: 2 },
      undefined,
    ]);
    expect(pets().list({})).toEqual(["client", "list", {}, undefined]);
  });

  it("takes options only where it is told how to know them", () => {
    const plain = bind<{ shop: { pets: Pets } }, string>("client", TREE).shop.pets;
    expect(plain.list(options)).toEqual(["client", "list", options, undefined]);
  });

  it("finds the operation that has as many ids", () => {
    expect(pets().read()).toEqual(["client", "own", undefined, undefined]);
    expect(pets().read({ a: 1 })).toEqual(["client", "own", { a: 1 }, undefined]);
    expect(pets().read(options)).toEqual(["client", "own", undefined, options]);
    expect(pets().read("p", {}, options)).toEqual(["client", "read", "p", {}, options]);
    expect(() => pets().only()).toThrow(TypeError);
    expect(() => pets().read("p", "q")).toThrow(TypeError);
  });
});

describe("a resource", () => {
  it("is made when it is first used, once", () => {
    const seen: PropertyKey[] = [];
    const watched = new Proxy(TREE["shop"] as Tree<string>, {
      ownKeys: (target) => (seen.push("shop"), Reflect.ownKeys(target)),
    });
    const bound = bind<{ shop: { pets: Pets } }, string>("client", { shop: watched });
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
    expect(bound.list()).toEqual(["client", "list", undefined, undefined]);
    expect(Object.keys(bound)).toEqual(["list", "del", "read", "only"]);
  });

  it("is put on a target where one is given", () => {
    const target = { other: 1 };
    bind<object, string>("client", TREE, undefined, target);
    expect(Object.keys(target)).toEqual(["other", "shop"]);
  });
});
