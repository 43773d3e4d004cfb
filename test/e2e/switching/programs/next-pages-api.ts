/** An API route of Next's Pages Router: `bodyParser: false`, and the raw body read from the request. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import Stripe from "stripe";
import { payloadOf, type Run, SECRET } from "./program.js";

/** Like `NextApiRequest` and `NextApiResponse`. */
type ApiRequest = IncomingMessage & { query: Partial<Record<string, string | string[]>> };
type ApiResponse = ServerResponse & {
  status(code: number): ApiResponse;
  json(body: unknown): void;
};

export const config = { api: { bodyParser: false } };

async function buffer(readable: AsyncIterable<Buffer | string>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of readable)
    chunks.push(typeof chunk === "string" ? Buffer.from(chunk) : chunk);
  return Buffer.concat(chunks);
}

const handlerFor =
  (stripe: Stripe) =>
  async (req: ApiRequest, res: ApiResponse): Promise<void> => {
    if (req.method !== "POST") {
      res.setHeader("Allow", "POST");
      res.status(405).end("Method Not Allowed");
      return;
    }
    const buf = await buffer(req);
    const sig = req.headers["stripe-signature"]!;
    let event: Stripe.Event;
    try {
      event = stripe.webhooks.constructEvent(buf, sig, SECRET);
    } catch (err) {
      const known = err instanceof Stripe.errors.StripeError;
      res.status(400).json({ type: known ? err.type : "unknown" });
      return;
    }
    if (event.type === "invoice.payment_failed") {
      const invoice = event.data.object;
      const customer =
        typeof invoice.customer === "string" ? invoice.customer : invoice.customer?.id;
      const intent = await stripe.paymentIntents.retrieve(invoice.payment_intent as string);
      res.json({ customer, status: intent.status, next: intent.next_action?.type ?? null });
      return;
    }
    if (event.type === "charge.refunded") {
      const charge: Stripe.Charge = event.data.object;
      res.json({ refunded: charge.amount_refunded, customer: charge.customer });
      return;
    }
    res.json({ received: true });
  };

export const run: Run = async (options) => {
  const stripe = new Stripe("sk_test_pages", options);
  const handler = handlerFor(stripe);
  const server = createServer((req, res) => {
    const request = Object.assign(req, { query: {} });
    const response: ApiResponse = Object.assign(res, {
      status: (code: number) => Object.assign(response, { statusCode: code }),
      json: (body: unknown) => void response.end(JSON.stringify(body)),
    });
    void handler(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/webhooks`;
  const results: unknown[] = [(await fetch(url)).status];
  const deliver = async (payload: string, header: string) => {
    const response = await fetch(url, {
      method: "POST",
      body: payload,
      headers: { "stripe-signature": header },
    });
    results.push(response.status, await response.json());
  };
  for (const [type, object] of [
    [
      "invoice.payment_failed",
      { id: "in_1", object: "invoice", customer: "cus_1", payment_intent: "pi_1" },
    ],
    ["charge.refunded", { id: "ch_1", object: "charge", amount_refunded: 500, customer: null }],
    ["payout.paid", { id: "po_1", object: "payout", description: "Zürich – 東京" }],
  ] as const) {
    const payload = payloadOf(type, object);
    const header = stripe.webhooks.generateTestHeaderString({ payload, secret: SECRET });
    await deliver(payload, header);
    await deliver(payload, header.replace(/v1=..../, "v1=0000"));
    await deliver(
      payload,
      stripe.webhooks.generateTestHeaderString({
        payload,
        secret: SECRET,
        timestamp: 1_700_000_000,
      }),
    );
  }
  server.close();
  server.closeAllConnections();
  return results;
};
