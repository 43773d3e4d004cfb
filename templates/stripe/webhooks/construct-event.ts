import type { Event } from "../api.js";
import { type Signed, verify, verifyAsync } from "./signature.js";

/**
 * Checks that Stripe sent a webhook, and gives its event, at once.
 *
 * @param payload - the raw request body
 * @param header - the header `Stripe-Signature`
 * @param secret - the endpoint's signing secret, `whsec_…`
 * @param tolerance - how old a signature may be, in seconds; default: 300; 0: any age. A time in the future is not too
 *   old: only who has the secret can sign it.
 * @param cryptoProvider - computes the signature; default: `node:crypto`
 * @param receivedAt - when the request came, in milliseconds since 1970; default: now
 * @throws {StripeSignatureVerificationError} when Stripe did not sign this, or a header, payload or secret is missing
 * @throws {CryptoProviderOnlySupportsAsyncError} on platforms without `node:crypto`: use `constructEventAsync` there
 * @throws {TypeError} naming a tolerance, provider or time that is not one
 * @throws {SyntaxError} when what was signed is not JSON
 * @example
 * ```ts
 * const event = stripe.webhooks.constructEvent(body, request.headers["stripe-signature"]!, secret);
 * ```
 * @see https://docs.stripe.com/webhooks/signature
 */
export function constructEvent(...signed: Signed): Event {
  // What Stripe signed, it also wrote: the document's events.
  return JSON.parse(verify(signed));
}

/**
 * `constructEvent` for every platform. The same arguments and errors; the default provider is the Web Crypto API.
 *
 * @example
 * ```ts
 * const event = await stripe.webhooks.constructEventAsync(await request.text(), header, secret);
 * ```
 */
export async function constructEventAsync(...signed: Signed): Promise<Event> {
  return JSON.parse(await verifyAsync(signed));
}
