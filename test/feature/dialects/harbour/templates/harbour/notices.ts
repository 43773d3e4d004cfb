import type { Event } from "./api.js";
import { HarbourError } from "./errors.js";

/** Checks that Harbour sent a notice: `seal` is the header `harbour-seal`, the SHA-256 of key and text. */
export async function openNotice(text: string, seal: string, key: string): Promise<Event> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(key + text));
  const hex = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0"));
  if (hex.join("") !== seal) throw new HarbourError("The seal is broken");
  return JSON.parse(text) as Event;
}
