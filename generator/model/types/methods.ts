import type { HttpMethod } from "../../config/index.js";

/**
 * Whether params of which nothing else is said are a request's body; else they are its query. The runtime has the same
 * rule: see `templates/runtime/methods.ts`.
 */
export function hasBody(method: HttpMethod): boolean {
  return method === "POST" || method === "QUERY" || method === "PUT" || method === "PATCH";
}
