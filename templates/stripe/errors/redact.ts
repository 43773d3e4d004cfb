/** Takes secret keys, signing secrets and client secrets out of a text, should a server echo them. */
export function redact(text: string): string {
  return text.replace(/\b([rs]k_[a-z]+|whsec)_\w+|_secret_\w+/g, "$1…");
}
