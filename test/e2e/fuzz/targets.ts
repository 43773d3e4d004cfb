/** What `npm run test:fuzz` tries, besides documents: each gives its failures as text. */
import { fuzz as errors } from "./errors.js";
import { fuzz as ids } from "./ids.js";
import { fuzz as webhooks } from "./webhooks.js";

export type Fuzz = (seed: number, runs: number) => Promise<readonly string[]>;

export const TARGETS: Readonly<Record<string, Fuzz>> = { ids, errors, webhooks };
