import type { B } from "./client/index.js";

({ described: {}, nullable: {}, read: {} }) satisfies B;
// @ts-expect-error
({ nullable: null }) satisfies B;
