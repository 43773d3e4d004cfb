/** What people's own tests do: make events, headers and errors, and put an HTTP client in the place of the network. */
import Stripe from "stripe";
import { payloadOf, type Run, SECRET } from "./program.js";

class FakeResponse implements Stripe.HttpClientResponse {
  constructor(
    private readonly status: number,
    private readonly body: object,
  ) {}

  getStatusCode(): number {
    return this.status;
  }

  getHeaders(): { [key: string]: string } {
    return { "request-id": "req_fake" };
  }

  getRawResponse(): object {
    return { fake: true };
  }

  toStream(): never {
    throw new Error("not streamed");
  }

  async toJSON(): Promise<object> {
    return this.body;
  }
}

/** Answers from a list, and keeps what it was asked. */
class FakeClient implements Stripe.HttpClient {
  readonly seen: unknown[] = [];
  private readonly responses: FakeResponse[];

  constructor(...responses: FakeResponse[]) {
    this.responses = responses;
  }

  getClientName(): string {
    return "fake";
  }

  async makeRequest(
    host: string,
    port: string | number,
    path: string,
    method: "GET" | "POST" | "PUT" | "DELETE",
    headers: object,
    requestData: string | null,
    protocol: Stripe.HttpProtocol,
    timeout: number,
  ): Promise<FakeResponse> {
    const named = headers as Record<string, string | number>;
    const kept = ["Authorization", "Stripe-Version", "Idempotency-Key"].map((name) => named[name]);
    const length = method === "POST" && [named["Content-Type"], Number(named["Content-Length"])];
    this.seen.push([
      host,
      String(port),
      path,
      method,
      kept,
      length,
      requestData,
      protocol,
      timeout,
    ]);
    const response = this.responses.shift();
    if (!response) throw Object.assign(new Error("gone"), { code: "ECONNRESET" });
    return response;
  }
}

/** Counts what goes through another client. */
function counting(inner: Stripe.HttpClient): Stripe.HttpClient & { count: number } {
  return {
    count: 0,
    getClientName: () => inner.getClientName(),
    makeRequest(...args) {
      this.count++;
      return inner.makeRequest(...args);
    },
  };
}

async function fake(): Promise<unknown> {
  const client = new FakeClient(
    new FakeResponse(200, { id: "cus_1", object: "customer", email: "a@b.example" }),
    new FakeResponse(402, { error: { type: "card_error", code: "card_declined", message: "No" } }),
  );
  const stripe = new Stripe("sk_test_fake", {
    httpClient: client,
    maxNetworkRetries: 0,
    timeout: 1234,
  });
  const options = { idempotencyKey: "k" };
  const customer = await stripe.customers.create(
    { email: "a@b.example", metadata: { a: "ü" } },
    options,
  );
  const declined = await stripe.charges
    .create({ amount: 1, currency: "usd" }, options)
    .catch((error: unknown) => error);
  const lost = await stripe.balance.retrieve().catch((error: unknown) => error);
  return [
    customer,
    customer.lastResponse.requestId,
    declined instanceof Stripe.errors.StripeCardError && [
      declined.code,
      declined.statusCode,
      declined.requestId,
    ],
    lost instanceof Stripe.errors.StripeConnectionError && lost.type,
    // stripe-node sends again after the first lost connection, whatever it was told.
    client.seen.slice(0, 3),
  ];
}

function events(stripe: Stripe): unknown {
  const payload = payloadOf("customer.subscription.deleted", {
    id: "sub_1",
    object: "subscription",
    status: "canceled",
  });
  const header = stripe.webhooks.generateTestHeaderString({ payload, secret: SECRET });
  const event = Stripe.webhooks.constructEvent(payload, header, SECRET);
  const failed = (body: string, signature: string, secret: string): unknown => {
    try {
      return stripe.webhooks.constructEvent(body, signature, secret);
    } catch (error) {
      return error instanceof Stripe.errors.StripeSignatureVerificationError && error.type;
    }
  };
  const old = stripe.webhooks.generateTestHeaderString({
    payload,
    secret: SECRET,
    timestamp: 1_000_000,
  });
  const customer = { id: "cus_1", object: "customer" } as Stripe.Customer;
  const made: Stripe.CustomerCreatedEvent = {
    id: "evt_2",
    object: "event",
    api_version: "2024-04-10",
    created: 1,
    livemode: false,
    pending_webhooks: 0,
    request: null,
    type: "customer.created",
    data: { object: customer },
  };
  return [
    event,
    describe(made),
    describe({ ...made, type: "customer.updated" } as Stripe.Event),
    failed(payload, header, "whsec_other"),
    failed(`${payload}x`, header, SECRET),
    failed(payload, "", SECRET),
    failed(payload, "t=1,v0=abc", SECRET),
    failed(payload, old, SECRET),
    Stripe.webhooks.constructEvent(payload, old, SECRET, 1e12).id,
    Stripe.webhooks.signature.verifyHeader(payload, header, SECRET),
  ];
}

function describe(event: Stripe.Event): string {
  switch (event.type) {
    case "customer.created":
      return `new ${event.data.object.id}`;
    case "customer.updated":
      return `changed ${event.data.object.id}`;
    default:
      return event.type;
  }
}

function errors(stripe: Stripe): unknown {
  const raw: Stripe.StripeRawError = {
    type: "card_error",
    message: "Your card was declined.",
    code: "card_declined",
    decline_code: "insufficient_funds",
    charge: "ch_1",
    statusCode: 402,
    requestId: "req_1",
  };
  const made = [
    new Stripe.errors.StripeCardError(raw),
    new stripe.errors.StripeInvalidRequestError({
      ...raw,
      type: "invalid_request_error",
      param: "customer",
    }),
    new Stripe.errors.StripeConnectionError({ ...raw, message: "lost" }),
    Stripe.errors.StripeError.generate({ ...raw, type: "card_error" }),
    Stripe.errors.StripeError.generate({ ...raw, type: "idempotency_error" }),
  ];
  return made.map((error) => [
    error instanceof Error,
    error instanceof Stripe.errors.StripeError,
    error instanceof Stripe.errors.StripeCardError,
    error.type,
    error.rawType,
    error.message,
    error.code,
    error.decline_code,
    error.param,
    error.charge,
    error.doc_url,
    error.statusCode,
    error.requestId,
    error.raw === raw,
  ]);
}

async function clients(config: Stripe.StripeConfig): Promise<unknown> {
  const results: unknown[] = [];
  for (const inner of [Stripe.createNodeHttpClient(), Stripe.createFetchHttpClient(fetch)]) {
    const httpClient = counting(inner);
    for (const client of [inner, httpClient]) {
      const stripe = new Stripe("sk_test_clients", {
        ...config,
        httpClient: client,
        maxNetworkRetries: 0,
      });
      const customer = await stripe.customers.create(
        { name: "Ada & Co.", email: "a@b.example" },
        { idempotencyKey: "k" },
      );
      const page = await stripe.customers.list({ limit: 2 });
      const missing = await stripe.customers
        .retrieve("cus_missing")
        .catch((error: unknown) => error);
      results.push(
        customer.id,
        page.data.length,
        missing instanceof Stripe.errors.StripeInvalidRequestError,
      );
    }
    results.push(inner.getClientName(), httpClient.count);
  }
  return results;
}

export const run: Run = async (config) => {
  const stripe = new Stripe("sk_test_unit", config);
  return {
    fake: await fake(),
    events: events(stripe),
    errors: errors(stripe),
    clients: await clients(config),
  };
};
