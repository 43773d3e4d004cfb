/** A service as NestJS has them: a class with an injected client, which translates Stripe's errors into its own. */
import Stripe from "stripe";
import type { Run } from "./program.js";

class HttpException extends Error {
  constructor(
    readonly body: unknown,
    readonly status: number,
  ) {
    super(`Http ${status}`);
  }
}

interface CreateSubscription {
  readonly email: string;
  readonly paymentMethod: string;
  readonly prices: readonly string[];
  readonly coupon?: string;
}

class BillingService {
  private readonly stripe: Stripe;

  constructor(stripe: Stripe) {
    this.stripe = stripe;
  }

  async subscribe(dto: CreateSubscription): Promise<{ id: string; secret: string | null }> {
    return this.guard(async () => {
      const customer = await this.stripe.customers.create({
        email: dto.email,
        payment_method: dto.paymentMethod,
        invoice_settings: { default_payment_method: dto.paymentMethod },
        address: { line1: "1 Main St", city: "Berlin", country: "DE", postal_code: "10115" },
      });
      const params: Stripe.SubscriptionCreateParams = {
        customer: customer.id,
        items: dto.prices.map((price): Stripe.SubscriptionCreateParams.Item => ({ price })),
        payment_behavior: "default_incomplete",
        payment_settings: { save_default_payment_method: "on_subscription" },
        expand: ["latest_invoice.payment_intent"],
        ...(dto.coupon && { coupon: dto.coupon }),
      };
      const subscription = await this.stripe.subscriptions.create(params);
      const invoice = subscription.latest_invoice as Stripe.Invoice;
      const intent = invoice.payment_intent as Stripe.PaymentIntent | null;
      return { id: subscription.id, secret: intent?.client_secret ?? null };
    });
  }

  async changePlan(id: string, price: string): Promise<Stripe.Subscription> {
    return this.guard(async () => {
      const subscription = await this.stripe.subscriptions.retrieve(id);
      return this.stripe.subscriptions.update(id, {
        proration_behavior: "always_invoice",
        items: [{ id: subscription.items.data[0]!.id, price }],
      });
    });
  }

  async cancel(id: string, now = false): Promise<Stripe.Subscription.Status> {
    return this.guard(async () => {
      const { status } = now
        ? await this.stripe.subscriptions.cancel(id, { prorate: true })
        : await this.stripe.subscriptions.update(id, { cancel_at_period_end: true });
      return status;
    });
  }

  async refund(charge: string, amount?: number): Promise<string> {
    return this.guard(async () => {
      const refund: Stripe.Refund = await this.stripe.refunds.create(
        { charge, amount, reason: "requested_by_customer" },
        { idempotencyKey: `refund-${charge}`, maxNetworkRetries: 1 },
      );
      return refund.id;
    });
  }

  async payOut(account: string): Promise<{ available: number; payout: string }> {
    return this.guard(async () => {
      const balance = await this.stripe.balance.retrieve({ stripeAccount: account });
      const available = balance.available.reduce((sum, { amount }) => sum + amount, 0);
      const payout = await this.stripe.payouts.create(
        { amount: available, currency: "eur" },
        { stripeAccount: account, idempotencyKey: `payout-${account}` },
      );
      return { available, payout: payout.id };
    });
  }

  async remove(customer: string): Promise<boolean> {
    const { deleted } = await this.stripe.customers.del(customer);
    return deleted;
  }

  async find(id: string): Promise<{ email: string | null } | null> {
    const customer = await this.stripe.customers.retrieve(id, { expand: ["tax"] });
    return customer.deleted ? null : { email: customer.email };
  }

  private async guard<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw this.translate(error);
    }
  }

  private translate(error: unknown): unknown {
    if (!(error instanceof Stripe.errors.StripeError)) return error;
    const body = { code: error.code, type: error.rawType, request: error.requestId };
    switch (error.type) {
      case "StripeCardError":
        return new HttpException(
          { ...body, decline: error.decline_code, message: error.message },
          402,
        );
      case "StripeInvalidRequestError":
        return new HttpException({ ...body, param: error.param, message: error.message }, 400);
      case "StripeRateLimitError":
        return new HttpException(body, 429);
      default:
        return new HttpException({ type: error.type, status: error.statusCode }, 500);
    }
  }
}

async function outcome(work: Promise<unknown>): Promise<unknown> {
  try {
    return await work;
  } catch (error) {
    return error instanceof HttpException ? [error.status, error.body] : `${error}`;
  }
}

export const run: Run = async (config) => {
  const service = new BillingService(
    new Stripe("sk_test_nest", { ...config, maxNetworkRetries: 0, timeout: 20_000 }),
  );
  const order = { email: "ada+1@example.com", prices: ["price_1", "price_2"] };
  return [
    await outcome(service.subscribe({ ...order, paymentMethod: "pm_1", coupon: "WELCOME" })),
    await outcome(service.subscribe({ ...order, paymentMethod: "pm_declined" })),
    await outcome(service.changePlan("sub_1", "price_3")),
    await outcome(service.changePlan("sub_missing", "price_3")),
    await outcome(service.cancel("sub_1")),
    await outcome(service.cancel("sub_1", true)),
    await outcome(service.refund("ch_1")),
    await outcome(service.refund("ch_limited", 300)),
    await outcome(service.refund("ch_broken", 300)),
    await outcome(service.payOut("acct_1")),
    await outcome(service.remove("cus_1")),
    await outcome(service.find("cus_1")),
  ];
};
