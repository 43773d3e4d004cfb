/** Whole numbers of 64 bits and decimals, which Stripe sends as text: the text holds what stripe@23.1.0 reads from it. */
import * as fc from "fast-check";
import { Stripe as Sdk } from "stripe-latest";
import { expect, it } from "vitest";
import { ok, serve } from "../../support/servers/server.js";
import { makeToday } from "./client.js";

const made = await makeToday();
const { default: Stripe } = made.today;

/** What both read of one response, and what both send of one value. */
async function both(response: object) {
  await using server = await serve(ok(response));
  const { url } = server;
  const host = { host: "127.0.0.1", port: Number(new URL(url).port), protocol: "http" } as const;
  const theirs = new Sdk("sk_test_1", { ...host, maxNetworkRetries: 0 });
  const ours = new Stripe("sk_test_1", { baseUrl: url, maxNetworkRetries: 0 });
  const { imports } = ours.v2["commerce"]!["productCatalog"]!;
  const { persons } = ours.v2["core"]!["accounts"]!;
  const relationship = { percent_ownership: "12.50" };
  const result = {
    imports: [
      await theirs.v2.commerce.productCatalog.imports.retrieve("pci_1"),
      await imports!["retrieve"]!("pci_1"),
    ],
    persons: [
      await theirs.v2.core.accounts.persons.retrieve("acct_1", "person_1"),
      await persons!["retrieve"]!("acct_1", "person_1"),
    ],
  };
  const sent = { percent_ownership: Sdk.Decimal.from("12.50") };
  await theirs.v2.core.accounts.persons.create("acct_1", { relationship: sent });
  await persons!["create"]!("acct_1", { relationship });
  return { ...result, bodies: server.received.slice(4).map(({ body }) => body.toString()) };
}

it("of which none is rounded", async () => {
  const numbers = fc.oneof(
    fc.constant(2n ** 63n - 1n),
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n }),
  );
  await fc.assert(
    fc.asyncProperty(numbers, fc.nat(), async (number, part) => {
      const percent = `${number}.${part}`;
      const { imports, persons, bodies } = await both({
        status_details: { succeeded: { success_count: String(number) } },
        relationship: { percent_ownership: percent },
      });
      const counts = imports.map((one) => Object(one).status_details.succeeded.success_count);
      expect(counts).toEqual([number, String(number)]);
      const [theirs, ours] = persons.map((one) => Object(one).relationship.percent_ownership);
      expect(ours).toBe(percent);
      expect(Sdk.Decimal.from(ours).eq(theirs)).toBe(true);
      expect(bodies[1]).toBe('{"relationship":{"percent_ownership":"12.50"}}');
      expect(JSON.parse(bodies[0] ?? "")).toEqual({ relationship: { percent_ownership: "12.5" } });
    }),
    { numRuns: 10 },
  );
});
