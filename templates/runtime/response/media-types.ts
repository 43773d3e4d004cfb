import type { Incoming } from "./incoming.js";
import type { Reader, Reading } from "./read.js";

/** JSON, or undefined where a response has no body. */
export async function optional(response: Incoming): Promise<unknown> {
  const text = await response.text();
  try {
    return text ? JSON.parse(text) : undefined;
  } catch {
    throw new SyntaxError("The response is not JSON", { cause: text });
  }
}

/** Reads each response as the media type it has: one of those given, else one that is alike, else the first. */
export function byMediaType(readers: { readonly [mediaType: string]: Reader }): Reader {
  return (response: Incoming, reading: Reading): unknown => {
    const given = essence(response.headers.get("content-type") ?? "");
    const entries = Object.entries(readers);
    const [, read] =
      entries.find(([mediaType]) => essence(mediaType) === given) ??
      entries.find(([mediaType]) => isAlike(essence(mediaType), given)) ??
      entries[0] ??
      [];
    return (read ?? optional)(response, reading);
  };
}

function essence(mediaType: string): string {
  return (mediaType.split(";")[0] ?? "").trim().toLowerCase();
}

/** A range that includes the type, or another kind of JSON. */
function isAlike(mediaType: string, given: string): boolean {
  const json = /\bjson$/;
  return (
    mediaType === "*/*" ||
    (mediaType.endsWith("/*") && given.startsWith(mediaType.slice(0, -1))) ||
    (json.test(mediaType) && json.test(given))
  );
}
