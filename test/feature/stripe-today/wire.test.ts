/**
 * Every operation of the document of today, sent through the generated client and through stripe@23.1.0, and compared byte
 * for byte: method, host, path, query, body and headers.
 */
import * as fc from "fast-check";
import { Stripe } from "stripe-latest";
import { afterAll, describe, expect, it } from "vitest";
import { load } from "../../../generator/load/index.js";
import type { OpenApiDocument, Schema } from "../../../generator/openapi/index.js";
import { target } from "../../../generator/openapi/reference.js";
import { startRecorder } from "../../support/servers/recorder.js";
import { type Operation, operationsOf } from "../../support/stripe-document.js";
import { argumentsOf, type Call, callOf } from "../wire/sdk/arbitraries.js";
import { type Difference, differences, excerpt, outcomeOf } from "../wire/sdk/differences.js";
import { reasonOf } from "../wire/sdk/meant.js";
import { API_KEY, findMethods } from "../wire/sdk/sdk.js";
import { makeToday } from "./client.js";
import { STRIPE_TODAY } from "./project.js";

const seed = Number(process.env["WIRE_SEED"] ?? 20261028);
const numRuns = Number(process.env["WIRE_RUNS"] ?? 8);

const { document } = await load(STRIPE_TODAY.document, { cwd: "." });
const operations = operationsOf(document).map((operation) => ({
  ...operation,
  params: inPlace(document, operation.params),
}));
const recorder = await startRecorder();
const made = await makeToday();
const { today } = made;

/** Sends to the recorder whatever the host, and tells it which host was meant. */
const forward: typeof fetch = (input, init) => {
  const url = new URL(input instanceof Request ? input.url : input);
  const headers = new Headers(init?.headers);
  headers.set("x-host", url.host);
  return fetch(`${recorder.url}${url.pathname}${url.search}`, { ...init, headers });
};
const client = today.createClient({ apiKey: API_KEY, fetch: forward, maxNetworkRetries: 0 });
const sdk = new Stripe(API_KEY, {
  httpClient: Stripe.createFetchHttpClient(forward),
  telemetry: false,
  maxNetworkRetries: 0,
});
const sdkMethods = await findMethods(recorder, operations, sdk, {});
afterAll(async () => {
  await recorder[Symbol.asyncDispose]();
});

it("finds a method of the SDK for each operation", () => {
  const unknown = operations.filter(({ id }) => !sdkMethods.has(id)).map(({ id }) => id);
  expect(unknown).toEqual([]);
  expect(operations.filter(({ path }) => path.startsWith("/v2/")).length).toBe(91);
});

describe("has the names of stripe@23.1.0", () => {
  const stripe = new today.default(API_KEY, { fetch: forward, maxNetworkRetries: 0 });

  it.each(operations.map((each) => [sdkMethods.get(each.id)?.name ?? "", each] as const))(
    "%s",
    async (name, operation) => {
      const ids = operation.pathParams.map((_, n) => `p${n}`);
      const method: unknown = name.split(".").reduce<unknown>((at, key) => Object(at)[key], stripe);
      if (typeof method !== "function") throw new Error("There is no such method");
      const sent = await outcomeOf(recorder, () => method(...ids));
      if (sent instanceof Error) throw sent;
      const filled = ids.reduce((path, id) => path.replace(/\{.*?\}/, id), operation.path);
      expect(`${sent.method} ${sent.path}`).toBe(`${operation.method} ${filled}`);
    },
  );
});

describe("sends what stripe@23.1.0 sends", () => {
  it.each(operations.map((each) => [each.method, each.path, each] as const))(
    "%s %s",
    async (_method, _path, operation) => {
      await fc.assert(isSame(operation, false), { seed, numRuns });
      await fc.assert(isSame(operation, true), { seed, numRuns: 2 });
    },
  );

  function isSame(operation: Operation, every: boolean) {
    return fc.asyncProperty(callOf(operation, every), async (call) => {
      expect((await compare(operation, call)).map(excerpt)).toEqual([]);
    });
  }
});

it.each<[string, Partial<Call>, Record<string, string | undefined>]>([
  ["PostV2CoreAccounts", {}, { body: "{}", type: "application/json", key: "(any)" }],
  [
    "PostV2CoreAccounts",
    { params: { metadata: { a: null } } },
    { body: '{"metadata":{"a":null}}' },
  ],
  ["PostV2CoreEventDestinationsIdPing", {}, { body: "{}", type: "application/json", key: "(any)" }],
  ["DeleteV2CoreEventDestinationsId", {}, { body: "", type: undefined, key: "(any)" }],
  ["DeleteCustomersCustomer", {}, { key: undefined }],
  [
    "GetV2CoreAccountsId",
    { params: { include: ["identity", "defaults"] } },
    { query: "?include[0]=identity&include[1]=defaults", key: undefined },
  ],
  [
    "PostV2BillingMeterEventStream",
    { params: { events: [] } },
    { host: "meter-events.stripe.com" },
  ],
  ["PostV2BillingMeterEvents", {}, { host: "api.stripe.com" }],
  ["PostBillingMeterEvents", { params: { payload: { a: 1 } } }, { body: "payload[a]=1" }],
])("%s %j sends %j", async (id, given, wanted) => {
  const operation = operations.find((each) => each.id === id);
  const call = {
    path: (operation?.pathParams ?? []).map(() => "p0"),
    params: undefined,
    options: {},
    ...given,
  };
  const sent = await outcomeOf(recorder, () => ours(id, call));
  if (sent instanceof Error) throw sent;
  const { headers } = sent;
  const key = headers["idempotency-key"] && "(any)";
  const told = {
    body: sent.body.toString(),
    query: sent.query,
    host: headers["x-host"],
    type: headers["content-type"],
    key,
  };
  expect(told).toMatchObject(wanted);
});

function ours(id: string, call: Call): Promise<unknown> {
  const name = id.charAt(0).toLowerCase() + id.slice(1);
  const send = today.operations[name];
  if (!send) throw new Error(`There is no function ${name}`);
  return send(client, ...argumentsOf(send, call));
}

/** Where the two differ, but for what is meant to. */
async function compare(operation: Operation, call: Call): Promise<readonly Difference[]> {
  const method = sdkMethods.get(operation.id);
  if (!method) throw new Error(`The SDK has no ${operation.id}`);
  const { path, params, options } = call;
  const theirs = await outcomeOf(recorder, () => method(...path, params, options));
  const own = await outcomeOf(recorder, () => ours(operation.id, call));
  return differences(theirs, own).filter((found) => !reasonOf(found) && !isMeantToday(found));
}

/** What is meant of this release of the SDK alone. */
function isMeantToday({ part, sdk: theirs, ours: own }: Difference): boolean {
  return [
    // Each names itself.
    part === "header user-agent" && theirs.startsWith("Stripe/v") && own.startsWith("unfold/"),
    // A bigint is sent as the text of its digits; the types allow it where the document has such text.
    theirs.startsWith("TypeError: Do not know how to serialize a BigInt"),
    // A request without a body has no media type.
    part === "header content-type" && theirs === "application/json" && own === "(none)",
  ].includes(true);
}

/** The schema with what it refers to in the place of references: requests refer to no cycles here. */
function inPlace(whole: OpenApiDocument, schema: Schema): Schema {
  return JSON.parse(
    JSON.stringify(schema, (_name, value: unknown) => {
      const ref: unknown = Object(value).$ref;
      return typeof ref === "string" ? target(whole, ref) : value;
    }),
  );
}
