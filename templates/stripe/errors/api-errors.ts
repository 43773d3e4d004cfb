import type { ApiErrors } from "../api.js";

/** The error object of an answer; empty when the answer holds none. */
export function apiErrors(body: unknown): Partial<ApiErrors> {
  return typeof body === "object" && body && "error" in body && typeof body.error === "object"
    ? (body.error ?? {})
    : {};
}
