/** The id of an expandable value. */
import { describe, expect, expectTypeOf, it } from "vitest";
import type Stripe from "../../../generated/src/index.js";
import {
  type Customer,
  type DeletedCustomer,
  type Expand,
  idOf,
} from "../../../generated/src/index.js";

type Session = Expand<"checkout.session", never>;
type Expanded = Expand<"checkout.session", "customer">;

describe("idOf", () => {
  it("gives a text as it is, and the id of an object", () => {
    expect(idOf("cus_1")).toBe("cus_1");
    expect(idOf({ id: "cus_2" })).toBe("cus_2");
  });

  it("keeps what says that there is none", () => {
    expect(idOf(null)).toBeNull();
    expect(idOf(undefined)).toBeUndefined();
  });

  it("has the type of what it is given", () => {
    const plain = (session: Session) => idOf(session.customer);
    const expanded = (session: Expanded) => idOf(session.customer);
    const either = (session: Stripe.Checkout.Session) => idOf(session.customer);
    const sure = (customer: string | Customer | DeletedCustomer) => idOf(customer);
    const perhaps = (customer?: { readonly id: string }) => idOf(customer);
    expectTypeOf(plain).returns.toEqualTypeOf<string | null>();
    expectTypeOf(expanded).returns.toEqualTypeOf<string | null>();
    expectTypeOf(either).returns.toEqualTypeOf<string | null>();
    expectTypeOf(sure).returns.toEqualTypeOf<string>();
    expectTypeOf(perhaps).returns.toEqualTypeOf<string | undefined>();
    // @ts-expect-error A number has no id.
    expect(idOf(7)).toBe(7);
  });
});
