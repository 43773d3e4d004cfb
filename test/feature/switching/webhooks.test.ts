/** Webhooks: stripe-node and our client, with the same bodies and headers. */
import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { SECRET } from "../../e2e/switching/programs/program.js";
import { PACKAGES } from "./packages.js";

const BODY = '{"id":"evt_1","object":"event","type":"ping","text":"Zürich"}';
const now = () => Math.floor(Date.now() / 1000);
const signed = (time: number, body = BODY, secret = SECRET) =>
  createHmac("sha256", secret).update(`${time}.${body}`).digest("hex");
const header = (time = now(), signature = signed(time)) => `t=${time},v1=${signature}`;

describe.each(PACKAGES)("%s: webhooks", (_, Stripe) => {
  const { webhooks } = new Stripe("sk_test_1");

  it.each<[string, body: string | Buffer, header: () => string | Buffer | string[]]>([
    ["text", BODY, () => header()],
    ["bytes", Buffer.from(BODY), () => header()],
    ["a header of bytes", BODY, () => Buffer.from(header())],
    ["another signature first", BODY, () => `t=${now()},v1=0000,v1=${signed(now())}`],
    ["another scheme beside it", BODY, () => `${header()},v0=0000`],
    ["a time of 299 s ago", BODY, () => header(now() - 299)],
    ["a time in the future", BODY, () => header(now() + 1000)],
  ])("takes %s", async (_, body, header) => {
    const event = webhooks.constructEvent(body, header(), SECRET);
    expect(event).toEqual(JSON.parse(BODY));
    expect(await webhooks.constructEventAsync(body, header(), SECRET)).toEqual(event);
  });

  it.each<[string, body: string, header: () => string, secret?: string]>([
    ["another body", `${BODY} `, () => header()],
    ["another secret", BODY, () => header(), "whsec_other"],
    ["another time", BODY, () => header(now() - 1, signed(now()))],
    ["an old one", BODY, () => header(now() - 302)],
    ["only another scheme", BODY, () => `t=${now()},v0=${signed(now())}`],
    ["no time", BODY, () => `v1=${signed(now())}`],
    ["an empty header", BODY, () => ""],
    ["an empty body", "", () => header()],
  ])("refuses %s", async (_, body, header, secret = SECRET) => {
    const refused = { type: "StripeSignatureVerificationError" };
    const { StripeSignatureVerificationError: Refused } = Stripe.errors;
    expect(() => webhooks.constructEvent(body, header(), secret)).toThrow(Refused);
    const later = webhooks.constructEventAsync(body, header(), secret);
    await expect(later).rejects.toBeInstanceOf(Refused);
    await expect(later).rejects.toMatchObject(refused);
  });

  it("checks with the tolerance, the provider and the time that it is given", async () => {
    const old = header(1_000_000);
    expect(webhooks.constructEvent(BODY, old, SECRET, 1e12).id).toBe("evt_1");
    const subtle = Stripe.createSubtleCryptoProvider();
    const node = Stripe.createNodeCryptoProvider();
    const at = 1_000_000_000;
    for (const provider of [subtle, node])
      expect(
        await webhooks.constructEventAsync(BODY, old, SECRET, undefined, provider, at),
      ).toHaveProperty("id", "evt_1");
    expect(webhooks.constructEvent(BODY, old, SECRET, 300, node, at).id).toBe("evt_1");
    expect(() => webhooks.constructEvent(BODY, header(), SECRET, 300, subtle)).toThrow(/synchron/);
  });

  it("signs for tests", () => {
    const made = webhooks.generateTestHeaderString({
      payload: BODY,
      secret: SECRET,
      timestamp: 1_700_000_000,
    });
    expect(made).toBe(header(1_700_000_000));
    const scheme = { payload: BODY, secret: SECRET, timestamp: 5, scheme: "v0", signature: "ab" };
    expect(webhooks.generateTestHeaderString(scheme)).toBe("t=5,v0=ab");
    expect(Stripe.webhooks.signature.verifyHeader(BODY, header(), SECRET)).toBe(true);
  });
});
