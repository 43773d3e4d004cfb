/** The classes that errors of the second version have by their type, as in the official SDK. */
import { StripeError } from "../../errors/stripe-error.js";

/** What is to be canceled was canceled before. */
export class AlreadyCanceledError extends StripeError {
  static override readonly type: string = "AlreadyCanceledError";
  declare readonly type: "AlreadyCanceledError";
  declare readonly rawType?: "already_canceled";
}

/** Stripe does not allow it for this account. */
export class BlockedByStripeError extends StripeError {
  static override readonly type: string = "BlockedByStripeError";
  declare readonly type: "BlockedByStripeError";
  declare readonly rawType?: "blocked_by_stripe";
}

/** It cannot go on as things are. */
export class CannotProceedError extends StripeError {
  static override readonly type: string = "CannotProceedError";
  declare readonly type: "CannotProceedError";
  declare readonly rawType?: "cannot_proceed";
  declare readonly reason?: string;
}

/** The account lacks a capability. */
export class CapabilityNotEnabledError extends StripeError {
  static override readonly type: string = "CapabilityNotEnabledError";
  declare readonly type: "CapabilityNotEnabledError";
  declare readonly rawType?: "capability_not_enabled";
}

/** Another resource controls this one. */
export class ControlledByAlternateResourceError extends StripeError {
  static override readonly type: string = "ControlledByAlternateResourceError";
  declare readonly type: "ControlledByAlternateResourceError";
  declare readonly rawType?: "controlled_by_alternate_resource";
}

/** The account lacks a feature. */
export class FeatureNotEnabledError extends StripeError {
  static override readonly type: string = "FeatureNotEnabledError";
  declare readonly type: "FeatureNotEnabledError";
  declare readonly rawType?: "feature_not_enabled";
}

/** The financial account is not open. */
export class FinancialAccountNotOpenError extends StripeError {
  static override readonly type: string = "FinancialAccountNotOpenError";
  declare readonly type: "FinancialAccountNotOpenError";
  declare readonly rawType?: "financial_account_not_open";
}

/** The quoted exchange rate is too old. */
export class FxQuoteNeedsRefreshError extends StripeError {
  static override readonly type: string = "FxQuoteNeedsRefreshError";
  declare readonly type: "FxQuoteNeedsRefreshError";
  declare readonly rawType?: "fx_quote_needs_refresh";
}

/** There is too little money. */
export class InsufficientFundsError extends StripeError {
  static override readonly type: string = "InsufficientFundsError";
  declare readonly type: "InsufficientFundsError";
  declare readonly rawType?: "insufficient_funds";
}

/** The payment method cannot be used. */
export class InvalidPaymentMethodError extends StripeError {
  static override readonly type: string = "InvalidPaymentMethodError";
  declare readonly type: "InvalidPaymentMethodError";
  declare readonly rawType?: "invalid_payment_method";
  declare readonly invalid_param?: string;
}

/** The payout method cannot be used. */
export class InvalidPayoutMethodError extends StripeError {
  static override readonly type: string = "InvalidPayoutMethodError";
  declare readonly type: "InvalidPayoutMethodError";
  declare readonly rawType?: "invalid_payout_method";
}

/** The stored credential cannot be used. */
export class InvalidVaultedCredentialError extends StripeError {
  static override readonly type: string = "InvalidVaultedCredentialError";
  declare readonly type: "InvalidVaultedCredentialError";
  declare readonly rawType?: "invalid_vaulted_credential";
  declare readonly invalid_param?: string;
}

/** It is too late to cancel. */
export class NotCancelableError extends StripeError {
  static override readonly type: string = "NotCancelableError";
  declare readonly type: "NotCancelableError";
  declare readonly rawType?: "not_cancelable";
}

/** There are as many as there may be. */
export class QuotaExceededError extends StripeError {
  static override readonly type: string = "QuotaExceededError";
  declare readonly type: "QuotaExceededError";
  declare readonly rawType?: "quota_exceeded";
}

/** Too many requests. */
export class RateLimitError extends StripeError {
  static override readonly type: string = "RateLimitError";
  declare readonly type: "RateLimitError";
  declare readonly rawType?: "rate_limit";
}

