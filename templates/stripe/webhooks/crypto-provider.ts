/** HMAC-SHA256 by what the platform has. Nothing is looked up before it is used. */

/**
 * Computes the signatures of webhooks: HMAC-SHA256 of a text in UTF-8, as lower-case hexadecimal digits.
 * The same interface as in the official SDK, so that one written for it serves here.
 *
 * @example
 * ```ts
 * const provider = Stripe.createSubtleCryptoProvider();
 * await stripe.webhooks.constructEventAsync(body, header, secret, undefined, provider);
 * ```
 */
export interface CryptoProvider {
  computeHMACSignature(payload: string, secret: string): string;
  computeHMACSignatureAsync(payload: string, secret: string): Promise<string>;
}

/** A signature was wanted at once where it can only be computed asynchronously: call the function's Async form. */
export class CryptoProviderOnlySupportsAsyncError extends Error {
  constructor(cause?: unknown) {
    super(
      "HMACs cannot be computed synchronously here: await constructEventAsync, verifyHeaderAsync or generateTestHeaderStringAsync",
      { cause },
    );
  }

  override get name(): string {
    return "CryptoProviderOnlySupportsAsyncError";
  }
}

interface Hmac {
  update(text: string): Hmac;
  digest(encoding: "hex"): string;
}

/** What is used of a process and of its `node:crypto`. */
interface Process {
  getBuiltinModule(id: "node:crypto"): {
    createHmac(hash: "sha256", key: string): Hmac;
  };
}

function byNode(payload: string, secret: string): string {
  try {
    // Not the free variable `process`: bundlers put a shim of their own in its place.
    const process: Process = Reflect.get(globalThis, "process");
    const hmac = process.getBuiltinModule("node:crypto").createHmac("sha256", secret);
    return hmac.update(payload).digest("hex");
  } catch (cause) {
    throw new CryptoProviderOnlySupportsAsyncError(cause);
  }
}

async function bySubtle(payload: string, secret: string, subtle = crypto.subtle): Promise<string> {
  const encode = (text: string) => new TextEncoder().encode(text);
  const hmac = { name: "HMAC", hash: "SHA-256" };
  const key = await subtle.importKey("raw", encode(secret), hmac, false, ["sign"]);
  const signature = await subtle.sign("HMAC", key, encode(payload));
  const hex = (byte: number) => (byte + 256).toString(16).slice(1);
  return Array.from(new Uint8Array(signature), hex).join("");
}

/** What is used where a call has no provider. */
const platform: CryptoProvider = {
  computeHMACSignature: byNode,
  computeHMACSignatureAsync: bySubtle,
};

/**
 * A provider that uses `node:crypto`, which Node, Bun, Deno and workers with Node's API have.
 *
 * @throws {CryptoProviderOnlySupportsAsyncError} where there is none
 */
export function createNodeCryptoProvider(): CryptoProvider {
  byNode("", "-");
  return { ...platform };
}

/**
 * A provider that uses the Web Crypto API, which every platform has. It serves the Async forms only.
 *
 * @param subtle - default: `crypto.subtle` of the platform, looked up when it is used
 */
export function createSubtleCryptoProvider(subtle?: typeof crypto.subtle): CryptoProvider {
  return {
    computeHMACSignature() {
      throw new CryptoProviderOnlySupportsAsyncError();
    },
    computeHMACSignatureAsync: (payload, secret) => bySubtle(payload, secret, subtle),
  };
}

/** Signs `<Unix seconds>.<payload>`; by default with what the platform has. */
export type Sign<S> = (
  content: string,
  secret: string,
  cryptoProvider: CryptoProvider | null | undefined,
) => S;

/** @throws {TypeError} naming a provider that is not one */
export const sign: Sign<string> = (content, secret, provider) =>
  digits((provider ?? platform).computeHMACSignature?.(content, secret));

/** @throws {TypeError} naming a provider that is not one */
export const signAsync: Sign<Promise<string>> = async (content, secret, provider) =>
  digits(await (provider ?? platform).computeHMACSignatureAsync?.(content, secret));

/** A provider may give anything: nothing, or a promise where text is wanted. */
function digits(signature: unknown): string {
  if (typeof signature !== "string" || !signature)
    throw new TypeError("cryptoProvider must compute hexadecimal digits");
  return signature;
}
