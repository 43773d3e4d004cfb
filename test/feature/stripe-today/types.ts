/** What the compilers have to say of the client of today; checked, never run. */
import Stripe, {
  AlreadyCanceledError,
  createClient,
  type EventNotificationOf,
  parseEventNotification,
  type UnknownEventNotification,
  type V2CoreAccountConfigurationMerchant,
  type V2CoreAccountIdentity,
  type V2CoreAccountRequirements,
} from "./client/index.js";
import * as operations from "./client/operations/index.js";

type Equal<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
declare function same<A, B>(...no: Equal<A, B> extends true ? [] : [{ wanted: B; got: A }]): void;

declare const stripe: Stripe;
declare const full: boolean;

// Names: of methods, of types, with neighbours of the first version.
export async function names(): Promise<void> {
  const person = await stripe.v2.core.accounts.persons.create("acct_1", { given_name: null });
  same<typeof person extends Stripe.V2.Core.AccountPerson ? true : false, true>();
  const params: Stripe.V2.Core.AccountCreateParams = { include: ["identity"], display_name: "Ada" };
  await stripe.v2.core.accounts.create(params);
  const inner: Stripe.V2.Core.Accounts.PersonCreateParams = { email: "ada@example.com" };
  await stripe.v2.core.accounts.persons.create("acct_1", inner);
  const first = await stripe.billing.meterEvents.create({ event_name: "a", payload: {} });
  const second = await stripe.v2.billing.meterEvents.create({ event_name: "a", payload: {} });
  same<typeof first.created, number>();
  same<typeof second.created, string>();
  const wide: Stripe.V2.Core.Account = await stripe.v2.core.accounts.retrieve("acct_1", {
    include: ["identity", "configuration.customer"],
  });
  void wide.identity?.country;
  const account: Stripe.Account = await stripe.accounts.retrieve("acct_1");
  void account.email;
}

// Bodies: required where their schema requires properties; null unsets; int64 and decimals are text.
export async function bodies(): Promise<void> {
  // @ts-expect-error: account and use_case are required
  await stripe.v2.core.accountLinks.create();
  // @ts-expect-error: use_case is required
  await stripe.v2.core.accountLinks.create({ account: "acct_1" });
  await stripe.v2.core.accounts.create();
  await stripe.v2.core.accounts.close("acct_1");
  await stripe.v2.core.accounts.update("acct_1", { metadata: { a: null, b: "c" }, identity: {} });
  // @ts-expect-error: JSON has numbers: they are not sent as text
  await stripe.v2.core.accounts.update("acct_1", { metadata: { a: 1 } });
  // @ts-expect-error: a country cannot be unset
  await stripe.v2.core.accounts.update("acct_1", { identity: { country: null } });
  const relationship = { percent_ownership: "12.5" };
  await stripe.v2.core.accounts.persons.create("acct_1", { relationship });
  const rounded = { percent_ownership: 12.5 };
  // @ts-expect-error: as a number it would be rounded
  await stripe.v2.core.accounts.persons.create("acct_1", { relationship: rounded });
  const done = await stripe.v2.commerce.productCatalog.imports.retrieve("pci_1");
  const count = done.status_details?.succeeded?.success_count;
  same<typeof count, string | undefined>();
  if (count !== undefined) BigInt(count);
  // In forms, numbers and null are written as text.
  await stripe.customers.update("cus_1", { metadata: { a: 1, b: null } });
}

