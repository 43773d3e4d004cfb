import { UnfoldError } from "../diagnostic.js";
import { type Bytes, hashed } from "./file.js";

const TIMEOUT_MS = 10_000;
const MAX_BYTES = 50 * 1024 * 1024;

/** Fetches a document by `http(s)`: without credentials, bounded in time and size. */
export async function fetchBytes(url: string): Promise<Bytes> {
  const { username, password } = new URL(url);
  if (username !== "" || password !== "") {
    return fail("a URL with a user name or password is not fetched", url, "Remove the credentials");
  }
  try {
    const response = await fetch(url, {
      credentials: "omit",
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: { accept: "application/json, application/yaml, text/yaml, */*" },
    });
    if (!response.ok) fail(`the server answers ${response.status}`, url, "Check the address");
    // Relative references are resolved against the address that answered.
    return hashed(url, response.url, await readBounded(response, url));
  } catch (error) {
    if (error instanceof UnfoldError) throw error;
    return fail(reasonOf(error), url, "Check the address and the network");
  }
}

async function readBounded(response: Response, url: string): Promise<Uint8Array> {
  const reader = response.body?.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let read = await reader?.read(); read?.done === false; read = await reader?.read()) {
    chunks.push(read.value);
    size += read.value.byteLength;
    if (size > MAX_BYTES) {
      await reader?.cancel();
      fail(`the document is larger than ${MAX_BYTES} bytes`, url, "Use a local copy");
    }
  }
  return Buffer.concat(chunks);
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "TimeoutError") return `no answer within ${TIMEOUT_MS / 1000} seconds`;
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
