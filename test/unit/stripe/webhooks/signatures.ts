/** Payloads that the official SDK signs, and what both forms of `constructEvent` say of others. */
import { createHmac } from "node:crypto";
import { Stripe } from "stripe";
import { expect } from "vitest";
import {
  constructEvent,
  constructEventAsync,
} from "../../../../templates/stripe/webhooks/index.js";

export const secret = "whsec_test";
export const payload = JSON.stringify({
  id: "evt_1",
  type: "customer.created",
  data: { object: { name: "Zoë" } },
});
export const official = new Stripe("sk_test_1").webhooks;
export const now = Math.floor(Date.now() / 1000);
export const signed = (options: { timestamp?: number; secret?: string; payload?: string } = {}) =>
  official.generateTestHeaderString({ payload, secret, ...options });
export const hmac = (content: string, key: string) =>
  createHmac("sha256", key).update(content).digest("hex");

/** What both forms throw, which must be the same. Any arguments, as JavaScript may give them. */
export async function refusal(...args: readonly unknown[]): Promise<unknown> {
  const later: unknown = await Reflect.apply(constructEventAsync, undefined, args).then(
    () => undefined,
    (error: unknown) => error,
  );
  try {
    Reflect.apply(constructEvent, undefined, args);
  } catch (error) {
    expect(String(error)).toBe(String(later));
    return error;
  }
  throw new Error("it was accepted");
}