// What is asked for is there; what is not is null, or absent.
export async function included(): Promise<void> {
  const { accounts, eventDestinations } = stripe.v2.core;
  const plain = await accounts.retrieve("acct_1");
  same<typeof plain.identity, null | undefined>();
  // @ts-expect-error: absent unless asked for
  void plain.requirements;
  const asked = await accounts.retrieve("acct_1", { include: ["identity", "requirements"] });
  same<typeof asked.identity, V2CoreAccountIdentity | null>();
  same<typeof asked.requirements, V2CoreAccountRequirements>();
  same<typeof asked.defaults, null | undefined>();
  const created = await accounts.create({ display_name: "A", include: ["configuration.merchant"] });
  const merchant = created.configuration?.merchant;
  same<typeof merchant, V2CoreAccountConfigurationMerchant | null | undefined>();
  const customer = created.configuration?.customer;
  same<typeof customer, null | undefined>();
  // Not known before the program runs.
  const maybe = await accounts.retrieve("acct_1", { include: full ? ["identity"] : [] });
  same<typeof maybe.identity, V2CoreAccountIdentity | null | undefined>();

  // Through an object without a name, in the query and in the body.
  const destination = await eventDestinations.retrieve("ed_1", {
    include: ["webhook_endpoint.url"],
  });
  const endpoint = destination.webhook_endpoint;
  same<NonNullable<typeof endpoint>["url"], string | null>();
  same<NonNullable<typeof endpoint>["signing_secret"], null | undefined>();
  const made = await eventDestinations.create({
    enabled_events: ["*"],
    event_payload: "thin",
    name: "All",
    type: "webhook_endpoint",
    include: ["webhook_endpoint.signing_secret"],
  });
  same<NonNullable<typeof made.webhook_endpoint>["signing_secret"], string | null>();
  same<NonNullable<typeof made.webhook_endpoint>["url"], null | undefined>();

  // In a list, of every item.
  for await (const one of stripe.v2.moneyManagement.financialAccounts.list({
    include: ["storage.deposit_insurance_eligibility"],
  })) {
    const eligibility = one.storage?.deposit_insurance_eligibility;
    // An "Open Enum.": its list may grow.
    same<typeof eligibility, ("fdic" | "ncua" | (string & {}))[] | undefined>();
  }
  const all = await eventDestinations
    .list({ include: ["webhook_endpoint.url"] })
    .autoPagingToArray({ limit: 9 });
  same<NonNullable<(typeof all)[number]["webhook_endpoint"]>["url"], string | null>();

  // @ts-expect-error: no such property
  await accounts.retrieve("acct_1", { include: ["identitty"] });
  // @ts-expect-error: not of this operation
  await eventDestinations.retrieve("ed_1", { include: ["webhook_endpoint.signing_secret"] });
  // @ts-expect-error: a property that is always there
  await accounts.create({ include: ["display_name"] });
  // @ts-expect-error: lists of accounts include nothing
  accounts.list({ include: ["identity"] });
  // @ts-expect-error: the second version has no expand
  await accounts.retrieve("acct_1", { expand: ["identity"] });
  // @ts-expect-error: the first version has no include
  await stripe.customers.retrieve("cus_1", { include: ["test_clock"] });

  const client = createClient({ apiKey: "sk_test_1" });
  const tree = await operations.getV2CoreAccountsId(client, "acct_1", { include: ["identity"] });
  same<typeof tree.identity, V2CoreAccountIdentity | null>();
  const expanded = await stripe.customers.retrieve("cus_1", { expand: ["test_clock"] });
  if (!expanded.deleted) void expanded.test_clock?.frozen_time;
}

// Pages know where the next one is.
export async function pages(): Promise<void> {
  const page = await stripe.v2.core.accounts.list({ limit: 3 });
  same<typeof page.next_page_url, string | null>();
  const list: Stripe.V2List<Stripe.V2.Core.Account> = page;
  void list.data;
  const promise: Stripe.V2ListPromise<Stripe.V2.Core.AccountPerson> =
    stripe.v2.core.accounts.persons.list("acct_1");
  for await (const { given_name } of promise) same<typeof given_name, string | undefined>();
}