/** The recipient cannot be notified. */
export class RecipientNotNotifiableError extends StripeError {
  static override readonly type: string = "RecipientNotNotifiableError";
  declare readonly type: "RecipientNotNotifiableError";
  declare readonly rawType?: "recipient_not_notifiable";
}

/** The session's token is too old: create another. */
export class TemporarySessionExpiredError extends StripeError {
  static override readonly type: string = "TemporarySessionExpiredError";
  declare readonly type: "TemporarySessionExpiredError";
  declare readonly rawType?: "temporary_session_expired";
}

/** The verification failed. */
export class VerificationAttemptFailedError extends StripeError {
  static override readonly type: string = "VerificationAttemptFailedError";
  declare readonly type: "VerificationAttemptFailedError";
  declare readonly rawType?: "verification_attempt_failed";
  declare readonly verification_status?: string;
}

/** The verification is too old. */
export class VerificationExpiredError extends StripeError {
  static override readonly type: string = "VerificationExpiredError";
  declare readonly type: "VerificationExpiredError";
  declare readonly rawType?: "verification_expired";
  declare readonly verification_status?: string;
}

/** There is no verification yet. */
export class VerificationNotInitiatedError extends StripeError {
  static override readonly type: string = "VerificationNotInitiatedError";
  declare readonly type: "VerificationNotInitiatedError";
  declare readonly rawType?: "verification_not_initiated";
  declare readonly verification_status?: string;
}

// Wherever errors are told apart, these are known too.

declare module "../../errors/index.js" {
  interface ErrorsByType {
    AlreadyCanceledError: AlreadyCanceledError;
    BlockedByStripeError: BlockedByStripeError;
    CannotProceedError: CannotProceedError;
    CapabilityNotEnabledError: CapabilityNotEnabledError;
    ControlledByAlternateResourceError: ControlledByAlternateResourceError;
    FeatureNotEnabledError: FeatureNotEnabledError;
    FinancialAccountNotOpenError: FinancialAccountNotOpenError;
    FxQuoteNeedsRefreshError: FxQuoteNeedsRefreshError;
    InsufficientFundsError: InsufficientFundsError;
    InvalidPaymentMethodError: InvalidPaymentMethodError;
    InvalidPayoutMethodError: InvalidPayoutMethodError;
    InvalidVaultedCredentialError: InvalidVaultedCredentialError;
    NotCancelableError: NotCancelableError;
    QuotaExceededError: QuotaExceededError;
    RateLimitError: RateLimitError;
    RecipientNotNotifiableError: RecipientNotNotifiableError;
    TemporarySessionExpiredError: TemporarySessionExpiredError;
    VerificationAttemptFailedError: VerificationAttemptFailedError;
    VerificationExpiredError: VerificationExpiredError;
    VerificationNotInitiatedError: VerificationNotInitiatedError;
  }
}

declare module "../../errors/raw-error.js" {
  interface MoreRawErrors {
    already_canceled: AlreadyCanceledError;
    blocked_by_stripe: BlockedByStripeError;
    cannot_proceed: CannotProceedError;
    capability_not_enabled: CapabilityNotEnabledError;
    controlled_by_alternate_resource: ControlledByAlternateResourceError;
    feature_not_enabled: FeatureNotEnabledError;
    financial_account_not_open: FinancialAccountNotOpenError;
    fx_quote_needs_refresh: FxQuoteNeedsRefreshError;
    insufficient_funds: InsufficientFundsError;
    invalid_payment_method: InvalidPaymentMethodError;
    invalid_payout_method: InvalidPayoutMethodError;
    invalid_vaulted_credential: InvalidVaultedCredentialError;
    not_cancelable: NotCancelableError;
    quota_exceeded: QuotaExceededError;
    rate_limit: RateLimitError;
    recipient_not_notifiable: RecipientNotNotifiableError;
    temporary_session_expired: TemporarySessionExpiredError;
    verification_attempt_failed: VerificationAttemptFailedError;
    verification_expired: VerificationExpiredError;
    verification_not_initiated: VerificationNotInitiatedError;
  }
}

declare module "../../errors/base-error.js" {
  interface BaseError {
    /** What may be shown to the caller's own users. */
    readonly userMessage?: string;
  }
}
