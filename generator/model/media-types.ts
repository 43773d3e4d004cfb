/** Media types (RFC 6838), as far as they decide how content is written and read. */

/** Type and subtype in lower case, without parameters. */
export function essence(mediaType: string): string {
  return (mediaType.split(";")[0] ?? "").trim().toLowerCase();
}

/** `application/json` and every `+json`; a wildcard counts as JSON. */
export function isJson(mediaType: string): boolean {
  return /^(?:application\/json|\*\/\*|application\/\*|[^/]+\/[^/]+\+json)$/.test(
    essence(mediaType),
  );
}

export function isText(mediaType: string): boolean {
  return /^(?:text\/|application\/(?:xml|[^/]+\+xml)$)/.test(essence(mediaType));
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
