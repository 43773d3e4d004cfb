/** What the bench sends: a Checkout Session with 40 values in it, some of which must be escaped. */
import type { PostCheckoutSessionsParams } from "../../generated/src/operations/checkout.js";

export const body = {
  mode: "subscription",
  success_url: "https://shop.example/success?session_id={CHECKOUT_SESSION_ID}",
  cancel_url: "https://shop.example/cart",
  client_reference_id: "order_2024_000123",
  customer_email: "ada.lovelace@example.com",
  locale: "auto",
  currency: "eur",
  expires_at: 1_714_000_000,
  allow_promotion_codes: true,
  billing_address_collection: "required",
  automatic_tax: {
    enabled: true,
    liability: { type: "account", account: "acct_1A2b3C4d5E6f7G8h" },
  },
  phone_number_collection: { enabled: true },
  tax_id_collection: { enabled: true },
  consent_collection: { promotions: "auto", terms_of_service: "required" },
  payment_method_types: ["card", "sepa_debit"],
  line_items: [
    {
      price: "price_1A2b3C4d5E6f7G8h",
      quantity: 2,
      adjustable_quantity: { enabled: true, maximum: 10 },
    },
    {
      quantity: 1,
      price_data: {
        currency: "eur",
        unit_amount: 2500,
        tax_behavior: "exclusive",
        recurring: { interval: "month", interval_count: 3 },
        product_data: { name: "Kaffee & Kuchen (3 Monate)", metadata: { sku: "KK-3" } },
      },
    },
  ],
  subscription_data: {
    description: "Läuft drei Monate",
    trial_period_days: 14,
    trial_settings: { end_behavior: { missing_payment_method: "cancel" } },
    metadata: { order: "2024/000123" },
  },
  metadata: { campaign: "spring sale", shop: "Köln" },
  expand: ["customer", "line_items", "subscription.latest_invoice"],
} satisfies PostCheckoutSessionsParams;
