/** The official SDK signs and checks on the other side. What arbitrary arguments do: `test/e2e/fuzz/webhooks.ts`. */
import { createHmac, webcrypto } from "node:crypto";
import { inspect } from "node:util";
import fc from "fast-check";
import { Stripe } from "stripe";
import { afterEach, describe, expect, expectTypeOf, it, vi } from "vitest";
import { Base } from "../../../../templates/stripe/class.js";
import { StripeSignatureVerificationError } from "../../../../templates/stripe/errors/index.js";
import {
  constructEvent,
  constructEventAsync,
  createNodeCryptoProvider,
  createSubtleCryptoProvider,
  type CryptoProvider,
  CryptoProviderOnlySupportsAsyncError,
  generateTestHeader,
  generateTestHeaderString,
  webhooks,
} from "../../../../templates/stripe/webhooks/index.js";

const secret = "whsec_test";
const payload = JSON.stringify({
  id: "evt_1",
  type: "customer.created",
  data: { object: { name: "Zoë" } },
});
const official = new Stripe("sk_test_1").webhooks;
const now = Math.floor(Date.now() / 1000);
const signed = (options: { timestamp?: number; secret?: string; payload?: string } = {}) =>
  official.generateTestHeaderString({ payload, secret, ...options });
const hmac = (content: string, key: string) =>
  createHmac("sha256", key).update(content).digest("hex");

