/** Checks the signature of a webhook. */
import { redact } from "../errors/redact.js";
import { StripeSignatureVerificationError } from "../errors/stripe-signature-verification-error.js";
import { type CryptoProvider, type Sign, sign, signAsync } from "./crypto-provider.js";
import { EXPECTED_SCHEME, isSame, parseHeader } from "./header.js";
import { numberOr, type Payload, problemOf, type SignatureHeader, textOf } from "./input.js";

/** How old a signature may be, in seconds, where a call does not say. */
export const DEFAULT_TOLERANCE = 300;

/** The arguments of everything that checks a signature, in the order of the official SDK. */
export type Signed = [
  payload: Payload,
  header: SignatureHeader,
  secret: string,
  tolerance?: number | undefined,
  cryptoProvider?: CryptoProvider | undefined,
  receivedAt?: number | undefined,
];

export const signature = {
  EXPECTED_SCHEME,
  /** `constructEvent`, for who needs no event. */
  verifyHeader(...signed: Signed): boolean {
    return !!verify(signed);
  },
  /** `constructEventAsync`, for who needs no event. */
  async verifyHeaderAsync(...signed: Signed): Promise<boolean> {
    return !!(await verifyAsync(signed));
  },
} as const;

/** Gives the payload's text, once its signature is checked. */
export function verify(signed: Signed): string {
  const [expected, accept] = claimOf(signed, sign);
  return accept(expected);
}

/** Gives the payload's text, once its signature is checked. */
export async function verifyAsync(signed: Signed): Promise<string> {
  const [expected, accept] = claimOf(signed, signAsync);
  return accept(await expected);
}

/** What is to be checked. All of it is read before anything is awaited, so that nothing can change on the way. */
type Claim<S> = readonly [
  /** The signature that must stand in the header. It is computed once. */
  expected: S,
  /** Gives the payload's text. */
  accept: (expected: string) => string,
];

function claimOf<S>(
  [payload, header, secret, tolerance, cryptoProvider, receivedAt]: Signed,
  sign: Sign<S>,
): Claim<S> {
  const maxAge = numberOr(DEFAULT_TOLERANCE, tolerance, "tolerance");
  const now = numberOr(Date.now(), receivedAt, "receivedAt");
  const text = textOf(payload);
  const headerText = textOf(Array.isArray(header) && header.length === 1 ? header[0] : header);
  const failure = (message: string) =>
    // Arguments in the wrong order put the secret here.
    new StripeSignatureVerificationError(redact(headerText), redact(text), message);

  const problem = problemOf(text, secret);
  if (problem) throw failure(problem);
  const [timestamp, signatures] = parseHeader(headerText);
  if (!timestamp || !signatures.length)
    throw failure(
      `The header Stripe-Signature is missing, or not of the form t=…,${EXPECTED_SCHEME}=…`,
    );

  return [
    sign(`${timestamp}.${text}`, secret, cryptoProvider),
    (expected) => {
      // All are compared, whichever is right.
      if (!signatures.filter((signature) => isSame(expected, signature)).length)
        throw failure(
          "No signature fits: the payload must be the raw request body, the secret that of the endpoint, without white space",
        );
      if (maxAge > 0 && Math.floor(now / 1000) - Number(timestamp) > maxAge)
        throw failure("The signature is too old");
      return text;
    },
  ];
}
