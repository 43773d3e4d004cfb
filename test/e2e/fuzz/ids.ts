/**
 * Hostile values in the place of ids and parameters, over real sockets: each is refused by name before anything is
 * sent, or arrives as what it is, where the template has it.
 */
import * as fc from "fast-check";
import { createClient } from "../../../generated/src/client.js";
import Stripe from "../../../generated/src/index.js";
import * as functions from "../../../generated/src/operations/index.js";
import { createRawClient } from "../../../generated/src/raw.js";
import { type Attempt, type Take, wrongWith } from "../../feature/wire/arrival.js";
import { loadStripe, type Operation, operationsOf } from "../../support/stripe-document.js";
import { hostile } from "../../feature/wire/hostile.js";
import { startRecorder } from "../../support/servers/recorder.js";
import { placeAttempts } from "../../feature/wire/styles/places.js";
import { startStylesClient } from "../../feature/wire/styles/client.js";

/** @param runs - of each way to call */
export async function fuzz(seed: number, runs: number): Promise<readonly string[]> {
  await using recorder = await startRecorder();
  await using styles = await startStylesClient();
  const ways: readonly (readonly [fc.Arbitrary<Attempt>, Take])[] = [
    ...(await stripeAttempts(recorder.url)).map((way) => [way, () => recorder.take()] as const),
    ...placeAttempts(styles).map((way) => [way, () => styles.take()] as const),
  ];
  const failures: string[] = [];
  for (const [way, take] of ways) {
    let wrong = "";
    const property = fc.asyncProperty(way, async (attempt) => {
      wrong = (await wrongWith(attempt, take)) || wrong;
      return wrong === "";
    });
    await fc.check(property, { seed, numRuns: runs, endOnFailure: true });
    if (wrong) failures.push(wrong);
  }
  return failures;
}

/** Every operation with ids, through functions and the raw client; and methods of the class. */
async function stripeAttempts(baseUrl: string): Promise<readonly fc.Arbitrary<Attempt>[]> {
  const config = { baseUrl, maxNetworkRetries: 0 };
  const client = createClient({ ...config, apiKey: "sk_test_123" });
  const raw = createRawClient({ ...config, apiKey: "sk_test_123" });
  const stripe = new Stripe("sk_test_123", config);
  const all = operationsOf(await loadStripe()).filter(({ pathParams }) => pathParams.length > 0);
  const attempts = (what: string, send: (operation: Operation, values: Values) => unknown) =>
    fc
      .constantFrom(...all)
      .chain((operation) =>
        attempt(what, operation.path, operation.pathParams, (values) => send(operation, values)),
      );
  return [
    attempts("function", (operation, values) => call(functionOf(operation), [client, ...values])),
    attempts("raw", ({ method, path, pathParams }, values) =>
      call(Reflect.get(raw, method), [
        path,
        { params: { path: Object.fromEntries(pathParams.map((name, at) => [name, values[at]])) } },
      ]),
    ),
    ...METHODS.map(([template, method]) => {
      const names = template.match(/[^{]+(?=})/g) ?? [];
      return attempt("class", template, names, (values) => call(method(stripe), values));
    }),
  ];
}

type Values = readonly unknown[];

function attempt(
  what: string,
  template: string,
  names: readonly string[],
  call: (values: Values) => unknown,
): fc.Arbitrary<Attempt> {
  return fc
    .tuple(...names.map(() => hostile))
    .map((makers) => ({ what: `${what} ${template}`, template, names, makers, call }));
}

const METHODS: readonly (readonly [template: string, method: (stripe: Stripe) => unknown])[] = [
  ["/v1/customers/{customer}", ({ customers }) => customers.retrieve],
  ["/v1/customers/{customer}", ({ customers }) => customers.del],
  ["/v1/customers/{customer}", ({ customers }) => customers.update],
  ["/v1/customers/{customer}/sources/{id}", ({ customers }) => customers.deleteSource],
  ["/v1/checkout/sessions/{session}/expire", ({ checkout }) => checkout.sessions.expire],
];

function functionOf({ id }: Operation): unknown {
  const all: Readonly<Record<string, unknown>> = functions;
  return all[id.charAt(0).toLowerCase() + id.slice(1)];
}

/** As a caller without types does it. */
function call(method: unknown, args: Values): unknown {
  if (typeof method !== "function") throw new Error("There is no such method");
  return Reflect.apply(method, undefined, args);
}
