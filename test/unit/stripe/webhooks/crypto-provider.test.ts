/** Providers of signatures: those that are here, and those of others. */
import { webcrypto } from "node:crypto";
import fc from "fast-check";
import { Stripe } from "stripe";
import { describe, expect, it } from "vitest";
import {
  constructEvent,
  constructEventAsync,
  createNodeCryptoProvider,
  createSubtleCryptoProvider,
  type CryptoProvider,
  CryptoProviderOnlySupportsAsyncError,
  generateTestHeader,
  generateTestHeaderString,
} from "../../../../templates/stripe/webhooks/index.js";
import { hmac, now, official, payload, refusal, secret, signed } from "./signatures.js";

describe("cryptoProvider", () => {
  const texts = fc.string({ unit: "binary" });
  const keys = fc.string({ unit: "binary", minLength: 1 });

  it("is the official SDK's, or one for it", async () => {
    const subtle = webcrypto.subtle as typeof crypto.subtle;
    await fc.assert(
      fc.asyncProperty(texts, keys, async (text, key) => {
        const want = Stripe.createNodeCryptoProvider().computeHMACSignature(text, key);
        expect(createNodeCryptoProvider().computeHMACSignature(text, key)).toBe(want);
        const providers = [
          createNodeCryptoProvider(),
          createSubtleCryptoProvider(),
          createSubtleCryptoProvider(subtle),
        ];
        for (const provider of providers)
          expect(await provider.computeHMACSignatureAsync(text, key)).toBe(want);
      }),
    );
  });

  it("is used in the place of the platform's, with its receiver", async () => {
    class Own implements CryptoProvider {
      readonly #key = "own";
      computeHMACSignature(content: string): string {
        return hmac(content, this.#key);
      }
      async computeHMACSignatureAsync(content: string): Promise<string> {
        return hmac(content, this.#key);
      }
    }
    const own = new Own();
    const header = generateTestHeaderString({
      payload,
      secret,
      timestamp: now,
      cryptoProvider: own,
    });
    expect(header).toBe(signed({ secret: "own", timestamp: now }));
    expect(await generateTestHeader({ payload, secret, timestamp: now, cryptoProvider: own })).toBe(
      header,
    );
    expect(constructEvent(payload, header, secret, undefined, own).id).toBe("evt_1");
    expect((await constructEventAsync(payload, header, secret, undefined, own)).id).toBe("evt_1");
    expect(() => constructEvent(payload, header, secret)).toThrow("No signature fits");
  });

  it("takes the providers of the official SDK, and gives it ours", async () => {
    const theirs = [Stripe.createNodeCryptoProvider(), Stripe.createSubtleCryptoProvider()];
    const ours = [createNodeCryptoProvider(), createSubtleCryptoProvider()];
    for (const provider of theirs)
      expect(await constructEventAsync(payload, signed(), secret, 300, provider)).toBeDefined();
    for (const provider of ours)
      expect(
        await official.constructEventAsync(payload, signed(), secret, 300, provider),
      ).toBeDefined();
  });

  it("throws at once from Web Crypto's, which computes later", () => {
    const provider = createSubtleCryptoProvider();
    expect(() => constructEvent(payload, signed(), secret, 300, provider)).toThrow(
      CryptoProviderOnlySupportsAsyncError,
    );
  });

  it.each<[string, unknown]>([
    ["a number, as once the time of receipt", 1_700_000_000_000],
    ["zero", 0],
    ["a Date", new Date()],
    ["text", "node"],
    ["an empty text", ""],
    ["an object", {}],
    ["false", false],
    ["one that gives nothing", { computeHMACSignature() {}, computeHMACSignatureAsync() {} }],
  ])("is not %s", async (_, provider) => {
    const error = await refusal(payload, signed(), secret, undefined, provider);
    expect(error).toBeInstanceOf(TypeError);
    expect(String(error)).toContain("cryptoProvider");
  });

  it("must not give a promise at once", () => {
    const provider = { ...createNodeCryptoProvider(), computeHMACSignature: async () => "0" };
    const args = [payload, signed(), secret, undefined, provider];
    expect(() => Reflect.apply(constructEvent, undefined, args)).toThrow("cryptoProvider");
  });
});
