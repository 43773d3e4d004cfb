import type { Failure } from "../runtime/response/failure.js";
import type { Fault } from "./api.js";

/** Whatever goes wrong in a call; with a `slug`, the API says what. */
export class HarbourError extends Error {
  override readonly name: string = "HarbourError";
  readonly status: number | undefined;
  readonly slug: Fault["slug"] | undefined;

  constructor(text: string, status?: number, slug?: string) {
    super(text);
    this.status = status;
    this.slug = slug;
  }
}

export class AdriftError extends HarbourError {
  override readonly name = "AdriftError";
}

/** `{ fault: { slug, text } }` */
export function toError(failure: Failure): HarbourError {
  if (!("response" in failure)) return new HarbourError("No response");
  const { status } = failure.response;
  const { fault }: { readonly fault?: Partial<Fault> } = Object(failure.body);
  const Class = fault?.slug === "adrift" ? AdriftError : HarbourError;
  return new Class(fault?.text ?? `Status ${status}`, status, fault?.slug);
}