/** What both forms throw, which must be the same. Any arguments, as JavaScript may give them. */
async function refusal(...args: readonly unknown[]): Promise<unknown> {
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

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("constructEvent", () => {
  it("takes what the official SDK signs, as text or bytes, at once", async () => {
    const bytes = new TextEncoder().encode(payload);
    for (const body of [payload, bytes, bytes.buffer, Buffer.from(payload)]) {
      const event = constructEvent(body, signed(), secret);
      expect(event).toEqual(JSON.parse(payload));
      if (event.type === "customer.created")
        expectTypeOf(event.data.object.object).toEqualTypeOf<"customer">();
      expect(await constructEventAsync(body, signed(), secret)).toEqual(event);
    }
  });

  it("takes the header as servers have it", async () => {
    const forms = [signed(), [signed()], Buffer.from(signed()), new TextEncoder().encode(signed())];
    for (const header of forms) {
      expect(constructEvent(payload, header, secret).id).toBe("evt_1");
      expect((await constructEventAsync(payload, header, secret)).id).toBe("evt_1");
    }
  });

  it("takes any signature that fits: secrets may be rolled", () => {
    const one = signed({ secret: "whsec_old", timestamp: now });
    const two = signed({ timestamp: now });
    const header = `${one},${two.split(",")[1]},v0=abc`;
    expect(constructEvent(payload, header, secret).id).toBe("evt_1");
    expect(constructEvent(payload, header, "whsec_old").id).toBe("evt_1");
  });

  it.each<[what: string, says: string, args: () => readonly unknown[]]>([
    ["another body", "No signature fits", () => [`${payload} `, signed(), secret]],
    ["another secret", "No signature fits", () => [payload, signed(), "whsec_other"]],
    ["another time", "No signature", () => [payload, signed().replace(/t=\d/, "t=9"), secret]],
    ["a secret with a newline", "white space", () => [payload, signed(), `${secret}\n`]],
    ["an empty secret", "secret of the endpoint is missing", () => [payload, signed(), ""]],
    ["no secret", "secret of the endpoint is missing", () => [payload, signed(), undefined]],
    ["a blank secret", "secret of the endpoint is missing", () => [payload, signed(), " \n"]],
    ["an old signature", "too old", () => [payload, signed({ timestamp: now - 302 }), secret]],
    ["an empty header", "Stripe-Signature is missing", () => [payload, "", secret]],
    ["no header", "Stripe-Signature is missing", () => [payload, undefined, secret]],
    ["a header that is null", "Stripe-Signature is missing", () => [payload, null, secret]],
    ["an empty list of headers", "Stripe-Signature", () => [payload, [], secret]],
    ["two headers", "Stripe-Signature", () => [payload, [signed(), signed()], secret]],
    [
      "a header without a time",
      "of the form t=",
      () => [payload, `v1=${hmac("", secret)}`, secret],
    ],
    ["a header with two times", "of the form t=", () => [payload, `t=${now},${signed()}`, secret]],
    ["a header without v1", "v1=", () => [payload, signed().replace("v1=", "v0="), secret]],
    ["a header of 10 MB", "of the form", () => [payload, `${",".repeat(1e7)}${signed()}`, secret]],
    ["an empty body", "raw request body", () => ["", signed({ payload: "" }), secret]],
    ["a parsed body", "raw request body", () => [JSON.parse(payload), signed(), secret]],
    ["no body", "raw request body", () => [undefined, signed(), secret]],
    ["the secret before the header", "Stripe-Signature", () => [payload, secret, signed()]],
    ["the secret as the body", "No signature fits", () => [secret, signed(), "whsec_other"]],
  ])("refuses %s", async (_, says, make) => {
    const error = await refusal(...make());
    expect(error).toBeInstanceOf(StripeSignatureVerificationError);
    expect(String(error)).toContain(says);
    expect(inspect(error, { showHidden: true }) + JSON.stringify(error)).not.toContain("whsec_t");
  });

  it("refuses a time that is not written in digits, even signed", async () => {
    for (const time of [
      "1e9",
      " 5",
      "5 ",
      "+5",
      "-1",
      "007",
      "NaN",
      "Infinity",
      "",
      "0x10",
      "5.5",
    ]) {
      const header = `t=${time},v1=${hmac(`${time}.${payload}`, secret)}`;
      const error = await refusal(payload, header, secret, 1e9, undefined, 0);
      expect(String(error)).toContain("of the form t=");
    }
  });

  it("shows what was refused to who asks for it, and to nobody else", async () => {
    const header = `t=${now},v1=0`;
    const error = await refusal(Buffer.from(payload), header, secret);
    expect(error).toMatchObject({ header, payload });
    expect(Object.keys(error as object)).not.toContain("header");
    expect(inspect(error)).not.toContain("Zoë");
  });

  it("says when what was signed is not JSON", async () => {
    const error = await refusal("hello", signed({ payload: "hello" }), secret);
    expect(error).toBeInstanceOf(SyntaxError);
  });

  it("has a tolerance in seconds and a time of receipt in milliseconds", () => {
    const header = signed({ timestamp: 1000 });
    const age = (tolerance: number | undefined, receivedAt: number) => () =>
      constructEvent(payload, header, secret, tolerance, undefined, receivedAt);
    expect(age(300, 1_300_999)()).toHaveProperty("id", "evt_1");
    expect(age(300, 1_301_000)).toThrow("too old");
    expect(age(undefined, 1_300_999)()).toHaveProperty("id", "evt_1");
    expect(age(undefined, 1_301_000)).toThrow("too old");
    expect(age(5, 1_006_000)).toThrow("too old");
    // As in stripe@23.1.0: no age is too old then. A time in the future was signed, too.
    expect(age(0, 9e12)()).toHaveProperty("id", "evt_1");
    expect(age(300, 0)()).toHaveProperty("id", "evt_1");
  });

  it("takes nothing for a tolerance or a time of receipt that is not a finite number", async () => {
    const value = fc.oneof(
      fc.constantFrom(NaN, Infinity, -Infinity, -1, -Number.MIN_VALUE, "300", "", 5n, Symbol("x")),
      fc
        .anything({ maxDepth: 1, maxKeys: 2 })
        .filter((value) => value != null && typeof value !== "number"),
      fc.double({ max: -Number.MIN_VALUE, noNaN: true }),
    );
    const old = signed({ timestamp: 1000 });
    await fc.assert(
      fc.asyncProperty(value, fc.boolean(), async (value, isTolerance) => {
        const rest = isTolerance ? [value] : [undefined, undefined, value];
        const error = await refusal(payload, old, secret, ...rest);
        expect(error).toBeInstanceOf(TypeError);
        expect(String(error)).toContain(isTolerance ? "tolerance" : "receivedAt");
      }),
    );
  });

  it("reads the payload once: bytes that change while the signature is computed change nothing", async () => {
    const bytes = new TextEncoder().encode(payload);
    const event = constructEventAsync(bytes, signed(), secret);
    bytes.set(new TextEncoder().encode('{"id":"evt_2"'));
    expect((await event).id).toBe("evt_1");
  });
});

describe("the work", () => {
  it("is one signature, however many the header has", async () => {
    let computed = 0;
    const counting: CryptoProvider = {
      computeHMACSignature(content, key) {
        computed++;
        return hmac(content, key);
      },
      async computeHMACSignatureAsync(content, key) {
        computed++;
        return hmac(content, key);
      },
    };
    const header = `t=${now}${`,v1=${"0".repeat(64)}`.repeat(224)},${signed({ timestamp: now }).split(",")[1]}`;
    expect(constructEvent(payload, header, secret, 300, counting).id).toBe("evt_1");
    expect((await constructEventAsync(payload, header, secret, 300, counting)).id).toBe("evt_1");
    expect(computed).toBe(2);
  });

  it("is a signature of Web Crypto's own, once", async () => {
    const sign = vi.spyOn(crypto.subtle, "sign");
    const header = `${signed()}${`,v1=${"0".repeat(64)}`.repeat(224)}`;
    await constructEventAsync(payload, header, secret);
    expect(sign).toHaveBeenCalledTimes(1);
    sign.mockRestore();
  });
});

describe("a platform without node:crypto", () => {
  const name = "CryptoProviderOnlySupportsAsyncError";
  const notImplemented = () => {
    throw new Error("not implemented yet");
  };
  it.each<[string, unknown]>([
    ["no process", undefined],
    ["a bundler's process", { env: {} }],
    ["a process that is null", null],
    ["getBuiltinModule is not a function", { getBuiltinModule: "x" }],
    ["getBuiltinModule gives nothing", { getBuiltinModule: () => undefined }],
    ["getBuiltinModule throws", { getBuiltinModule: notImplemented }],
    ["createHmac is missing", { getBuiltinModule: () => ({}) }],
    ["createHmac throws", { getBuiltinModule: () => ({ createHmac: notImplemented }) }],
  ])("throws at once, and names the Async form: %s", async (_, process) => {
    const header = signed();
    vi.stubGlobal("process", process);
    const options = { payload, secret };
    const atOnce = [
      () => constructEvent(payload, header, secret),
      () => webhooks.signature.verifyHeader(payload, header, secret),
      () => generateTestHeaderString(options),
      () => createNodeCryptoProvider(),
    ];
    for (const call of atOnce) {
      expect(call).toThrow(CryptoProviderOnlySupportsAsyncError);
      expect(call).toThrow(expect.objectContaining({ name }));
      expect(call).toThrow(/await .*Async/);
    }
    expect((await constructEventAsync(payload, header, secret)).id).toBe("evt_1");
    expect(await webhooks.signature.verifyHeaderAsync(payload, header, secret)).toBe(true);
    expect(await generateTestHeader(options)).toMatch(/^t=\d+,v1=[0-9a-f]{64}$/);
  });

  it.each<[string, unknown]>([
    ["a promise", Promise.resolve("0")],
    ["nothing", undefined],
    ["an empty text", ""],
  ])("accepts nothing from a mock that gives %s", (_, digest) => {
    const mock = { update: () => mock, digest: () => digest };
    vi.stubGlobal("process", { getBuiltinModule: () => ({ createHmac: () => mock }) });
    expect(() => constructEvent(payload, `t=${now},v1=`, secret)).toThrow(TypeError);
    expect(() => generateTestHeaderString({ payload, secret })).toThrow(TypeError);
  });

  it("is not asked for it by an import", async () => {
    vi.resetModules();
    vi.stubGlobal("process", {
      get getBuiltinModule(): never {
        throw new Error("asked");
      },
    });
    await expect(import("../../../../templates/stripe/webhooks/index.js")).resolves.toBeDefined();
  });
});

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
