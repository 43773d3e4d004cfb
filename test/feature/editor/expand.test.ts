import { beforeAll, describe, expect, test } from "vitest";
import { Editor } from "./editor.js";

let editor: Editor;
beforeAll(() => {
  editor = new Editor();
});

const expire = (expand: string): string =>
  `await postCheckoutSessionsSessionExpire(client, "cs_1", { expand: [${expand}] });`;
const list = (expand: string): string =>
  `await getCheckoutSessions(client, { expand: [${expand}] });`;

const session = [
  "automatic_tax.",
  "customer",
  "invoice",
  "invoice_creation.",
  "line_items",
  "payment_intent",
  "payment_link",
  "setup_intent",
  "shipping_cost.",
  "shipping_options.",
  "subscription",
  "total_details.",
];

const intent = [
  "application",
  "customer",
  "invoice",
  "last_payment_error.",
  "latest_charge",
  "on_behalf_of",
  "payment_method",
  "review",
  "source",
  "transfer_data.",
];

const after = (prefix: string, segments: readonly string[]): string[] =>
  segments.map((segment) => prefix + segment).sort();

describe("completions, segment by segment", () => {
  test.each([
    ["nothing typed yet", expire('"|"'), session],
    ["in a word", expire('"cust|"'), session],
    [
      "behind an expandable property",
      expire('"payment_intent.|"'),
      after("payment_intent.", intent),
    ],
    [
      "in the second path",
      expire('"customer", "payment_intent.|"'),
      after("payment_intent.", intent),
    ],
    ["behind an object", expire('"automatic_tax.|"'), ["automatic_tax.liability."]],
    [
      "two objects deep",
      expire('"automatic_tax.liability.|"'),
      ["automatic_tax.liability.account"],
    ],
    ["behind a container", expire('"line_items.|"'), ["line_items.data."]],
    [
      "behind its data",
      expire('"line_items.data.|"'),
      ["line_items.data.discounts", "line_items.data.price.", "line_items.data.taxes"],
    ],
    ["in a list", list('"|"'), after("data.", session)],
    ["in a list, behind data", list('"data.|"'), after("data.", session)],
    [
      "in a list, behind a property",
      list('"data.payment_intent.|"'),
      after("data.payment_intent.", intent),
    ],
  ])("%s", (_, text, expected) => {
    expect(editor.completions(text)).toEqual(expected);
  });

  test("the last segment is not offered with a dot", () => {
    const offered = editor.completions(expire('"subscription.latest_invoice.payment_intent.|"'));
    expect(offered).toContain("subscription.latest_invoice.payment_intent.latest_charge");
    expect(offered.filter((name) => name.endsWith("."))).toEqual([]);
  });
});

describe("errors name what would be right", () => {
  const union = (prefix: string, segments: readonly string[]): RegExp[] =>
    segments.map((segment) => new RegExp(`"${prefix}${segment.replaceAll(".", "\\.")}"`));

  test.each([
    ["a misspelt segment", expire('"custmer"'), "", session, '"customer"'],
    [
      "a misspelt second segment",
      expire('"payment_intent.latest_chrge"'),
      "payment_intent.",
      intent,
      '"payment_intent.latest_charge"',
    ],
    [
      "an object that a path goes through",
      expire('"automatic_tax"'),
      "",
      session,
      '"automatic_tax."',
    ],
    ["a list without data", list('"customer"'), "data.", session, undefined],
  ])("%s", (_, text, prefix, segments, guess) => {
    const [message = "", ...others] = editor.errors(text);
    expect(others).toEqual([]);
    for (const part of union(prefix, segments)) expect(message).toMatch(part);
    if (guess !== undefined) expect(message).toContain(`Did you mean '${guess}'?`);
  });

  test("a path that is too deep says so", () => {
    const [message] = editor.errors(
      expire('"payment_intent.latest_charge.balance_transaction.source.charge"'),
    );
    expect(message).toContain("an expand path has at most 4 segments");
  });

  test("only the wrong one of several paths is an error", () => {
    expect(editor.errors(expire('"customer", "bogus", "invoice"'))).toHaveLength(1);
    expect(editor.errors(expire('"customer", "invoice"'))).toEqual([]);
  });
});

describe("what an editor shows", () => {
  test("an expanded response by its schema and its paths", () => {
    expect(
      editor.hovers(
        `const |session = ${expire('"customer"')} session.|customer; session.|invoice;`,
      ),
    ).toEqual([
      `const session: Result<Expanded<"checkout.session", "customer">>`,
      `(property) customer: Customer | DeletedCustomer | null`,
      `(property) invoice: string | null`,
    ]);
  });

  test("a plain response by its name", () => {
    expect(
      editor.hovers(`const |session = await postCheckoutSessionsSessionExpire(client, "cs_1");`),
    ).toEqual([`const session: Result<CheckoutSession>`]);
  });

  test("deeper and deeper", () => {
    expect(
      editor.hovers(
        `const session = ${expire('"payment_intent.latest_charge", "line_items.data.price.product"')}
        const |intent = session.payment_intent;
        const |charge = intent?.latest_charge;
        const |items = session.line_items;`,
      ),
    ).toEqual([
      `const intent: Expanded<"payment_intent", "latest_charge"> | null`,
      `const charge: Charge | null | undefined`,
      `const items: ApiList<Expanded<"item", "price.product">>`,
    ]);
  });

  test("several schemas at the root", () => {
    expect(
      editor.hovers(
        `const |customer = await getCustomersCustomer(client, "cus_1", { expand: ["test_clock"] });`,
      ),
    ).toEqual([`const customer: Result<Expanded<"customer", "test_clock"> | DeletedCustomer>`]);
  });

  test("paths that are not known", () => {
    expect(
      editor.hovers(`declare const paths: string[];
        const |session = await postCheckoutSessionsSessionExpire(client, "cs_1", { expand: paths });`),
    ).toEqual([`const session: Result<Expanded<"checkout.session", string>>`]);
  });

  test("a property's definition is the one of its schema", () => {
    const text = `const session = ${expire('"customer"')} session.`;
    expect(editor.definitions(`${text}|customer;`)).toEqual(["customer: string | null;"]);
    expect(editor.definitions(`${text}|amount_total;`)).toEqual(["amount_total: number | null;"]);
  });

  test("the definition of a property that is only there when asked for", () => {
    const text = `const session = ${expire('"line_items"')} session.|line_items;`;
    expect(editor.definitions(text)).toEqual([
      expect.stringContaining("line_items: ApiList<Item>"),
    ]);
  });
});
