/** Types that know of the errors of the second version wherever errors are told apart. */
import type * as errors from "./classes.js";

declare module "../../errors/index.js" {
  interface ErrorsByType {
    AlreadyCanceledError: errors.AlreadyCanceledError;
    BlockedByStripeError: errors.BlockedByStripeError;
    CannotProceedError: errors.CannotProceedError;
    CapabilityNotEnabledError: errors.CapabilityNotEnabledError;
    ControlledByAlternateResourceError: errors.ControlledByAlternateResourceError;
    FeatureNotEnabledError: errors.FeatureNotEnabledError;
    FinancialAccountNotOpenError: errors.FinancialAccountNotOpenError;
    FxQuoteNeedsRefreshError: errors.FxQuoteNeedsRefreshError;
    InsufficientFundsError: errors.InsufficientFundsError;
    InvalidPaymentMethodError: errors.InvalidPaymentMethodError;
    InvalidPayoutMethodError: errors.InvalidPayoutMethodError;
    InvalidVaultedCredentialError: errors.InvalidVaultedCredentialError;
    NotCancelableError: errors.NotCancelableError;
    QuotaExceededError: errors.QuotaExceededError;
    RateLimitError: errors.RateLimitError;
    RecipientNotNotifiableError: errors.RecipientNotNotifiableError;
    TemporarySessionExpiredError: errors.TemporarySessionExpiredError;
    VerificationAttemptFailedError: errors.VerificationAttemptFailedError;
    VerificationExpiredError: errors.VerificationExpiredError;
    VerificationNotInitiatedError: errors.VerificationNotInitiatedError;
  }
}

declare module "../../errors/raw-error.js" {
  interface MoreRawErrors {
    already_canceled: errors.AlreadyCanceledError;
    blocked_by_stripe: errors.BlockedByStripeError;
    cannot_proceed: errors.CannotProceedError;
    capability_not_enabled: errors.CapabilityNotEnabledError;
    controlled_by_alternate_resource: errors.ControlledByAlternateResourceError;
    feature_not_enabled: errors.FeatureNotEnabledError;
    financial_account_not_open: errors.FinancialAccountNotOpenError;
    fx_quote_needs_refresh: errors.FxQuoteNeedsRefreshError;
    insufficient_funds: errors.InsufficientFundsError;
    invalid_payment_method: errors.InvalidPaymentMethodError;
    invalid_payout_method: errors.InvalidPayoutMethodError;
    invalid_vaulted_credential: errors.InvalidVaultedCredentialError;
    not_cancelable: errors.NotCancelableError;
    quota_exceeded: errors.QuotaExceededError;
    rate_limit: errors.RateLimitError;
    recipient_not_notifiable: errors.RecipientNotNotifiableError;
    temporary_session_expired: errors.TemporarySessionExpiredError;
    verification_attempt_failed: errors.VerificationAttemptFailedError;
    verification_expired: errors.VerificationExpiredError;
    verification_not_initiated: errors.VerificationNotInitiatedError;
  }
}

declare module "../../errors/base-error.js" {
  interface BaseError {
    /** What may be shown to the caller's own users. */
    readonly userMessage?: string;
  }
}
