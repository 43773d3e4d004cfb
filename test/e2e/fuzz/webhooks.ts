/**
 * Webhooks as anybody may send and check them: arbitrary payloads, headers and arguments, some of them right. Both forms
 * must say the same, accept what both versions of the official SDK accept, and refuse everything else.
 */
import { createHmac } from "node:crypto";
import { isDeepStrictEqual, inspect } from "node:util";
import fc from "fast-check";
import { Stripe as Stripe15 } from "stripe";
import { Stripe as Stripe23 } from "stripe-latest";
import { StripeSignatureVerificationError } from "../../../templates/stripe/errors/index.js";
import { constructEvent, constructEventAsync } from "../../../templates/stripe/webhooks/index.js";

const SECRET = "whsec_right";
const NOW = 1_700_000_000;

/** The arguments of `constructEvent`, as JavaScript may give them. */
interface Arguments {
  readonly payload: unknown;
  readonly header: unknown;
  readonly secret: unknown;
  readonly tolerance: unknown;
  readonly provider: unknown;
  readonly receivedAt: unknown;
}

const { webhooks: sdk15 } = new Stripe15("sk_test_1");
const { webhooks: sdk23 } = new Stripe23("sk_test_1");

const hmac = (content: string, secret = SECRET) =>
  createHmac("sha256", secret).update(content).digest("hex");

const provider = {
  computeHMACSignature: hmac,
  computeHMACSignatureAsync: async (content: string, secret: string) => hmac(content, secret),
};

const text = fc.oneof(
  { weight: 4, arbitrary: fc.json({ maxDepth: 2 }) },
  { weight: 2, arbitrary: fc.constantFrom('{"id":"evt_1","object":"event"}', '{"id":"Zoë 🎉"}') },
  fc.string({ unit: "binary", maxLength: 8 }),
  fc.constantFrom("", " ", "\ufeff{}", '"\ud800"', "[object Object]", "null"),
);
const bytes = fc.uint8Array({ maxLength: 8 });

/** A payload, and the text that the official SDK signs for it. */
const payloads = fc.oneof(
  { weight: 4, arbitrary: text.map((text) => ({ payload: text as unknown, text })) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(
        fc.oneof(
          text.map((text) => new TextEncoder().encode(text)),
          bytes,
        ),
        fc.nat(2),
      )
      .map(([bytes, form]) => ({
        payload: [bytes, Buffer.from(bytes), bytes.slice().buffer][form] as unknown,
        text: new TextDecoder().decode(bytes),
      })),
  },
  fc
    .constantFrom<unknown>({}, { toString: () => "{}" }, [], null, undefined, 5, new Date(0), [
      "{}",
    ])
    .map((payload) => ({ payload, text: String(payload) })),
);

const times = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: NOW - 400, max: NOW + 400 }).map(String) },
  { weight: 2, arbitrary: fc.constantFrom(...[300, 301, 299, 0].map((age) => String(NOW - age))) },
  fc.constantFrom("0", "007", "", " 5", "5 ", "+5", "-1", "NaN", "1e3", "0x10", "5.5", "5=6"),
  fc.constantFrom("9".repeat(15), "9".repeat(16), "9".repeat(30), "Infinity", "١٢"),
);

