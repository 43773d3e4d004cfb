/** The class in an editor: options in the place of params must cost neither completions nor good errors. */
import { beforeAll, describe, expect, it } from "vitest";
import { Editor } from "./editor.js";

let methods: Editor;
let functions: Editor;
beforeAll(() => {
  methods = new Editor(`import Stripe from "../../../generated/src/index.js";
declare const stripe: Stripe;
`);
  functions = new Editor();
});

const method = (params: string) => `await stripe.checkout.sessions.expire("cs_1", ${params});`;
const called = (params: string) =>
  `await postCheckoutSessionsSessionExpire(client, "cs_1", ${params});`;

describe("a method", () => {
  it.each([
    `{ expand: ["|"] }`,
    `{ expand: ["payment_intent.|"] }`,
    `{ expand: ["customer", "|"] }`,
  ])("completes %s as the function does", (params) => {
    const offered = methods.completions(method(params));
    expect(offered).toEqual(functions.completions(called(params)));
    expect(offered.length).toBeGreaterThan(5);
  });

  it.each([
    `{ expand: ["custmer"] }`,
    `{ expand: ["payment_intent.latest_charg"] }`,
    `{ expand: "customer" }`,
  ])("complains about %s as the function does", (params) => {
    const errors = methods.errors(method(params));
    expect(errors).toEqual(functions.errors(called(params)));
    expect(errors).toHaveLength(1);
  });

  it("offers its params, and the options that may stand there", () => {
    const offered = methods.completions(method("{ | }"));
    expect(offered).toContain("expand");
    expect(offered).toContain("stripeAccount");
    expect(methods.completions(`await stripe.checkout.sessions.|`)).toEqual([
      "create",
      "expire",
      "list",
      "listLineItems",
      "retrieve",
      "update",
    ]);
  });

  it("refuses what is neither", () => {
    expect(methods.errors(method(`{ exapnd: [] }`))).toHaveLength(1);
    expect(methods.errors(method(`{ stripeAccount: 1 }`))).toHaveLength(1);
    expect(methods.errors(method(`{ expand: [] }, { stripeAcount: "acct_1" }`))).toHaveLength(1);
  });

  it("takes an id where the operation has one, and none where another has none", () => {
    expect(
      methods.errors(`await stripe.accounts.retrieve(); await stripe.accounts.retrieve("acct_1");`),
    ).toEqual([]);
    expect(methods.errors(`await stripe.accounts.update();`)).toHaveLength(1);
  });

  it("and its function say which error they reject with", () => {
    expect(methods.tags(`stripe.checkout.sessions.exp|ire; stripe.coupons.d|el;`)).toEqual([
      ["@throws {StripeError}"],
      ["@throws {StripeError}"],
    ]);
    expect(functions.tags(`postCheckoutSessions|SessionExpire;`)).toEqual([
      ["@throws {StripeError}"],
    ]);
  });

  it("shows a place for no params where the operation takes none", () => {
    expect(methods.hovers("stripe.coupons.d|el;")).toEqual([
      "(method) CouponsResource.del(coupon: string, params?: NoParams, options?: Stripe.RequestOptions): Promise<Result<DeletedCoupon>>",
    ]);
  });

  it("says what it calls", () => {
    const [hover] = methods.hovers("stripe.checkout.sessions.exp|ire;");
    expect(hover).toMatch(
      /^\(method\) CheckoutSessionsResource\.expire<const E extends readonly string\[\] = \[\]>\(/,
    );
  });
});
