/** The types of the official SDK's namespace: those with a name here, and the reasons of all others. */
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { typeNamesOf } from "./namespace-names.js";

const GENERATED = fileURLToPath(new URL("../../generated/src/index.js", import.meta.url));

/** Why names of the SDK are missing; each reason must hold for at least one. */
const MISSING: readonly (readonly [RegExp, string])[] = [
  [/^(StripeStreamResponse|FileData)$/, "files and downloads are those of the web"],
  [/^OAuth|^errors\.StripeInvalidGrantError$/, "OAuth is not part of the document"],
  [/^(StripeResource\w*|EventBase)$/, "the SDK's inside"],
  [
    /^(Japan\w+|AccountDebitSource|BalanceTransactionSource)$/,
    "no schema of the document has the name",
  ],
  [
    /^(CustomerSource|ExternalAccount)(List|Update|Verify)Params$/,
    "a second name that the rule does not find",
  ],
  [/Multibanco|Twint|BankTransferPayments|Fpx\.AccountHolderType/, "newer than the document"],
  [/^IssuingPersonalizationDesign|ActiveEntitlementSummary$/, "newer than the document"],
  [/^Product(Create|List)?(Params)?\.Type$|PaymentMethodRemove/, "newer than the document"],
  [
    /^PaymentLinkUpdateParams\.TaxIdCollection|^Subscription\.InvoiceSettings/,
    "newer than the document",
  ],
  [/\.(SetupError|Last\w+Error)\.Code$/, "a plain text in the document"],
  [/^Charge\.|SepaCreditTransfer|ShippingCost\.TaxBreakdown/, "in no response of the document"],
  [
    /Confirm(ation)?\w*Params\.MandateData\.|PaymentMethodOptions\.\w+\.|PaymentMethodCreateParams\.Card\./,
    "one of several objects, which have a name together",
  ],
  [
    /^Account\w*Params\.(ExternalAccount|BankAccount|Card|CardToken)/,
    "one of several objects, which have no name of their own",
  ],
];

describe("the types of stripe@15.12.0", () => {
  let official: ReadonlySet<string>;
  let missing: readonly string[];
  beforeAll(() => {
    const [theirs = new Set<string>(), ours = new Set<string>()] = typeNamesOf("stripe", GENERATED);
    official = theirs;
    missing = [...theirs].filter((name) => !ours.has(name));
  });

  it("have a name here, or a reason to have none", () => {
    expect(missing.filter((name) => !MISSING.some(([pattern]) => pattern.test(name)))).toEqual([]);
    expect(official.size - missing.length).toBeGreaterThanOrEqual(6000);
  });

  it.each(MISSING)("%s: %s", (pattern) => {
    expect(missing.filter((name) => pattern.test(name))).not.toEqual([]);
  });
});
