import { readDocument } from "./document.js";
import { Walk } from "./walk.js";

/** An operation under both names, and which of its properties stripe@23.1.0 no longer has. */
interface Operation {
  readonly ours: string;
  readonly theirs: string;
  readonly schema: string;
  readonly gone?: readonly string[];
}

const invoiceGone = [
  "charge",
  "discount",
  "payment_intent",
  "quote",
  "subscription",
  "total_tax_amounts",
  "transfer_data",
];

const operations: readonly Operation[] = [
  ["postCheckoutSessionsSessionExpire", "checkout.sessions.expire", "checkout.session"],
  ["getCheckoutSessionsSession", "checkout.sessions.retrieve", "checkout.session"],
  ["getCheckoutSessions", "checkout.sessions.list", "checkout.session"],
  ["getAccountsAccount", "accounts.retrieve", "account"],
  ["getApplicationFeesId", "applicationFees.retrieve", "application_fee"],
  ["getBalanceTransactionsId", "balanceTransactions.retrieve", "balance_transaction"],
  ["getBalanceTransactions", "balanceTransactions.list", "balance_transaction"],
  ["getChargesCharge", "charges.retrieve", "charge", "invoice"],
  ["getCharges", "charges.list", "charge", "invoice"],
  ["getCouponsCoupon", "coupons.retrieve", "coupon"],
  ["getCreditNotesId", "creditNotes.retrieve", "credit_note", "refund", "tax_amounts"],
  ["getCustomers", "customers.list", "customer"],
  ["getDisputesDispute", "disputes.retrieve", "dispute"],
  ["getInvoiceitemsInvoiceitem", "invoiceItems.retrieve", "invoiceitem", "price", "subscription"],
  ["getInvoicesInvoice", "invoices.retrieve", "invoice", ...invoiceGone],
  ["getInvoices", "invoices.list", "invoice", ...invoiceGone],
  [
    "getIssuingAuthorizationsAuthorization",
    "issuing.authorizations.retrieve",
    "issuing.authorization",
  ],
  ["getIssuingCardsCard", "issuing.cards.retrieve", "issuing.card"],
  ["getIssuingTransactionsTransaction", "issuing.transactions.retrieve", "issuing.transaction"],
  ["getPaymentIntentsIntent", "paymentIntents.retrieve", "payment_intent", "invoice"],
  ["getPaymentIntents", "paymentIntents.list", "payment_intent", "invoice"],
  ["getPaymentLinksPaymentLink", "paymentLinks.retrieve", "payment_link"],
  ["getPaymentMethodsPaymentMethod", "paymentMethods.retrieve", "payment_method"],
  ["getPayoutsPayout", "payouts.retrieve", "payout"],
  ["getPricesPrice", "prices.retrieve", "price"],
  ["getProductsId", "products.retrieve", "product"],
  ["getPromotionCodesPromotionCode", "promotionCodes.retrieve", "promotion_code", "coupon"],
  ["getQuotesQuote", "quotes.retrieve", "quote"],
  ["getRefundsRefund", "refunds.retrieve", "refund"],
  ["getRefunds", "refunds.list", "refund"],
  ["getReviewsReview", "reviews.retrieve", "review"],
  ["getSetupIntentsIntent", "setupIntents.retrieve", "setup_intent"],
  ["getSubscriptionItemsItem", "subscriptionItems.retrieve", "subscription_item"],
  ["getSubscriptionSchedulesSchedule", "subscriptionSchedules.retrieve", "subscription_schedule"],
  ["getSubscriptionsSubscriptionExposedId", "subscriptions.retrieve", "subscription", "discount"],
  ["getSubscriptions", "subscriptions.list", "subscription", "discount"],
  ["getTopupsTopup", "topups.retrieve", "topup"],
  ["getTransfersTransfer", "transfers.retrieve", "transfer"],
  ["getTransfers", "transfers.list", "transfer"],
].map(([ours = "", theirs = "", schema = "", ...gone]) => ({ ours, theirs, schema, gone }));

