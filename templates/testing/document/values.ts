/** Long lists of values that several parameters take. The generator puts the document's own in their place. */
import type { Kinds } from "./data.js";

export const values: Kinds = {};
