/** References between named schemas. */
import { escapeToken, unescapeToken } from "../../openapi/pointer.js";
import type { Shape } from "./index.js";

const COMPONENT = "#/components/schemas/";

/** `#/components/schemas/checkout.session` → `checkout.session`; undefined for any other reference. */
export function componentKey(ref: string): string | undefined {
  const token = ref.startsWith(COMPONENT) ? ref.slice(COMPONENT.length) : "/";
  return token.includes("/") ? undefined : unescapeToken(token);
}

/** `checkout.session` → `#/components/schemas/checkout.session`. */
export function schemaRef(key: string): string {
  return COMPONENT + escapeToken(key);
}

/** The keys of all schemas that a shape, or whatever holds shapes, refers to. */
export function keysIn(value: unknown, keys: string[] = []): string[] {
  if (typeof value !== "object" || value === null) return keys;
  for (const [name, inner] of Object.entries(value)) {
    const key = name === "$ref" && typeof inner === "string" ? componentKey(inner) : undefined;
    if (key === undefined) keysIn(inner, keys);
    else keys.push(key);
  }
  return keys;
}

/** The key of the schema that a shape is a reference to. */
export function keyOf({ $ref }: Shape): string | undefined {
  return $ref === undefined ? undefined : componentKey($ref);
}
