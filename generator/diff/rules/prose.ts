/** What a text says, whatever it is formatted with: HTML, Markdown, or where its lines break. */
import { decodeEntities } from "../../encode/entities.js";
import { type Change, change, type Spot } from "./change.js";

/** One change where a text says something else, with what it says; none where it only looks different. */
export function compareProse(
  before: string | undefined,
  after: string | undefined,
  spot: Spot,
): Change[] {
  if (before === after) return [];
  const [from, to] = [plain(before ?? ""), plain(after ?? "")];
  if (from === to) return [];
  return [change("docs-changed", spot, from || undefined, to || undefined)];
}

/** Another address behind the same words is another text; another font is not. */
export function plain(text: string): string {
  const tagless = text
    .replace(/<a\s[^<>]*?href="([^"<>]*)"[^<>]*>([^<>]*)<\/a>/gi, "[$2]($1)")
    .replace(/<\/?(?:a|b|code|em|i|span|strong|var)\b[^<>]*>/gi, "")
    .replace(/<\/?[a-z][^<>]*>/gi, " ");
  return decodeEntities(tagless)
    .replace(/[*_`]+/g, "")
    .replace(/\s+/g, " ")
    .replace(/ (?=[.,;:!?)])/g, "")
    .trim();
}
