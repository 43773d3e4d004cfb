/** A nightly job that mirrors an account into a database: every way through a list that stripe-node has. */
import Stripe from "stripe";
import type { Run } from "./program.js";

interface Row {
  readonly id: string;
  readonly email: string | null;
  readonly plan: string | undefined;
}

type Fetcher<T extends { id: string }> = (
  params: Stripe.PaginationParams,
) => Stripe.ApiListPromise<T>;

/** Written once for every kind of object. */
async function copy<T extends { id: string }>(
  fetch: Fetcher<T>,
  save: (item: T) => Promise<void>,
): Promise<number> {
  let count = 0;
  for await (const item of fetch({ limit: 2 })) {
    await save(item);
    count++;
  }
  return count;
}

async function byHand(stripe: Stripe): Promise<string[]> {
  const ids: string[] = [];
  let startingAfter: string | undefined;
  let page: Stripe.ApiList<Stripe.Invoice>;
  do {
    page = await stripe.invoices.list({
      limit: 3,
      status: "open",
      created: { gte: 1_600_000_000 },
      ...(startingAfter && { starting_after: startingAfter }),
    });
    ids.push(...page.data.map((invoice) => invoice.id));
    startingAfter = page.data[page.data.length - 1]?.id;
  } while (page.has_more);
  return ids;
}

async function firstMatching(stripe: Stripe): Promise<string[]> {
  const seen: string[] = [];
  await stripe.charges.list({ limit: 2 }).autoPagingEach((charge: Stripe.Charge) => {
    seen.push(charge.id);
    return charge.id !== "ch_3";
  });
  await stripe.charges.list({ limit: 2 }).autoPagingEach(async (charge) => {
    seen.push(charge.id);
    if (charge.id === "ch_2") return false;
  });
  return seen;
}

export const run: Run = async (config) => {
  const stripe = new Stripe("sk_test_sync", {
    ...config,
    maxNetworkRetries: 0,
    stripeAccount: "acct_1",
  });
  const rows: Row[] = [];
  const customers = await copy(
    (params) => stripe.customers.list({ ...params, expand: ["data.subscriptions"] }),
    async (customer) => {
      const [subscription] = customer.subscriptions?.data ?? [];
      rows.push({
        id: customer.id,
        email: customer.email,
        plan: subscription?.items.data[0]?.price.id,
      });
    },
  );
  const prices: string[] = [];
  await copy<Stripe.Price>(
    (params) => stripe.prices.list(params),
    async (price) =>
      void prices.push(typeof price.product === "string" ? price.product : price.product.id),
  );

  const some = await stripe.products.list({ active: true }).autoPagingToArray({ limit: 3 });
  const backwards: string[] = [];
  for await (const { id } of stripe.payouts.list({ limit: 2, ending_before: "po_5" }))
    backwards.push(id);

  const iterator = stripe.coupons.list({ limit: 2 });
  const first = await iterator.next();
  const second = await iterator.next();
  const third = await iterator.next();

  const found: string[] = [];
  for await (const subscription of stripe.subscriptions.search({
    query: "status:'active' AND metadata['a']:'b c'",
    limit: 2,
  }))
    found.push(subscription.id);
  const results: Stripe.ApiSearchResult<Stripe.Customer> = await stripe.customers.search({
    query: "email~'ada'",
  });

  const stopped: string[] = [];
  for await (const refund of stripe.refunds.list({ limit: 2 })) {
    stopped.push(refund.id);
    if (stopped.length === 3) break;
  }

  let failure: unknown;
  try {
    for await (const transfer of stripe.transfers.list({ destination: "acct_missing" }))
      console.log(transfer.id);
  } catch (error) {
    failure = error instanceof Stripe.errors.StripeInvalidRequestError && [
      error.statusCode,
      error.code,
    ];
  }
  return {
    customers,
    rows,
    prices,
    some: some.map(({ id }) => id),
    backwards,
    nexts: [first, second, third].map(({ value, done }) => [value?.id, done]),
    found,
    results: [results.data.length, results.has_more, results.next_page],
    stopped,
    byHand: await byHand(stripe),
    matching: await firstMatching(stripe),
    failure,
  };
};