/** The same program twice: with the generated package, and with Stripe's own. */
export interface Consumer {
  readonly ours: string;
  readonly theirs: string;
}

/** One call, as in the README: expire a Checkout Session and read the customer's address. */
export const oneCall: Consumer = {
  ours: `import { createClient } from "@unfold/stripe/client";
import { postCheckoutSessionsSessionExpire } from "@unfold/stripe/operations";
const client = createClient({ apiKey: "sk_test_1" });
const session = await postCheckoutSessionsSessionExpire(client, "cs_test_1", {
  expand: ["customer", "payment_intent.latest_charge"],
});
const customer = session.customer;
export const email = customer && !customer.deleted ? customer.email : null;
export const paid = session.payment_intent?.latest_charge?.paid;
`,
  theirs: `import Stripe from "stripe";
const stripe = new Stripe("sk_test_1");
const session = await stripe.checkout.sessions.expire("cs_test_1", {
  expand: ["customer", "payment_intent.latest_charge"],
});
const customer = session.customer;
export const email =
  customer && typeof customer !== "string" && !customer.deleted ? customer.email : null;
const intent = session.payment_intent;
const charge = intent && typeof intent !== "string" ? intent.latest_charge : null;
export const paid = charge && typeof charge !== "string" ? charge.paid : undefined;
`,
};

/** The same calls, made on the class. */
export function asMethods({ theirs }: Consumer): Consumer {
  return { ours: theirs.replace(`"stripe"`, `"@unfold/stripe"`), theirs };
}

/** Many calls, none like another: one to three paths each, and the first property of each is read. */
export function manyCalls(count: number): Consumer {
  const walk = new Walk(readDocument(new URL("../../../", import.meta.url)));
  const roots = new Map(
    walk.roots().map((root) => [`${root.names.join("|")} ${String(root.list)}`, root]),
  );
  const next = numbers(1);
  const calls = Array.from({ length: count }, (_, i) => {
    const operation = operations[i % operations.length];
    if (operation === undefined) throw new Error("no operations");
    const list = operation.theirs.endsWith(".list");
    const root = roots.get(`${operation.schema} ${String(list)}`);
    if (root === undefined) throw new Error(`no root ${operation.schema}`);
    const paths = walk
      .valid(root)
      .map(({ path }) => path)
      .filter((path) => !operation.gone?.includes(headOf(path)));
    const chosen = new Set(
      Array.from({ length: 1 + next(3) }, () => paths[next(paths.length)] ?? ""),
    );
    return call(operation, list, [...chosen], i);
  });
  const names = [...new Set(operations.slice(0, count).map(({ ours }) => ours))];
  return {
    ours: [
      `import type { Client } from "@unfold/stripe/client";`,
      `import { ${names.join(", ")} } from "@unfold/stripe/operations";`,
      `declare const client: Client;`,
      ...calls.map(({ ours }) => ours),
    ].join("\n"),
    theirs: [
      `import type Stripe from "stripe";`,
      `declare const stripe: Stripe;`,
      ...calls.map(({ theirs }) => theirs),
    ].join("\n"),
  };
}

function call({ ours, theirs }: Operation, list: boolean, paths: string[], i: number): Consumer {
  const head = headOf(paths[0] ?? "");
  const args = `${list ? "" : `"id_1", `}{ expand: ${JSON.stringify(paths)} }`;
  const body = (made: string): string =>
    `export async function call${String(i)}() {\n` +
    `  const response = await ${made};\n` +
    `  return response${list ? ".data[0]?" : ""}.${head};\n}`;
  return { ours: body(`${ours}(client, ${args})`), theirs: body(`stripe.${theirs}(${args})`) };
}

function headOf(path: string): string {
  return path.replace(/^data\./, "").split(".", 1)[0] ?? "";
}

/** The same "random" numbers in every run: integers from 0 up to a limit. */
function numbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * limit);
  };
}
