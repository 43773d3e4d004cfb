/** Kinds by schema. The generator puts the document's own in their place. */
import type { Kinds } from "./data.js";

export const kinds: Kinds = {};
