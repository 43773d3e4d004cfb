/** The generator puts what it knows of the document in the place of this. */
import type { TestDocument } from "./data.js";

export const document: TestDocument = { nested: true, bases: ["/v1"] };
