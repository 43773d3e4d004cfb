/** Media types (RFC 6838), as far as they decide how content is written and read. */

/** Type and subtype in lower case, without parameters. */
export function essence(mediaType: string): string {
  return (mediaType.split(";")[0] ?? "").trim().toLowerCase();
}

/** `application/json`, `text/json` and every `+json`; a wildcard counts as JSON. */
export function isJson(mediaType: string): boolean {
  return /^(?:(?:application|text)\/json|\*\/\*|application\/\*|[^/]+\/[^/]+\+json)$/.test(
    essence(mediaType),
  );
}

export function isText(mediaType: string): boolean {
  return /^(?:text\/|application\/(?:xml|[^/]+\+xml)$)/.test(essence(mediaType));
}

/** Server-sent events (HTML, section 9.2). */
export function isEventStream(mediaType: string): boolean {
  return essence(mediaType) === "text/event-stream";
}

/** One JSON value a line, under any of the names that this has. */
export function isJsonLines(mediaType: string): boolean {
  return /^application\/(?:x-)?(?:jsonl|jsonlines|json-lines|ndjson)$/.test(essence(mediaType));
}

/** JSON text sequences (RFC 7464; `+json-seq`: RFC 8091). */
export function isJsonSequence(mediaType: string): boolean {
  return /^(?:application\/json-seq|[^/]+\/[^/]+\+json-seq)$/.test(essence(mediaType));
}

/** A range such as `image/*` or `application/*+json`: it names no media type that could be sent. */
export function isRange(mediaType: string): boolean {
  return essence(mediaType).includes("*");
}

/** A media type in a range, for those who show how to send one: `image/png`. */
export function oneOfRange(range: string): string {
  const known: Readonly<Record<string, string>> = {
    "*/*": "application/json",
    "application/*": "application/json",
    "image/*": "image/png",
    "text/*": "text/plain",
    "audio/*": "audio/mpeg",
    "video/*": "video/mp4",
  };
  return (
    known[essence(range)] ?? essence(range).replace(/^\*/, "application").replace("*", "example")
  );
}

/** JSON and forms: content that is made of values, not sent as it is. */
export function isStructured(mediaType: string): boolean {
  const type = essence(mediaType);
  return (
    isJson(mediaType) ||
    type === "application/x-www-form-urlencoded" ||
    type === "multipart/form-data"
  );
}
