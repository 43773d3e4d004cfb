import { fileURLToPath } from "node:url";

/** The package under test, as tests that write programs import it. */
export const entry =
  process.env["UNFOLD_ENTRY"] ??
  fileURLToPath(new URL("../../generated/src/index.js", import.meta.url));
