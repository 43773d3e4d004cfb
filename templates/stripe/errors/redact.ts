/** `sk_live_…`, `rk_…`, `ek_…`, `whsec_…`, `…_secret_…`; neither `risk_level` nor `client_secret_required`. */
const SECRET =
  /((?<![a-z])(?:[rse]k|whsec)_(?:live_|test_)?|_secret_(?=\w*\d))(?!\w*_\*)[\w+/-]+/gi;

/** Takes keys, signing secrets and client secrets out of a text. A key that Stripe has masked itself stays as it is. */
export function redact(text: string): string {
  return text.replace(SECRET, "$1***");
}
