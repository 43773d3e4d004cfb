/** What `constructEvent` accepts and refuses. What arbitrary arguments do: `test/e2e/fuzz/webhooks.ts`. */
import { inspect } from "node:util";
import fc from "fast-check";
import { describe, expect, expectTypeOf, it, vi } from "vitest";
import { StripeSignatureVerificationError } from "../../../../templates/stripe/errors/index.js";
import {
  constructEvent,
  constructEventAsync,
  type CryptoProvider,
} from "../../../../templates/stripe/webhooks/index.js";
import { hmac, now, payload, refusal, secret, signed } from "./signatures.js";

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
