// Uses no global that a library of types has to know.
import Stripe, {
  type Customer,
  type DeletedCustomer,
  type Event,
  StripeInvalidRequestError,
} from "@unfold/stripe";
import { createClient } from "@unfold/stripe/client";
import { postCheckoutSessionsSessionExpire } from "@unfold/stripe/operations";
import { createRawClient } from "@unfold/stripe/raw";

type Equal<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
function expectType<Expected>() {
  return <Actual>(
    _seen: Actual,
    ..._different: Equal<Actual, Expected> extends true ? [] : [never]
  ) => {};
}

/** Calls the API at `baseUrl`; one line for each thing that was seen. */
export async function program(baseUrl: string): Promise<string[]> {
  const stripe = new Stripe("sk_test_123", { baseUrl, timeout: 10_000 });
  const session = await stripe.checkout.sessions.expire("cs_test_1", { expand: ["customer"] });
  expectType<Customer | DeletedCustomer | null>()(session.customer);
  expectType<string | null>()(session.subscription);

  const client = createClient({ apiKey: "sk_test_123", baseUrl });
  const same = await postCheckoutSessionsSessionExpire(client, "cs_test_1");
  expectType<string | null>()(same.customer);

  const page = await stripe.checkout.sessions.list({ limit: 3 });
  expectType<boolean>()(page.has_more);

  const raw = createRawClient({ apiKey: "sk_test_123", baseUrl });
  const params = { path: { session: "cs_test_1" } };
  await raw.POST("/v1/checkout/sessions/{session}/expire", { params, body: {} });

  // @ts-expect-error -- there is no such thing to expand
  await stripe.checkout.sessions.retrieve("cs_test_1", { expand: ["custmer"] });

  const lines: string[] = [];
  if (session.customer && !session.customer.deleted) lines.push(session.customer.email ?? "");
  try {
    await stripe.checkout.sessions.expire("cs_test_completed");
  } catch (error) {
    if (!(error instanceof StripeInvalidRequestError)) throw error;
    expectType<"StripeInvalidRequestError">()(error.type);
    lines.push(error.type);
  }
  return lines;
}

export function customerOf(event: Event): string | null {
  if (event.type !== "customer.created") return null;
  expectType<Customer>()(event.data.object);
  return event.data.object.id;
}
