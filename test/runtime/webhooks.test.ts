/** The official SDK signs and checks on the other side. */
import { Stripe } from "stripe";
import { describe, expect, expectTypeOf, it } from "vitest";
import { StripeSignatureVerificationError } from "../../templates/stripe/errors/index.js";
import { constructEvent, generateTestHeader } from "../../templates/stripe/webhooks.js";

const secret = "whsec_test";
const payload = JSON.stringify({
  id: "evt_1",
  type: "customer.created",
  data: { object: { name: "Zoë" } },
});
const official = new Stripe("sk_test_1").webhooks;
const now = Math.floor(Date.now() / 1000);

describe("constructEvent", () => {
  it("takes what the official SDK signs, as text or bytes", async () => {
    const header = official.generateTestHeaderString({ payload, secret });
    const bytes = new TextEncoder().encode(payload);
    for (const body of [payload, bytes, bytes.buffer, Buffer.from(payload)]) {
      const event = await constructEvent(body, header, secret);
      expect(event).toEqual(JSON.parse(payload));
      if (event.type === "customer.created")
        expectTypeOf(event.data.object.object).toEqualTypeOf<"customer">();
    }
  });

  it("takes any signature that fits: secrets may be rolled", async () => {
    const one = official.generateTestHeaderString({ payload, secret: "whsec_old", timestamp: now });
    const two = official.generateTestHeaderString({ payload, secret, timestamp: now });
    const header = `${one},${two.split(",")[1]}, v0=abc`;
    await expect(constructEvent(payload, header, secret)).resolves.toHaveProperty("id", "evt_1");
    await expect(constructEvent(payload, header, "whsec_old")).resolves.toHaveProperty(
      "id",
      "evt_1",
    );
  });

  it.each<[string, () => Parameters<typeof constructEvent>]>([
    [
      "another body",
      () => [`${payload} `, official.generateTestHeaderString({ payload, secret }), secret],
    ],
    [
      "another secret",
      () => [payload, official.generateTestHeaderString({ payload, secret }), "whsec_other"],
    ],
    ["no secret", () => [payload, official.generateTestHeaderString({ payload, secret }), ""]],
    [
      "another time",
      () => [
        payload,
        official.generateTestHeaderString({ payload, secret }).replace(/t=\d/, "t=9"),
        secret,
      ],
    ],
    [
      "an old signature",
      () => [
        payload,
        official.generateTestHeaderString({ payload, secret, timestamp: now - 302 }),
        secret,
      ],
    ],
    ["no header", () => [payload, "", secret]],
    ["a header without a time", () => [payload, `v1=${"0".repeat(64)}`, secret]],
    ["a header without a v1 signature", () => [payload, `t=${now},v0=${"0".repeat(64)}`, secret]],
    ["a signature that is no hex", () => [payload, `t=${now},v1=${"z".repeat(64)}`, secret]],
    [
      "a parsed body",
      () => [JSON.parse(payload), official.generateTestHeaderString({ payload, secret }), secret],
    ],
  ])("refuses %s", async (_, make) => {
    const error: unknown = await constructEvent(...make()).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(StripeSignatureVerificationError);
    expect(String(error)).not.toContain("whsec_test");
  });

  it("has a tolerance that can be changed, and a time that can be given", async () => {
    const header = official.generateTestHeaderString({ payload, secret, timestamp: 1000 });
    await expect(constructEvent(payload, header, secret, 300, 1_300_000)).resolves.toBeDefined();
    await expect(constructEvent(payload, header, secret, 300, 1_301_000)).rejects.toThrow(
      "too old",
    );
    await expect(constructEvent(payload, header, secret, 0)).resolves.toBeDefined();
  });
});

describe("generateTestHeader", () => {
  it("signs as the official SDK does", async () => {
    const options = { payload, secret, timestamp: now };
    expect(await generateTestHeader(options)).toBe(official.generateTestHeaderString(options));
    const header = await generateTestHeader({ payload, secret });
    expect(official.constructEvent(payload, header, secret)).toHaveProperty("id", "evt_1");
  });
});
