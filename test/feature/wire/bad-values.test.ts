/** What cannot be sent fails before anything is sent, and says where it stands: in each operation of the document. */
import * as fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { callOf } from "./sdk/arbitraries.js";
import { Pair } from "./sdk/compare.js";
import {
  isEmpty,
  loadStripe,
  type Operation,
  operationsOf,
} from "../../support/stripe-document.js";
import { nameOf, placesIn, put } from "./places.js";
import { startRecorder } from "../../support/servers/recorder.js";

const seed = 20240410;
const numRuns = 4;

const operations = operationsOf(await loadStripe());
const recorder = await startRecorder();
const pair = new Pair(recorder);
afterAll(() => recorder[Symbol.asyncDispose]());

const cycle: Record<string, unknown> = { a: 1 };
cycle["self"] = cycle;

/** Values, and what is said of them behind the name of their place. */
const BAD: readonly (readonly [value: unknown, problem: string])[] = [
  [NaN, ": NaN is not a number that can be sent"],
  [-Infinity, ": -Infinity is not a number that can be sent"],
  [new Date(NaN), ": Invalid Date is not a value that can be sent"],
  [() => 1, ": [object Function] is not a value that can be sent"],
  [Symbol("secret"), ": [object Symbol] is not a value that can be sent"],
  ["half \udc00", ": half a surrogate pair is not a value that can be sent"],
  [new Map(), ": [object Map] is not a value that can be sent"],
  ...[
    new Set([1]),
    new WeakMap(),
    [1].values(),
    [1].entries(),
    new Map([[1, 1]]).keys(),
    "x"[Symbol.iterator](),
    (function* () {})(),
    new URL("https://a.test"),
    new URLSearchParams("a=1"),
    new Headers({ a: "b" }),
    new FormData(),
    /x/,
    new Error("x"),
    Object("x"),
    Object(1),
    Object(true),
    Object(1n),
    Object(Symbol("x")),
    Math,
    new (class Money {
      #cents = 100;
      cents = () => this.#cents;
    })().cents,
    new (class Money {
      #cents = 100;
      get cents() {
        return this.#cents;
      }
    })(),
    Object.create({ inherited: 1 }),
    new (class Money {
      cents = 100;
      toJSON = () => `${this.cents}`;
    })(),
  ].map(tagged),
];

/** Files, where a body has room for them. */
const BYTES: typeof BAD = [
  new ArrayBuffer(1),
  new DataView(new ArrayBuffer(1)),
  new Uint8Array(1),
  new Blob(["x"]),
  (async function* () {})(),
].map(tagged);

function tagged(value: unknown): [value: unknown, problem: string] {
  return [value, `: ${Object.prototype.toString.call(value)} is not a value that can be sent`];
}

const IN_PARAMS: typeof BAD = [...BAD, [cycle, ".self: a cycle is not a value that can be sent"]];
const IN_PATH: typeof BAD = [
  ...BAD.filter(([value]) => !(value instanceof Date)),
  ...BYTES,
  tagged(new Date(0)),
  tagged(["cus_1"]),
  [{ id: "cus_1" }, ": [object Object] is not a value that can be sent"],
  [undefined, ': "" is not a value that can be sent'],
  ["..", ': ".." is not a value that can be sent'],
];

describe("a parameter that cannot be sent is refused", () => {
  const withParams = operations.filter(({ params }) => !isEmpty(params));
  it.each(named(withParams))("%s %s", async (_method, _path, operation) => {
    const bad = fc.record({
      call: callOf(operation, true),
      at: fc.nat(),
      value: fc.constantFrom(...IN_PARAMS, ...(operation.multipart ? [] : BYTES)),
    });
    await fc.assert(
      fc.asyncProperty(bad, async ({ call, at, value: [value, problem] }) => {
        const places = placesIn(call.params).filter((place) => !place.some(hasBracket));
        const place = places[at % places.length] ?? [];
        const params = { ...call.params, ...Object(put(call.params, place, value)) };
        expect(await pair.ours(operation, { ...call, params })).toEqual(
          new TypeError(nameOf(place) + problem),
        );
      }),
      { seed, numRuns },
    );
  });
});

describe("a path parameter that cannot be sent is refused", () => {
  const withPath = operations.filter(({ pathParams }) => pathParams.length > 0);
  it.each(named(withPath))("%s %s", async (_method, _path, operation) => {
    const bad = fc.record({
      call: callOf(operation, true),
      at: fc.nat(operation.pathParams.length - 1),
      value: fc.constantFrom(...IN_PATH),
    });
    await fc.assert(
      fc.asyncProperty(bad, async ({ call, at, value: [value, problem] }) => {
        const path = call.path.map((text, index) => (index === at ? value : text));
        expect(await pair.ours(operation, { ...call, path })).toEqual(
          new TypeError(operation.pathParams[at] + problem),
        );
      }),
      { seed, numRuns },
    );
  });
});

function named(all: readonly Operation[]): readonly (readonly [string, string, Operation])[] {
  return all.map((operation) => [operation.method, operation.path, operation]);
}

/** A bracket in a name cannot be told from nesting. */
function hasBracket(name: string): boolean {
  return /[[\]]/.test(name);
}
