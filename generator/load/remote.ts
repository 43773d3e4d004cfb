import { UnfoldError } from "../diagnostic.js";
import { type Bytes, hashed } from "./file.js";

export interface Limits {
  /** For the whole answer, in milliseconds. */
  readonly timeout: number;
  /** In bytes. */
  readonly size: number;
}

export const LIMITS: Limits = { timeout: 10_000, size: 50 * 1024 * 1024 };

/** Fetches a document by `http(s)`: without credentials, bounded in time and size. */
export async function fetchBytes(source: string, limits = LIMITS): Promise<Bytes> {
  const url = withoutCredentials(source);
  try {
    const response = await fetch(url, {
      credentials: "omit",
      signal: AbortSignal.timeout(limits.timeout),
      headers: { accept: "application/json, application/yaml, text/yaml, */*" },
    });
    if (!response.ok) fail(`the server answers ${response.status}`, url, "Check the address");
    const bytes = await readBounded(response, limits.size, url);
    // Relative references are resolved against the address that answered.
    return hashed(url, response.url, bytes);
  } catch (error) {
    if (error instanceof UnfoldError) throw error;
    return fail(reasonOf(error, limits), url, "Check the address and the network");
  }
}

function withoutCredentials(source: string): string {
  if (!URL.canParse(source)) return fail("this is no URL", source, "Check the address");
  const url = new URL(source);
  if (url.username === "" && url.password === "") return url.href;
  url.username = "";
  url.password = "";
  return fail("its address holds a user name or password", url.href, "Use a local copy");
}

async function readBounded(response: Response, size: number, url: string): Promise<Uint8Array> {
  const reader = response.body?.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let read = await reader?.read(); read?.done === false; read = await reader?.read()) {
    chunks.push(read.value);
    length += read.value.byteLength;
    if (length > size) {
      await reader?.cancel();
      fail(`the document is larger than ${size} bytes`, url, "Use a local copy");
    }
  }
  return Buffer.concat(chunks);
}

function reasonOf(error: unknown, { timeout }: Limits): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "TimeoutError") return `no answer within ${timeout / 1000} seconds`;
  return error.cause instanceof Error ? error.cause.message : error.message;
}

function fail(reason: string, url: string, hint: string): never {
  throw new UnfoldError({
    code: "unreadable-url",
    message: `${url} cannot be read: ${reason}`,
    location: { file: url },
    hint,
  });
}
