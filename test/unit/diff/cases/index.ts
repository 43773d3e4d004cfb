/** For each rule a change that it names, and a program that meets the change: the compiler says whether it breaks. */
import type { Case } from "./base.js";
import { HEADERS } from "./headers.js";
import { OPERATIONS } from "./operations.js";
import { REQUESTS } from "./requests.js";
import { RESPONSES } from "./responses.js";
import { SCHEMAS } from "./schemas.js";

export { BASE, type Case } from "./base.js";
export { CLASS_BASE, CLASS_CASES, classDialect } from "./class.js";

export const CASES: readonly Case[] = [
  ...OPERATIONS,
  ...HEADERS,
  ...REQUESTS,
  ...RESPONSES,
  ...SCHEMAS,
];
