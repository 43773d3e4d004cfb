/** The names of the official SDK: each of its methods reaches the same operation here, under the same name. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import Stripe from "../../../generated/src/index.js";
import * as operations from "../../../generated/src/operations/index.js";
import { PAGES, TREE } from "../../../generated/src/resources/tree.js";
import type { Call, Client, RequestOptions } from "../../../generated/src/runtime/call/request.js";
import { bind, type Tree } from "../../../generated/src/runtime/resources.js";
import { type Recorder, startRecorder } from "../../support/servers/recorder.js";
import { callSdk, reach, type SdkCall } from "./methods.js";

let recorder: Recorder;
let calls: readonly SdkCall[];
beforeAll(async () => {
  recorder = await startRecorder();
  calls = await callSdk(recorder);
});
afterAll(() => recorder[Symbol.asyncDispose]());

describe("the names of stripe@15.12.0", () => {
  it("are all found", () => {
    expect(new Set(calls.map(({ name }) => name)).size).toBe(504);
  });

  it("reach the same operations", async () => {
    const stripe = new Stripe("sk_test_1", { baseUrl: recorder.url, maxNetworkRetries: 0 });
    const wrong: unknown[] = [];
    for (const { name, ids, asked } of calls) {
      const here = await reach(recorder, () => call(stripe, name, [...ids, { purpose: "logo" }]));
      if (here !== asked) wrong.push({ name, ids, asked, here });
    }
    expect(wrong).toEqual([]);
  });
});

describe("the resources", () => {
  it("hold every operation of the document, each with the call that its function makes", () => {
    const made = new Map(
      Object.values(operations).map((operation) => {
        const ids = callOf((client) => Reflect.apply(operation, undefined, [client]))?.pathParams;
        const number = Object.keys(ids ?? {}).length;
        const takesParams = operation.length === number + 3;
        const args = [...idsOf(number), ...(takesParams ? [PARAMS] : [])];
        const call = callOf((client) => Reflect.apply(operation, undefined, [client, ...args]));
        // The class has a place for params in any case, and tells the API what a caller without types puts there.
        const sent = takesParams || !call ? call : { ...call, query: PARAMS };
        return [`${call?.method} ${call?.path}`, sent];
      }),
    );
    expect(made.size).toBe(534);
    const reached = new Set<string>();
    for (const [path, number] of leavesOf(TREE)) {
      const call = callOf((client) => {
        const resources = bind<object, RequestOptions>(client, TREE, PAGES);
        const method = path.reduce<unknown>(member, resources);
        if (typeof method === "function")
          Reflect.apply(method, undefined, [...idsOf(number), PARAMS]);
      });
      const key = `${call?.method} ${call?.path}`;
      expect(call, path.join(".")).toEqual(made.get(key));
      reached.add(key);
    }
    expect(reached).toEqual(new Set(made.keys()));
  });
});

const PARAMS = { limit: 1, purpose: "logo" };

function idsOf(length: number): readonly string[] {
  return Array.from({ length }, (_, index) => `id_${index}`);
}

/** The call that reaches the client, of which functions are left to other tests. */
function callOf(run: (client: Client<RequestOptions>) => unknown): Call | undefined {
  let sent: Call | undefined;
  run({
    send: (call) => {
      sent = call;
      return new Promise(() => {});
    },
  });
  return sent;
}

/** The names that lead to each method, and the number of its ids. */
function leavesOf(
  tree: Tree<never>,
  path: readonly string[] = [],
): readonly (readonly [path: readonly string[], ids: number])[] {
  const { "": base = "", ...branches } = tree;
  return Object.entries(branches).flatMap(([name, branch]) => {
    const here = [...path, name];
    if (typeof branch === "string")
      return [[here, `${String(base)}${branch}`.split("{").length - 1] as const];
    if (typeof branch === "function") return [[here, branch.length - 3] as const];
    if (!isList(branch)) return leavesOf(branch, here);
    return branch.flatMap((each, ids) => (each === undefined ? [] : [[here, ids] as const]));
  });
}

function isList(branch: unknown): branch is readonly unknown[] {
  return Array.isArray(branch);
}

/** Calls `stripe.checkout.sessions.expire` by its name. */
function call(stripe: object, name: string, args: readonly unknown[]): unknown {
  const path = name.split(".");
  const owner = path.slice(0, -1).reduce<unknown>(member, stripe);
  const method = member(owner, path.at(-1) ?? "");
  if (typeof method !== "function") throw new Error(`there is no ${name}`);
  return Reflect.apply(method, owner, args);
}

function member(owner: unknown, name: string): unknown {
  return typeof owner === "object" && owner !== null ? Reflect.get(owner, name) : undefined;
}