/** Items of a header. Those that are right are so by some reading of the time. */
function itemsOf(text: string, time: string) {
  const right = fc.constantFrom(
    hmac(`${time}.${text}`),
    hmac(`${Number.parseInt(time, 10)}.${text}`),
  );
  const signature = fc.oneof(
    { weight: 6, arbitrary: right },
    fc.constant(hmac(`${time}.${text}`, "whsec_wrong")),
    fc.constant(hmac(`${time}.${text}`, "")),
    right.map((hex) => hex.toUpperCase()),
    right.map((hex) => hex.slice(1)),
    right.map((hex) => `${hex}=x`),
    fc.constantFrom("", "0".repeat(64), "undefined", "é"),
  );
  const scheme = fc.oneof(
    { weight: 8, arbitrary: fc.constant("v1=") },
    fc.constantFrom("v0=", " v1=", "V1=", "v1", "v1 =", "__proto__="),
  );
  const other = fc.constantFrom(`t=${time}`, "t=1", "t", "t=", "", "v1", "v2=1", "x".repeat(100));
  return fc
    .tuple(
      fc.array(
        fc.tuple(scheme, signature).map((pair) => pair.join("")),
        { maxLength: 3 },
      ),
      fc.oneof({ weight: 6, arbitrary: fc.constant([]) }, fc.array(other, { maxLength: 2 })),
      fc.nat(),
    )
    .map(([signatures, others, at]) => {
      const items = [...signatures, ...others];
      items.splice(at % (items.length + 1), 0, `t=${time}`);
      return items;
    });
}

const headerForms: readonly ((header: string) => unknown)[] = [
  (header) => header,
  (header) => new TextEncoder().encode(header),
  (header) => Buffer.from(header),
  (header) => [header],
  (header) => [header, header],
  () => [],
  () => undefined,
  () => null,
  () => 5,
  () => ({}),
];
const mostly = <T>(value: T, ...others: readonly unknown[]) =>
  fc.oneof({ weight: 8, arbitrary: fc.constant<unknown>(value) }, fc.constantFrom(...others));

const numbers = [NaN, Infinity, -Infinity, -1, "300", "", {}, [], true, 5n, new Date(0), null];
const call: fc.Arbitrary<Arguments> = fc.tuple(payloads, times).chain(([{ payload, text }, time]) =>
  fc.record({
    payload: fc.constant(payload),
    header: fc
      .tuple(itemsOf(text, time), fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(9)))
      .map(([items, form]) => headerForms[form]?.(items.join(","))),
    secret: mostly(SECRET, "", " ", undefined, null, "whsec_other", `${SECRET}\n`, 5),
    tolerance: mostly(undefined, 1, 300, 0, 1e9, 0.5, ...numbers),
    provider: mostly(undefined, null, provider, 5, "x", new Date(0), {}, 0, "", false, () => "x"),
    receivedAt: mostly(NOW * 1000, NOW * 1000 + 999, NOW * 1000 - 1, 0, ...numbers),
  }),
);

type Outcome = { readonly event: unknown } | { readonly error: unknown };

async function outcomeOf(make: () => unknown): Promise<Outcome> {
  try {
    return { event: await make() };
  } catch (error) {
    return { error };
  }
}

/** What the SDK would be given for the same request: it knows neither ArrayBuffers nor lists, and fails on empty items. */
function forSdk({ payload, header, secret, tolerance, provider, receivedAt }: Arguments) {
  const one: unknown = Array.isArray(header) && header.length === 1 ? header[0] : header;
  const written = headerText(header);
  const kept = written
    ?.split(",")
    .filter((item) => !/^(v1=?|t)$/.test(item))
    .join(",");
  const body = payload instanceof ArrayBuffer ? new Uint8Array(payload) : payload;
  return [body, kept ?? one, secret, tolerance, provider, receivedAt] as const;
}

function headerText(header: unknown): string | undefined {
  const one: unknown = Array.isArray(header) && header.length === 1 ? header[0] : header;
  if (one instanceof Uint8Array) return new TextDecoder().decode(one);
  return typeof one === "string" ? one : undefined;
}

