/** Every method of the official SDK by its name, and what each of them asks a server for. */
import Stripe from "stripe";
import type { Recorder } from "../../support/servers/recorder.js";

/** A call of the official SDK that reached the server. */
export interface SdkCall {
  /** `checkout.sessions.expire` */
  readonly name: string;
  /** What was given in front of params and options. */
  readonly ids: readonly string[];
  /** `POST /v1/checkout/sessions/p0/expire` */
  readonly asked: string;
}

/** What some methods do not even try without. */
const PARAMS = { file: { data: new Uint8Array(1), name: "f", type: "text/plain" } };
const OPTIONS = { apiVersion: "2024-04-10", host: "127.0.0.1" };

/** OAuth is not part of the document: it lives on another host, under another protocol. */
const ELSEWHERE = /^oauth\./;

/** Calls every method with as many ids as it takes. */
export async function callSdk(recorder: Recorder): Promise<readonly SdkCall[]> {
  const { port } = recorder;
  const sdk = new Stripe("sk_test_1", {
    host: "127.0.0.1",
    port,
    protocol: "http",
    telemetry: false,
    maxNetworkRetries: 0,
  });
  const calls: SdkCall[] = [];
  for (const [name, method] of methodsOf(sdk, [])) {
    if (ELSEWHERE.test(name)) continue;
    for (const ids of [[], ["p0"], ["p0", "p1"], ["p0", "p1", "p2"]]) {
      const asked = await reach(recorder, () => method(...ids, PARAMS, OPTIONS));
      if (asked !== undefined && ids.every((id) => asked.split("/").includes(id))) {
        calls.push({ name, ids, asked });
      }
    }
  }
  return calls;
}

/** What a call asks for; undefined where it asks for nothing. */
export async function reach(recorder: Recorder, call: () => unknown): Promise<string | undefined> {
  recorder.take();
  try {
    await call();
  } catch {
    // Too few ids, or too many: the request that was not made says so.
  }
  const [request] = recorder.take();
  return request && `${request.method} ${request.path}`;
}

type Method = (...args: readonly unknown[]) => unknown;

/** The functions of all resources, also of those in namespaces such as `checkout`. */
function* methodsOf(owner: object, path: readonly string[]): Generator<[string, Method]> {
  for (const [name, member] of entriesOf(owner)) {
    if (name.startsWith("_") || typeof member !== "object" || member === null) continue;
    if (Object.prototype.toString.call(member) === "[object Module]") continue;
    if (!(member instanceof Stripe.StripeResource)) {
      yield* methodsOf(member, [...path, name]);
      continue;
    }
    for (const [method, value] of entriesOf(Object.getPrototypeOf(member))) {
      if (typeof value !== "function" || NO_METHODS.has(method)) continue;
      yield [[...path, name, method].join("."), (...args) => Reflect.apply(value, member, args)];
    }
  }
}

const NO_METHODS = new Set(["constructor", "requestDataProcessor"]);

function entriesOf(value: object): [string, unknown][] {
  return Object.entries(value);
}
