/** Signs payloads as Stripe does, for tests. */
import { type CryptoProvider, type Sign, sign, signAsync } from "./crypto-provider.js";
import { EXPECTED_SCHEME } from "./header.js";
import { numberOr, type Payload, problemOf, textOf } from "./input.js";

/** What a test says of a webhook that Stripe never sent. */
export interface TestHeaderOptions {
  readonly payload: Payload;
  /** The endpoint's signing secret, `whsec_…` */
  readonly secret: string;
  /** Unix seconds; default: now. */
  readonly timestamp?: number | undefined;
  /** The name of the signature in the header; default: `v1`. */
  readonly scheme?: string | undefined;
  /** Stands in the header as it is; default: the right one. */
  readonly signature?: string | undefined;
  readonly cryptoProvider?: CryptoProvider | undefined;
}

/**
 * A header `Stripe-Signature` for tests.
 *
 * @throws {CryptoProviderOnlySupportsAsyncError} on platforms without `node:crypto`
 * @throws {TypeError} naming an option that is missing or wrong
 * @example
 * ```ts
 * const header = stripe.webhooks.generateTestHeaderString({ payload, secret: "whsec_test" });
 * const event = stripe.webhooks.constructEvent(payload, header, "whsec_test");
 * ```
 */
export function generateTestHeaderString(options: TestHeaderOptions): string {
  const [head, signature] = prepare(options, sign);
  return head + signature;
}

/** `generateTestHeaderString` for every platform. */
export async function generateTestHeaderStringAsync(options: TestHeaderOptions): Promise<string> {
  const [head, signature] = prepare(options, signAsync);
  return head + (await signature);
}

function prepare<S>(
  options: TestHeaderOptions,
  sign: Sign<S>,
): [head: string, signature: S | string] {
  const { payload, secret, timestamp, scheme, signature, cryptoProvider } = options;
  const time = Math.floor(numberOr(Date.now() / 1000, timestamp, "timestamp"));
  const text = textOf(payload);
  const problem = problemOf(text, secret);
  if (problem) throw new TypeError(problem);
  const head = `t=${time},${scheme || EXPECTED_SCHEME}=`;
  return [head, signature || sign(`${time}.${text}`, secret, cryptoProvider)];
}