/** Why we refuse what the SDK may accept. */
export function strictness(given: Arguments): string | undefined {
  const isNumber = (value: unknown) =>
    value == null || (Number.isFinite(value) && Number(value) >= 0);
  const { payload, secret, provider } = given;
  const header = headerText(given.header) ?? "";
  const times = header.split(",").filter((item) => item.startsWith("t="));
  if (!isNumber(given.tolerance)) return "a tolerance that is not a finite number";
  if (!isNumber(given.receivedAt)) return "a time of receipt that is not a finite number";
  if (provider != null && !provider) return "a provider that is not one";
  if (
    typeof payload !== "string" &&
    !(payload instanceof ArrayBuffer || ArrayBuffer.isView(payload))
  )
    return "a payload that was parsed";
  if (typeof secret !== "string" || !secret.trim()) return "a blank secret";
  if (times.length !== 1) return "several times in the header";
  if (!/^t=(0|[1-9]\d{0,14})$/.test(times[0] ?? "")) return "a time that is not written in digits";
  if (/(^|,)v1=[^,]*=/.test(header)) return "a signature with more behind it";
  return undefined;
}

async function problemOf(given: Arguments): Promise<string | undefined> {
  const { payload, header, secret, tolerance, provider, receivedAt } = given;
  const args = [payload, header, secret, tolerance, provider, receivedAt];
  let returned: unknown;
  const now = await outcomeOf(() => (returned = Reflect.apply(constructEvent, undefined, args)));
  if (returned instanceof Promise) return "constructEvent gave a promise";
  const later = await outcomeOf(() => Reflect.apply(constructEventAsync, undefined, args));
  if ("event" in now && !isDeepStrictEqual(now, later)) return "both forms differ";
  if ("error" in now) {
    if (!("error" in later) || String(now.error) !== String(later.error))
      return "both forms differ";
    const problem = errorProblem(now.error);
    if (problem !== undefined) return problem;
  }
  if ("event" in now && !isSigned(given)) return "a forged webhook was accepted";

  const strict = strictness(given);
  for (const webhooks of [sdk15, sdk23]) {
    // Version 15.12.0 takes its default for it.
    if (tolerance === 0 && webhooks === sdk15) continue;
    const sdk = await outcomeOf(() =>
      Reflect.apply(webhooks.constructEvent, webhooks, forSdk(given)),
    );
    if ("event" in now && !isDeepStrictEqual(now, sdk)) return "only we accept it";
    if ("error" in now && "event" in sdk && strict === undefined) return "only the SDK accepts it";
  }
  return undefined;
}

function errorProblem(error: unknown): string | undefined {
  const isKnown =
    error instanceof StripeSignatureVerificationError ||
    error instanceof TypeError ||
    error instanceof SyntaxError;
  if (!isKnown) return `thrown: ${inspect(error)}`;
  const shown = inspect(error, { showHidden: true, depth: 5 }) + JSON.stringify(error);
  return shown.includes("whsec_r") ? `a secret is shown: ${shown}` : undefined;
}

/** Decided here on its own: whether some signature in the header is right. */
function isSigned({ payload, header, secret }: Arguments): boolean {
  const body =
    typeof payload === "string" ? payload : new TextDecoder().decode(payload as Uint8Array);
  const items = (headerText(header) ?? "").split(",");
  const time = items.find((item) => item.startsWith("t="))?.slice(2);
  return items.includes(`v1=${hmac(`${time}.${body}`, String(secret))}`);
}

/** @returns what failed first; nothing when all is well */
export async function fuzz(seed: number, runs: number): Promise<readonly string[]> {
  const property = fc.asyncProperty(call, async (given) => {
    const problem = await problemOf(given);
    if (problem !== undefined) throw new Error(problem);
  });
  const details = await fc.check(property, { seed, numRuns: runs, endOnFailure: true });
  if (!details.failed) return [];
  return [
    `${String(details.errorInstance)}
${fc.defaultReportMessage(details)}`,
  ];
}

/** How many of the samples are accepted, and how many for each reason refused that the SDK might accept. */
export async function tally(seed: number, runs: number): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const given of fc.sample(call, { seed, numRuns: runs })) {
    const { payload, header, secret, tolerance, provider, receivedAt } = given;
    const args = [payload, header, secret, tolerance, provider, receivedAt];
    const outcome = await outcomeOf(() => Reflect.apply(constructEvent, undefined, args));
    const kind = "event" in outcome ? "accepted" : (strictness(given) ?? "refused by all");
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
}
