import type { Where } from "../../../runtime/call/dialect.js";
import type { Failure } from "../../../runtime/response/failure.js";
import {
  type ChooseClass,
  classOf,
  toError as firstVersion,
  type StripeErrorClass,
} from "../../errors/from-failure.js";
import {
  StripeIdempotencyError,
  StripeInvalidRequestError,
  type StripeError,
} from "../../errors/stripe-error.js";
import * as errors from "./classes.js";

/** The error of a failure. In the second version, the type of the API's error object decides first. */
export function toError(failure: Failure, where: Where): StripeError {
  const error = firstVersion(failure, where, where.path.startsWith("/v2/") ? choose : classOf);
  const { user_message }: { readonly user_message?: unknown } = Object(error.raw);
  if (user_message)
    Object.defineProperty(error, "userMessage", { value: user_message, enumerable: true });
  return error;
}

const choose: ChooseClass = (status, error) => {
  const { type, code }: { readonly type?: unknown; readonly code?: unknown } = error ?? {};
  if (typeof type === "string" && Object.hasOwn(CLASSES, type))
    return CLASSES[type] ?? classOf(status, error);
  return code === "invalid_fields" ? StripeInvalidRequestError : classOf(status, error);
};

const CLASSES: { readonly [type: string]: StripeErrorClass } = {
  idempotency_error: StripeIdempotencyError,
  already_canceled: errors.AlreadyCanceledError,
  blocked_by_stripe: errors.BlockedByStripeError,
  cannot_proceed: errors.CannotProceedError,
  capability_not_enabled: errors.CapabilityNotEnabledError,
  controlled_by_alternate_resource: errors.ControlledByAlternateResourceError,
  feature_not_enabled: errors.FeatureNotEnabledError,
  financial_account_not_open: errors.FinancialAccountNotOpenError,
  fx_quote_needs_refresh: errors.FxQuoteNeedsRefreshError,
  insufficient_funds: errors.InsufficientFundsError,
  invalid_payment_method: errors.InvalidPaymentMethodError,
  invalid_payout_method: errors.InvalidPayoutMethodError,
  invalid_vaulted_credential: errors.InvalidVaultedCredentialError,
  not_cancelable: errors.NotCancelableError,
  quota_exceeded: errors.QuotaExceededError,
  rate_limit: errors.RateLimitError,
  recipient_not_notifiable: errors.RecipientNotNotifiableError,
  temporary_session_expired: errors.TemporarySessionExpiredError,
  verification_attempt_failed: errors.VerificationAttemptFailedError,
  verification_expired: errors.VerificationExpiredError,
  verification_not_initiated: errors.VerificationNotInitiatedError,
};
