import { exec } from "jsonpath-rfc9535";
import type { Json } from "../parse/json-value.js";

/** The places that a JSONPath query selects, each once, in the order of the engine. */
export function queryPaths(
  root: Json,
  path: string,
  fail: (reason: string) => never,
): readonly (readonly string[])[] {
  const places = new Map<string, string[]>();
  try {
    exec(root, path, (_, keys) => {
      const tokens = keys.map((key) => (typeof key === "number" ? String(key) : unescapeName(key)));
      places.set(JSON.stringify(tokens), tokens);
    });
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error));
  }
  return [...places.values()];
}

/** The engine gives names in the escaped form of normalized paths (RFC 9535, section 2.7). */
function unescapeName(name: string): string {
  return name.replace(/\\(?:u([0-9a-f]{4})|(.))/gs, (_, unit?: string, character?: string) => {
    if (unit !== undefined) return String.fromCharCode(Number.parseInt(unit, 16));
    return ESCAPES[character ?? ""] ?? character ?? "";
  });
}

const ESCAPES: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };
