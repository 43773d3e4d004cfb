/** The names of the official SDK: each of its methods reaches the same operation here, under the same name. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import Stripe from "../../generated/src/index.js";
import * as operations from "../../generated/src/operations/index.js";
import { TREE } from "../../generated/src/resources/tree.js";
import { type Recorder, startRecorder } from "../wire/recorder.js";
import { callSdk, reach, type SdkCall } from "./sdk-methods.js";

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
  it("hold every operation of the document", () => {
    const functions = new Set(functionsIn(TREE));
    const missing = Object.entries(operations).filter(([, value]) => !functions.has(value));
    expect(missing.map(([name]) => name)).toEqual([]);
    expect(functions.size).toBe(534);
  });
});

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

function functionsIn(tree: object): unknown[] {
  return Object.values(tree).flatMap((branch: unknown) =>
    typeof branch === "object" && branch !== null ? functionsIn(branch) : [branch],
  );
}
