/** stripe-node, and which of its methods sends which operation: found by calling them all. */
import { Readable } from "node:stream";
import { Stripe } from "stripe";
import type { Operation } from "../../../support/stripe-document.js";
import type { Recorder } from "../../../support/servers/recorder.js";

/** A method of the SDK: path parameters, parameters, options. Its name is the way to it: `checkout.sessions.expire`. */
export type SdkMethod = (...args: readonly unknown[]) => Promise<unknown>;

export const API_KEY = "sk_test_123";

/** Without a file, and without a version for an ephemeral key, the SDK does not even try. */
const PARAMS = { file: { data: new Uint8Array(1) } };
export const OPTIONS = { apiVersion: "2024-04-10", host: "127.0.0.1" };

/** By the operation's id. */
export function findSdkMethods(
  recorder: Recorder,
  operations: readonly Operation[],
): Promise<ReadonlyMap<string, SdkMethod>> {
  const { port } = recorder;
  const sdk = new Stripe(API_KEY, { host: "127.0.0.1", port, protocol: "http" });
  return findMethods(recorder, operations, sdk, OPTIONS);
}

/** The same for any release of the SDK, which sends to the recorder. */
export async function findMethods(
  recorder: Recorder,
  operations: readonly Operation[],
  sdk: object,
  options: object,
): Promise<ReadonlyMap<string, SdkMethod>> {
  const byRoute = new Map(operations.map((operation) => [routeOf(operation), operation.id]));
  const most = Math.max(...operations.map(({ pathParams }) => pathParams.length));
  const found = new Map<string, SdkMethod>();
  for (const method of methodsOf(sdk)) {
    for (let count = 0; count <= most; count++) {
      // Too few path parameters, or too many, and it refuses: that is how their number is found.
      await method(...placeholders(count), PARAMS, options)
        .then(drain)
        .catch(() => {});
      for (const request of recorder.take()) {
        const id = byRoute.get(`${request.method} ${request.path}`);
        if (id !== undefined && !found.has(id)) found.set(id, method);
      }
    }
  }
  return found;
}

/** A response that is a stream holds its connection until it is read. */
export function drain(response: unknown): void {
  if (response instanceof Readable) response.resume();
}

/** The path that an operation has with {@link placeholders} for its parameters. */
function routeOf({ method, path, pathParams }: Operation): string {
  const values = placeholders(pathParams.length)[Symbol.iterator]();
  return `${method} ${path.replace(/\{.*?\}/g, () => String(values.next().value))}`;
}

function placeholders(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `p${index}`);
}

/** The methods of all resources, also of those in namespaces such as `checkout.sessions`, and of those in resources. */
function* methodsOf(
  owner: object,
  path: readonly string[] = [],
  seen = new Set([owner]),
): Generator<SdkMethod, void, undefined> {
  const members: [string, unknown][] = Object.entries(owner);
  for (const [name, member] of members) {
    if (name.startsWith("_") || typeof member !== "object" || member === null) continue;
    if (isModule(member) || seen.has(member)) continue;
    seen.add(member);
    const place = [...path, name];
    if ("_stripe" in member) yield* methodsOfResource(member, place);
    yield* methodsOf(member, place, seen);
  }
}

const NO_METHOD = /^(constructor|initialize|requestDataProcessor|_.*)$/;

function* methodsOfResource(
  resource: object,
  path: readonly string[],
): Generator<SdkMethod, void, undefined> {
  const prototype: object = Object.getPrototypeOf(resource);
  for (const name of Object.getOwnPropertyNames(prototype)) {
    const member: unknown = Reflect.get(prototype, name);
    if (!isFunction(member) || NO_METHOD.test(name)) continue;
    const method: SdkMethod = async (...args) => member.apply(resource, [...args]);
    yield Object.defineProperty(method, "name", { value: [...path, name].join(".") });
  }
}

/** `errors`, say: the module's namespace object. */
function isModule(value: object): boolean {
  return Object.prototype.toString.call(value) === "[object Module]";
}

function isFunction(value: unknown): value is (...args: unknown[]) => unknown {
  return typeof value === "function";
}
