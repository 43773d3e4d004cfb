/** A worker that takes billing jobs from a queue: usage, invoices, transfers; over an agent of its own, and with logs. */
import { Agent } from "node:http";
import Stripe from "stripe";
import type { Run } from "./program.js";

type Job =
  | { kind: "usage"; item: string; quantity: number }
  | { kind: "invoice"; customer: string; lines: readonly { amount: number; text: string }[] }
  | { kind: "transfer"; destination: string; amount: number }
  | { kind: "charge"; customer: string; method: string };

class Worker {
  readonly log: string[] = [];
  private readonly stripe: Stripe;

  constructor(stripe: Stripe) {
    this.stripe = stripe;
    stripe.on("request", (event: Stripe.RequestEvent) => {
      this.log.push(`> ${event.method} ${event.path} ${event.api_version} ${event.account ?? "-"}`);
    });
    const onResponse = (event: Stripe.ResponseEvent) => {
      this.log.push(`< ${event.method} ${event.status} ${event.request_id} ${event.elapsed >= 0}`);
    };
    stripe.on("response", onResponse);
    stripe.once("response", () => this.log.push("first"));
  }

  async handle(job: Job): Promise<"done" | "retry" | "dead"> {
    try {
      await this.work(job);
      return "done";
    } catch (error) {
      if (error instanceof Stripe.errors.StripeRateLimitError) return "retry";
      if (error instanceof Stripe.errors.StripeConnectionError) return "retry";
      if (error instanceof Stripe.errors.StripeAPIError) return "retry";
      if (error instanceof Stripe.errors.StripeCardError) {
        this.log.push(`declined: ${error.decline_code} ${error.payment_intent?.id}`);
        return "dead";
      }
      if (error instanceof Stripe.errors.StripeError) this.log.push(`${error.type} ${error.param}`);
      return "dead";
    }
  }

  private async work(job: Job): Promise<void> {
    switch (job.kind) {
      case "usage":
        await this.stripe.subscriptionItems.createUsageRecord(job.item, {
          quantity: job.quantity,
          timestamp: 1_700_000_000,
          action: "set",
        });
        return;
      case "invoice": {
        const { customer } = job;
        for (const { amount, text } of job.lines)
          await this.stripe.invoiceItems.create({
            customer,
            amount,
            currency: "eur",
            description: text,
          });
        const invoice = await this.stripe.invoices.create({
          customer,
          collection_method: "send_invoice",
          days_until_due: 30,
          custom_fields: [{ name: "PO", value: "42/7 & more" }],
        });
        const final = await this.stripe.invoices.finalizeInvoice(invoice.id, {
          auto_advance: false,
        });
        await this.stripe.invoices.sendInvoice(final.id);
        return;
      }
      case "transfer":
        await this.stripe.transfers.create({
          amount: job.amount,
          currency: "eur",
          destination: job.destination,
          transfer_group: "ORDER_95",
        });
        return;
      case "charge":
        await this.stripe.paymentIntents.create(
          {
            amount: 999,
            currency: "usd",
            customer: job.customer,
            payment_method: job.method,
            off_session: true,
            confirm: true,
          },
          { stripeAccount: "acct_9" },
        );
    }
  }
}

export const run: Run = async (config) => {
  const httpAgent = new Agent({ keepAlive: true, maxSockets: 1 });
  const worker = new Worker(
    new Stripe("sk_test_queue", { ...config, httpAgent, maxNetworkRetries: 0 }),
  );
  const jobs: readonly Job[] = [
    { kind: "usage", item: "si_1", quantity: 7 },
    { kind: "usage", item: "si_missing", quantity: 7 },
    {
      kind: "invoice",
      customer: "cus_1",
      lines: [
        { amount: 100, text: "Größe [L]" },
        { amount: -1, text: "" },
      ],
    },
    { kind: "transfer", destination: "acct_limited", amount: 5 },
    { kind: "transfer", destination: "acct_broken", amount: 5 },
    { kind: "charge", customer: "cus_1", method: "pm_declined" },
    { kind: "charge", customer: "cus_1", method: "pm_1" },
  ];
  const outcomes: string[] = [];
  for (const job of jobs) outcomes.push(await worker.handle(job));
  httpAgent.destroy();
  return { outcomes, log: worker.log };
};
