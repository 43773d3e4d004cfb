/**
 * Every operation of the document, sent through the generated client and through stripe-node (which speaks this
 * document's API version), and compared byte for byte; and read back without either.
 *
 * More runs for each operation: `WIRE_RUNS=200 npm test -- test/feature/wire`. Another seed: `WIRE_SEED=…`.
 */
import * as fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { type Call, callOf } from "./arbitraries.js";
import { Pair } from "./compare.js";
import { type Difference, differences, excerpt } from "./differences.js";
import { loadStripe, type Operation, operationsOf } from "../../../support/stripe-document.js";
import { MEANT, reasonOf } from "./meant.js";
import { expectedReading, readBack } from "../reading.js";
import { startRecorder } from "../../../support/servers/recorder.js";
import { findSdkMethods, type SdkMethod } from "./sdk.js";

const seed = Number(process.env["WIRE_SEED"] ?? 20240410);
const numRuns = Number(process.env["WIRE_RUNS"] ?? 5);

const operations = operationsOf(await loadStripe());
const recorder = await startRecorder();
const sdkMethods = await findSdkMethods(recorder, operations);
const pair = new Pair(recorder);
afterAll(() => recorder[Symbol.asyncDispose]());

it("knows all operations of the document, and all that stripe-node has", () => {
  expect([operations.length, sdkMethods.size]).toEqual([534, 483]);
});

describe("sends what is meant, as stripe-node does", () => {
  it.each(operations.map((each) => [each.method, each.path, each] as const))(
    "%s %s",
    async (_method, _path, operation) => {
      await fc.assert(isSentRight(operation, false), { seed, numRuns });
      // Once with all that can be sent, so that no parameter is left out.
      await fc.assert(isSentRight(operation, true), { seed, numRuns: 1 });
    },
  );

  function isSentRight(operation: Operation, every: boolean) {
    const sdk = sdkMethods.get(operation.id);
    return fc.asyncProperty(callOf(operation, every), async (call) => {
      const ours = await pair.ours(operation, call);
      if (ours instanceof Error) throw ours;
      if (!operation.multipart && !hasBrackets(call.params)) {
        expect(readBack(operation, ours)).toEqual(expectedReading(operation, call));
      }
      if (sdk) {
        expectExplained(differences(await pair.sdk(sdk, call), ours));
      }
    });
  }
});

describe("differs from stripe-node where it is meant to", () => {
  it.each(MEANT.map((each) => [each.reason, each] as const))("%s", async (_reason, meant) => {
    const [id, special] = meant.example;
    const [operation, sdk] = known(id);
    const call: Call = {
      path: operation.pathParams.map(() => "id_1"),
      params: undefined,
      options: {},
      ...special,
    };
    const found = differences(await pair.sdk(sdk, call), await pair.ours(operation, call));
    expectExplained(found);
    expect(found.map(reasonOf)).toContain(meant);
  });

  function known(id: string): [Operation, SdkMethod] {
    const operation = operations.find((each) => each.id === id);
    const sdk = sdkMethods.get(id);
    if (!operation || !sdk) throw new Error(`${id} is not known to both`);
    return [operation, sdk];
  }
});

function expectExplained(found: readonly Difference[]): void {
  expect(found.filter((difference) => !reasonOf(difference)).map(excerpt)).toEqual([]);
}

/** A bracket in a name cannot be told from nesting: such names are compared with stripe-node only. */
function hasBrackets(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(([name, member]) => /[[\]]/.test(name) || hasBrackets(member));
}