// Errors are told apart by class and by name.
export function failed(error: unknown): string | undefined {
  if (error instanceof Stripe.errors.TemporarySessionExpiredError) {
    same<typeof error.type, "TemporarySessionExpiredError">();
    return error.userMessage;
  }
  if (error instanceof AlreadyCanceledError) return error.rawType;
  if (!(error instanceof Stripe.errors.StripeError)) return undefined;
  switch (error.type) {
    case "InvalidPaymentMethodError":
      return error.invalid_param;
    case "StripeCardError":
      return error.decline_code;
    // @ts-expect-error: no such class
    case "NoSuchError":
      return "";
    default:
      return error.message;
  }
}

// Thin events: by their type, with the object that the document names.
export async function notified(body: string, header: string): Promise<unknown> {
  const event = stripe.parseEventNotification(body, header, "whsec_1");
  switch (event.type) {
    case "v2.core.account.updated": {
      const account = await event.fetchRelatedObject();
      same<typeof account.object, "v2.core.account">();
      same<typeof event, EventNotificationOf<"v2.core.account.updated">>();
      return event.related_object.url;
    }
    case "v1.billing.meter.error_report_triggered": {
      const { data } = await event.fetchEvent();
      same<typeof data.reason.error_count, number>();
      const meter = await event.fetchRelatedObject();
      same<typeof meter extends Stripe.Billing.Meter ? true : false, true>();
      // @ts-expect-error: only what is fetched has data
      return event.data;
    }
    case "v2.core.account_link.returned": {
      const nothing = await event.fetchRelatedObject();
      same<typeof nothing, null>();
      // @ts-expect-error: it is about no object
      return event.related_object;
    }
    case "v1.customer.created":
      return (await event.fetchRelatedObject()).email;
    case "v2.core.account[identity].updated":
    case "v2.core.account_person.created":
    case "v2.core.event_destination.ping":
    case "v2.money_management.payout_intent.posted":
      return event.created;
    // @ts-expect-error: no such type
    case "v2.core.account.upgraded":
      return undefined;
    default: {
      const unknown: UnknownEventNotification = event;
      same<typeof unknown.type, string>();
      const related = await event.fetchRelatedObject();
      same<typeof related, unknown>();
      const type: string = event.type;
      return `${type} ${event.related_object?.url}`;
    }
  }
}

// The same events with all that they tell: alone, in lists, and behind a notification.
export async function returned(body: string, header: string): Promise<unknown> {
  const event = await stripe.v2.core.events.retrieve("evt_1");
  const wide: Stripe.V2Event = event;
  const documented: Stripe.V2.Core.Event = event;
  for await (const one of stripe.v2.core.events.list({ limit: 3 }))
    same<typeof one, Stripe.V2Event>();
  const [first] = (await stripe.v2.core.events.list()).data;
  same<typeof first extends Stripe.V2Event | undefined ? true : false, true>();
  const pinged: Stripe.V2Event = await stripe.v2.core.eventDestinations.ping("ed_1");
  const client = createClient({ apiKey: "sk_test_1" });
  const tree: Stripe.V2Event = await operations.getV2CoreEventsId(client, "evt_1");
  const notification = stripe.parseEventNotification(body, header, "whsec_1");
  if (notification.type === "v2.core.account.updated") {
    const whole = await notification.fetchEvent();
    const own: Stripe.V2EventOf<"v2.core.account.updated"> = whole;
    const { object } = await own.fetchRelatedObject();
    same<typeof object, "v2.core.account">();
  }
  same<typeof event.lastResponse.status, number>();
  switch (event.type) {
    case "v2.core.account.updated": {
      const account = await event.fetchRelatedObject();
      same<typeof account.object, "v2.core.account">();
      return event.related_object.url;
    }
    case "v1.billing.meter.error_report_triggered": {
      const meter = await event.fetchRelatedObject();
      same<typeof meter extends Stripe.Billing.Meter ? true : false, true>();
      return event.data.reason.error_count;
    }
    case "v2.core.account_link.returned":
      // @ts-expect-error: it is about no object
      await event.fetchRelatedObject();
      return event.data.account_id;
    // @ts-expect-error: no such type
    case "v2.core.account.upgraded":
      return undefined;
    case "v1.customer.created":
    case "v2.core.account[identity].updated":
    case "v2.core.account_person.created":
    case "v2.core.event_destination.ping":
    case "v2.money_management.payout_intent.posted":
      return [wide, documented, pinged, tree];
    default: {
      const unknown: Stripe.UnknownV2Event = event;
      // @ts-expect-error: it may be about no object
      await event.fetchRelatedObject();
      const related = await unknown.fetchRelatedObject?.();
      same<typeof related, unknown>();
      return event.data?.["any"];
    }
  }
}

