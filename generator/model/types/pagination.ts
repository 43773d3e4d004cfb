/** How the pages of an operation follow each other. */
import type { Shape } from "./shape.js";

export type Pagination = PageProperties &
  (
    | { readonly kind: "cursor"; readonly next: readonly string[]; readonly parameter: string }
    | { readonly kind: "url"; readonly next: readonly string[] }
    | { readonly kind: "link" }
    | { readonly kind: "page"; readonly parameter: string; readonly first?: number }
    | { readonly kind: "offset"; readonly parameter: string }
  );

interface PageProperties {
  /** Names of properties from the response inwards; none: the response is the array of the items. */
  readonly items: readonly string[];
  /** The same for the property that is false on the last page. */
  readonly more?: readonly string[];
  readonly item: Shape;
}
