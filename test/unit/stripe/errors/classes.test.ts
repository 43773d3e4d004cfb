/** The classes of errors, made by hand as tests of programs make them: beside the official SDK's. */
import { inspect } from "node:util";
import { Stripe as Sdk } from "stripe";
import { describe, expect, expectTypeOf, it } from "vitest";
import { Base } from "../../../../templates/stripe/class.js";
import * as errors from "../../../../templates/stripe/errors/index.js";

const {
  StripeCardError,
  StripeError,
  StripeInvalidRequestError,
  StripeSignatureVerificationError,
} = errors;

const RAW = {
  message: "Declined",
  type: "card_error",
  statusCode: 402,
  requestId: "req_1",
  code: "card_declined",
  decline_code: "stolen_card",
  doc_url: "https://stripe.com/docs/error-codes/card-declined",
  param: "source",
  detail: "more",
  charge: "ch_1",
  payment_intent: { id: "pi_1", client_secret: "pi_1_secret_2" },
  payment_method: { id: "pm_1" },
  payment_method_type: "card",
  setup_intent: { id: "seti_1" },
  source: { id: "src_1" },
} as const;

const FIELDS = [
  ...Object.keys(RAW).filter((name) => name !== "type"),
  ...["type", "rawType", "raw", "stack"],
];

type Raw = Readonly<Record<string, unknown>>;
type Make = (raw?: Raw) => Readonly<Record<string, unknown>> & Error;
interface Classes {
  readonly [name: string]: Class;
}
type Class = (new (raw?: Raw) => ReturnType<Make>) & { readonly generate?: Make };

// The SDK's types leave out what it does; ours take typed fields.
const theirs = Sdk.errors as unknown as Classes;
const ours = Base.errors as unknown as Classes;

function made(Class: Class | undefined, raw?: Raw): ReturnType<Make> {
  if (!Class) throw new Error("there is no such class");
  return new Class(raw);
}

/** The SDK's takes the raw error last. */
const NAMES = Object.keys(theirs).filter((name) => /^Stripe(?!Sig|Unknown)/.test(name));

describe.each(NAMES)("%s", (name) => {
  it.each<[string, Raw]>([
    ["everything", RAW],
    ["a message", { type: "api_error", message: "No" }],
    ["a secret, which a test may want to see", { type: "api_error", message: "sk_test_1" }],
    ["nothing", {}],
  ])("made of %s has the fields that the SDK's has", (_, raw) => {
    const [our, their] = [made(ours[name], raw), made(theirs[name], raw)];
    for (const field of FIELDS) {
      if (field === "stack") expect(our.stack).toContain(import.meta.filename);
      else if (field === "message") expect(our.message).toBe(their.message ?? "");
      else expect([field, our[field]]).toEqual([field, their[field]]);
    }
    expect(our["raw"]).toBe(raw);
    for (const of of NAMES)
      expect([of, our instanceof (ours[of] ?? Error)]).toEqual([
        of,
        their instanceof (theirs[of] ?? Error),
      ]);
    expect(our).toBeInstanceOf(Error);
  });

  it("made of nothing at all is one", () => {
    const error = made(ours[name]);
    expect(error).toMatchObject({ type: name, name, message: "" });
  });
});

describe("generate", () => {
  it.each([
    ...["card_error", "invalid_request_error", "api_error", "authentication_error"],
    ...["rate_limit_error", "idempotency_error", "invalid_grant"],
  ])("of %s gives the class that the SDK gives", (type) => {
    for (const generate of [ours["StripeError"]?.generate, ours["generate"] as unknown as Make])
      expect(generate?.({ ...RAW, type })).toMatchObject({
        type: theirs["StripeError"]?.generate?.({ type })["type"],
        rawType: type,
        code: "card_declined",
      });
  });

  it.each(["", "later_error", "__proto__", "constructor", "toString", undefined])(
    "of %j, which is unknown, gives a StripeError",
    (type) => {
      const error = ours["StripeError"]?.generate?.({ type, message: "No" });
      expect(error).toBeInstanceOf(StripeError);
      expect(error).toMatchObject({ type: "StripeError", message: "No" });
    },
  );

  it("is typed", () => {
    const error = StripeError.generate({ type: "card_error", message: "No" });
    expectTypeOf(error).toEqualTypeOf<InstanceType<typeof StripeCardError>>();
    // @ts-expect-error: there is no such type
    StripeError.generate({ type: "later_error" });
  });
});

describe("an error made by hand", () => {
  it("narrows, has headers as responses have them, and hides what may hold a secret", () => {
    const error: unknown = new StripeInvalidRequestError({
      type: "invalid_request_error",
      headers: { "request-id": "req_1" },
      payment_intent: { client_secret: "pi_1_secret_2" },
    });
    if (!(error instanceof StripeError)) return expect.unreachable();
    expect(error.headers?.get("Request-Id")).toBe("req_1");
    expect(error.payment_intent).toEqual({ client_secret: "pi_1_secret_2" });
    expect(inspect(error) + JSON.stringify(error)).not.toContain("_secret_2");
  });

  it("may be made of its message alone", () => {
    expect(new StripeCardError("No")).toMatchObject({ message: "No", type: "StripeCardError" });
  });

  it("of a webhook takes the SDK's arguments, or a message", () => {
    const their = Reflect.construct(Sdk.errors.StripeSignatureVerificationError, [
      "t=1",
      "{}",
      RAW,
    ]);
    const our = new StripeSignatureVerificationError("t=1", "{}", RAW);
    for (const field of ["header", "payload", "message", "code", "type"])
      expect(Reflect.get(our, field)).toBe(Reflect.get(their, field));
    expect(inspect(our)).not.toContain("t=1");
    for (const given of ["No", { message: "No" }])
      expect(new StripeSignatureVerificationError(given).message).toBe("No");
  });
});
