import { test } from "vitest";
import {
  type CheckListPaths,
  type CheckoutSession,
  type CheckPaths,
  type Client,
  type Customer,
  type DeletedCustomer,
  type Expand,
  type Expanded,
  getCheckoutSessions,
  getCustomersCustomer,
  type ListPaths,
  type PaymentIntent,
  type Paths,
  postCheckoutSessionsSessionExpire,
  type Schemas,
} from "./api.js";
import { equal } from "./equal.js";

declare const client: Client;

async function expire<const E extends readonly string[] = []>(
  id: string,
  options: { expand?: CheckPaths<"checkout.session", E> } = {},
): Promise<Expand<"checkout.session", Paths<E>>> {
  return postCheckoutSessionsSessionExpire(client, id, options);
}

test("a wrapper that declares its type", async () => {
  const session = await expire("cs_1", { expand: ["customer", "payment_intent"] });
  equal<typeof session.customer, Customer | DeletedCustomer | null>();
  equal<typeof session.payment_intent, PaymentIntent | null>();
  equal<typeof session.invoice, string | null>();
  const plain = await expire("cs_1");
  equal<typeof plain, CheckoutSession>();
  // @ts-expect-error the wrapper checks paths as well
  await expire("cs_1", { expand: ["custommer"] });
});

function all<const E extends readonly string[] = []>(
  options: { limit?: number; expand?: CheckListPaths<"checkout.session", E> } = {},
) {
  return getCheckoutSessions(client, options);
}

test("a wrapper whose type is inferred", async () => {
  const page = await all({ limit: 1, expand: ["data.customer"] });
  equal<typeof page.data, Expanded<"checkout.session", "customer">[]>();
  for await (const session of all()) equal<typeof session, CheckoutSession>();
  // @ts-expect-error the wrapper checks paths as well
  all({ expand: ["customer"] });
});

async function cached<const E extends readonly string[] = []>(
  expand?: CheckPaths<"customer" | "deleted_customer", E>,
) {
  return getCustomersCustomer(client, "cus_1", expand === undefined ? {} : { expand });
}

test("a wrapper that takes the paths alone", async () => {
  const customer = await cached(["test_clock"]);
  if (customer.deleted) return;
  equal<typeof customer.test_clock, Schemas["test_helpers.test_clock"] | null | undefined>();
});

test("a function that takes a response with certain paths", async () => {
  const email = (session: Expand<"checkout.session", "customer">): string | null | undefined =>
    session.customer === null || session.customer.deleted ? null : session.customer.email;
  email(await postCheckoutSessionsSessionExpire(client, "cs_1", { expand: ["customer"] }));
  const plain = await postCheckoutSessionsSessionExpire(client, "cs_1");
  // @ts-expect-error here the customer is an id
  email(plain);
});

test("a function that is generic over the schema", () => {
  type Ids<N extends keyof Schemas> = Expand<N, never>;
  equal<Ids<"checkout.session">, CheckoutSession>();
  equal<Expand<"customer" | "deleted_customer", never>, Customer | DeletedCustomer>();
  equal<
    Expand<"checkout.session", Paths<["customer"]>>,
    Expanded<"checkout.session", "customer">
  >();
  equal<
    Expand<"checkout.session", ListPaths<["data.customer"]>>,
    Expanded<"checkout.session", "customer">
  >();
  equal<Expand<"deleted_customer", "customer">, DeletedCustomer>();
});

test("responses go where plain ones are taken only if nothing was replaced", async () => {
  const take = (session: CheckoutSession): string => session.id;
  take(await postCheckoutSessionsSessionExpire(client, "cs_1"));
  take(await postCheckoutSessionsSessionExpire(client, "cs_1", { expand: ["line_items"] }));
  const expanded = await postCheckoutSessionsSessionExpire(client, "cs_1", {
    expand: ["customer"],
  });
  // @ts-expect-error its customer is an object
  take(expanded);
});

test("the known unsound corner: a literal list that may be left out", async () => {
  const params = Math.random() > 0.5 ? ({ expand: ["customer"] } as const) : {};
  const session = await postCheckoutSessionsSessionExpire(client, "cs_1", params);
  // The type says that the customer is there; when `params` is `{}` it is an id. Documented.
  equal<typeof session.customer, Customer | DeletedCustomer | null>();
});
