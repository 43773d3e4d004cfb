/** What the dialect adds to the main entry. */
export { AdriftError, HarbourError } from "./errors.js";
export type { HarbourList } from "./lists.js";
export type { ListPromise } from "./pages.js";
export { openNotice } from "./notices.js";
