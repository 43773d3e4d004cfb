/** `stripe.webhooks`, and headers for the tests of a receiver. */
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { Base } from "../../../../templates/stripe/class.js";
import { StripeSignatureVerificationError } from "../../../../templates/stripe/errors/index.js";
import {
  constructEvent,
  generateTestHeader,
  generateTestHeaderString,
} from "../../../../templates/stripe/webhooks/index.js";
import { official, payload, secret, signed } from "./signatures.js";

describe("stripe.webhooks", () => {
  const stripe = new Base();

  it("has the names of the official SDK, on the class and on each instance", () => {
    for (const name of Object.keys(official)) {
      expect(stripe.webhooks).toHaveProperty(name);
      expect(Base.webhooks).toHaveProperty(name);
    }
    for (const name of Object.keys(official.signature))
      expect(stripe.webhooks.signature).toHaveProperty(name);
    expect(stripe.webhooks.DEFAULT_TOLERANCE).toBe(300);
    expect(stripe.webhooks.signature.EXPECTED_SCHEME).toBe("v1");
  });

  it("can be replaced for one instance alone", () => {
    const replaced = vi.spyOn(stripe.webhooks, "constructEvent").mockReturnThis();
    expect(new Base().webhooks.constructEvent).toBe(constructEvent);
    expect(Base.webhooks.constructEvent).toBe(constructEvent);
    replaced.mockRestore();
  });

  it("checks without giving an event: signature.verifyHeader", async () => {
    const { verifyHeader, verifyHeaderAsync } = stripe.webhooks.signature;
    expect(verifyHeader(payload, signed(), secret)).toBe(true);
    expect(await verifyHeaderAsync(payload, signed(), secret)).toBe(true);
    expect(() => verifyHeader("{}", signed(), secret)).toThrow(StripeSignatureVerificationError);
    await expect(verifyHeaderAsync("{}", signed(), secret)).rejects.toThrow("No signature fits");
    // Without a tolerance, it has the default one: the SDK of 15.12.0 checked no age.
    const old = signed({ timestamp: 1000 });
    expect(() => verifyHeader(payload, old, secret)).toThrow("too old");
  });
});

describe("generateTestHeaderString", () => {
  it("signs as the official SDK does, at once and later", async () => {
    const options = fc.record(
      {
        payload: fc.string({ unit: "binary", minLength: 1 }),
        secret: fc.string({ minLength: 1 }).filter((text) => text.trim() !== ""),
        timestamp: fc.double({ min: 1, max: 1e12, noNaN: true }),
        scheme: fc.constantFrom("v0", "v1", ""),
        signature: fc.constantFrom("0", ""),
      },
      { requiredKeys: ["payload", "secret", "timestamp"] },
    );
    await fc.assert(
      fc.asyncProperty(options, async (options) => {
        const want = official.generateTestHeaderString({ ...options });
        expect(generateTestHeaderString(options)).toBe(want);
        expect(await generateTestHeader(options)).toBe(want);
      }),
    );
  });

  it("says now, where no time is given", () => {
    const header = generateTestHeaderString({ payload, secret });
    expect(official.constructEvent(payload, header, secret)).toHaveProperty("id", "evt_1");
  });

  it("leaves its options alone", () => {
    const options = Object.freeze({ payload, secret });
    expect(generateTestHeaderString(options)).toMatch(/^t=/);
  });

  it.each<[string, object]>([
    ["timestamp", { payload, secret, timestamp: NaN }],
    ["timestamp", { payload, secret, timestamp: new Date() }],
    ["timestamp", { payload, secret, timestamp: "5" }],
    ["secret", { payload }],
    ["payload", { payload: {}, secret }],
    ["payload", { secret }],
  ])("names an option that is missing or wrong: %s", async (name, options) => {
    const call = () => Reflect.apply(generateTestHeaderString, undefined, [options]);
    expect(call).toThrow(TypeError);
    expect(call).toThrow(name);
    const later: Promise<string> = Reflect.apply(generateTestHeader, undefined, [options]);
    await expect(later).rejects.toThrow(name);
  });
});
