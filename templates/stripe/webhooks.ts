import type { Chunk } from "../runtime/bytes.js";
import type { Event } from "./api.js";
import { StripeSignatureVerificationError } from "./errors/stripe-signature-verification-error.js";

/** A request body as it arrived: not parsed, not printed anew. */
export type Payload = string | ArrayBuffer | Uint8Array;

/**
 * Checks that Stripe sent a webhook, and gives its event.
 *
 * @param header - the header `Stripe-Signature`
 * @param secret - the endpoint's signing secret, `whsec_…`
 * @param tolerance - how old a signature may be, in seconds; 0: any age
 * @param receivedAt - when the request came, in milliseconds; default: now
 * @throws {StripeSignatureVerificationError}
 * @see https://docs.stripe.com/webhooks/signature
 */
export async function constructEvent(
  payload: Payload,
  header: string,
  secret: string,
  tolerance = 300,
  receivedAt = Date.now(),
): Promise<Event> {
  const body = bytes(payload);
  const { timestamp, signatures } = parse(header);
  if (!(await signed(body, timestamp, signatures, secret)))
    throw new StripeSignatureVerificationError(
      "No signature fits the payload. It must be the raw request body, and the secret that of this endpoint.",
    );
  if (tolerance > 0 && receivedAt / 1000 - Number(timestamp) > tolerance)
    throw new StripeSignatureVerificationError("The signature is too old");
  // What Stripe signed, it also wrote: the document's events.
  return JSON.parse(new TextDecoder().decode(body)) as Event;
}

/** What a test says of a webhook that Stripe never sent. */
export interface TestHeaderOptions {
  readonly payload: Payload;
  readonly secret: string;
  /** Unix seconds; default: now. */
  readonly timestamp?: number | undefined;
}

/** Signs a payload as Stripe does, for tests. */
export async function generateTestHeader({
  payload,
  secret,
  timestamp = Math.floor(Date.now() / 1000),
}: TestHeaderOptions): Promise<string> {
  const key = await hmacKey(secret, "sign");
  const signature = await crypto.subtle.sign(
    "HMAC",
    key,
    message(String(timestamp), bytes(payload)),
  );
  const hex = Array.from(new Uint8Array(signature), (byte) => byte.toString(16).padStart(2, "0"));
  return `t=${timestamp},v1=${hex.join("")}`;
}

interface SignatureHeader {
  /** As it was written: this is what the signature is about. */
  readonly timestamp: string;
  readonly signatures: readonly string[];
}

function parse(header: string): SignatureHeader {
  const pairs = String(header)
    .split(",")
    .map((pair) => pair.trim().split("="));
  const values = (name: string) =>
    pairs.flatMap(([key, value]) => (key === name && value ? [value] : []));
  const [timestamp] = values("t");
  const signatures = values("v1").filter((hex) => /^[0-9a-f]{64}$/.test(hex));
  if (!timestamp || !/^\d+$/.test(timestamp) || signatures.length === 0)
    throw new StripeSignatureVerificationError(
      "The header Stripe-Signature is missing, or holds no v1 signature",
    );
  return { timestamp, signatures };
}

/** `verify` takes the same time for every wrong signature. */
async function signed(
  body: Uint8Array,
  timestamp: string,
  signatures: readonly string[],
  secret: string,
): Promise<boolean> {
  const key = await hmacKey(secret, "verify");
  const data = message(timestamp, body);
  let fits = false;
  for (const hex of signatures) {
    const signature = Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
    fits = (await crypto.subtle.verify("HMAC", key, signature, data)) || fits;
  }
  return fits;
}

function hmacKey(secret: string, use: "sign" | "verify"): Promise<CryptoKey> {
  if (!secret)
    throw new StripeSignatureVerificationError("The signing secret of the endpoint is missing");
  const hmac = { name: "HMAC", hash: "SHA-256" };
  return crypto.subtle.importKey("raw", new TextEncoder().encode(secret), hmac, false, [use]);
}

function message(timestamp: string, body: Uint8Array): Chunk {
  const head = new TextEncoder().encode(`${timestamp}.`);
  const whole = new Uint8Array(head.length + body.length);
  whole.set(head);
  whole.set(body, head.length);
  return whole;
}

function bytes(payload: Payload): Uint8Array {
  if (typeof payload === "string") return new TextEncoder().encode(payload);
  if (payload instanceof Uint8Array) return payload;
  if (Object.prototype.toString.call(payload) === "[object ArrayBuffer]")
    return new Uint8Array(payload);
  throw new StripeSignatureVerificationError(
    "The payload must be the raw request body, a string or bytes, not what a parser made of it",
  );
}