export async function notifiedToo(body: string, header: string): Promise<string> {
  const client = createClient({ apiKey: "sk_test_1" });
  const event = parseEventNotification(client, body, header, "whsec_1");
  const other = await stripe.parseEventNotificationAsync(body, header, "whsec_1");
  same<typeof event, typeof other>();
  return stripe.parseEventNotificationWithoutVerification(body).context ?? "";
}

// Callbacks by type: each has its event, and a client that is the whole class.
export async function handled(body: string, header: string): Promise<void> {
  const handler = stripe
    .notificationHandler("whsec_1", (event, client, { isKnownEventType }) => {
      same<typeof event, Stripe.EventNotification>();
      same<typeof client, Stripe>();
      same<typeof isKnownEventType, boolean>();
    })
    .on("v2.core.account.updated", async (event, client) => {
      same<typeof event, EventNotificationOf<"v2.core.account.updated">>();
      const { object } = await event.fetchRelatedObject();
      same<typeof object, "v2.core.account">();
      await client.v2.core.accounts.retrieve("acct_1", { include: ["identity"] });
    })
    .on("v9.not.heard.of", (event) => same<typeof event, Stripe.EventNotification>())
    .preHandle((event) => event.livemode);
  // As programs for the official SDK have a fallback: of any type, told apart by it.
  const fallback = async (
    event: Stripe.Events.UnknownEventNotification,
    client: Stripe,
    { isKnownEventType }: Stripe.UnhandledNotificationDetails,
  ): Promise<void> => {
    same<typeof event.type, string>();
    same<Stripe.Events.UnknownEventNotification, UnknownEventNotification>();
    if (event.type === "v2.core.account.updated" && isKnownEventType) void client.v2;
    const related = await event.fetchRelatedObject();
    same<typeof related, unknown>();
    const object: Stripe.Events.RelatedObject | null | undefined = event.related_object;
    const { id, data } = await event.fetchEvent();
    void [id, data, object];
    // @ts-expect-error: only what is fetched has data
    void event.data;
  };
  stripe.notificationHandler("whsec_1", fallback);
  stripe.notificationHandlerWithoutVerification(fallback);
  stripe.notificationHandler("whsec_1", async (event) => {
    if (event.type === "v2.core.account.updated") {
      const { object } = await event.fetchRelatedObject();
      same<typeof object, "v2.core.account">();
    }
    await fallback(event, stripe, { isKnownEventType: true });
    // @ts-expect-error: no such type
    if (event.type === "v2.core.account.upgraded") return;
  });
  const narrow = (event: EventNotificationOf<"v1.customer.created">): void => void event;
  // @ts-expect-error: others come as well
  stripe.notificationHandler("whsec_1", narrow);
  await handler.handle(body, header);
  // @ts-expect-error: the signature is missing
  await handler.handle(body);
  // @ts-expect-error: an event of this type has no data
  handler.on("v2.core.account.updated", (event) => event.data);
  const own: Stripe.EventNotificationHandler<Stripe, [string | Uint8Array]> =
    stripe.notificationHandlerWithoutVerification(() => {});
  await own.handle(body);
  same<ReturnType<typeof stripe.withStripeContext>, Stripe>();
}
