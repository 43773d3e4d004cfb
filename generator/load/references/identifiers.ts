import type { SourceFile } from "../source/file.js";
import { isObject, type Json } from "../parse/json-value.js";
import type { Origin } from "../places/origins.js";

/** Absolute URIs (with an anchor as fragment, or without one) to the schemas that carry them. */
export type Identifiers = Map<string, Origin>;

/**
 * Notes every `$id`, `$anchor` and `$dynamicAnchor` of a file.
 * Source: JSON Schema 2020-12 Core, section 8.2.
 */
export function collectIdentifiers(file: SourceFile, identifiers: Identifiers): void {
  visit(file.root, file.url, []);

  function visit(value: Json, base: string, tokens: readonly string[]): void {
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) visit(item, base, [...tokens, String(index)]);
      return;
    }
    if (!isObject(value)) return;
    const uri = typeof value["$id"] === "string" ? absolute(value["$id"], base) : base;
    if (uri !== base) note(uri);
    for (const keyword of ["$anchor", "$dynamicAnchor"]) {
      const anchor = value[keyword];
      if (typeof anchor === "string") note(`${uri}#${anchor}`);
    }
    for (const [key, item] of Object.entries(value)) visit(item, uri, [...tokens, key]);

    function note(identifier: string): void {
      if (!identifiers.has(identifier)) identifiers.set(identifier, { file, tokens });
    }
  }
}

/** The base URI at a node of a file: the nearest `$id` on the way to it. */
export function baseAt(file: SourceFile, tokens: readonly string[]): string {
  let base = file.url;
  let value: Json | undefined = file.root;
  for (const token of tokens) {
    if (isObject(value) && typeof value["$id"] === "string") base = absolute(value["$id"], base);
    value = Array.isArray(value)
      ? value[Number(token)]
      : isObject(value)
        ? value[token]
        : undefined;
  }
  return base;
}

/** `reference` without its fragment, resolved against `base`; `base` itself when that is not a URI. */
export function absolute(reference: string, base: string): string {
  const uri = reference.split("#", 1)[0] ?? "";
  if (uri === "") return base;
  return URL.canParse(uri, base) ? new URL(uri, base).href : base;
}
