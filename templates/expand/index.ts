/**
 * Types that follow the paths that are asked for: what a response looks like then, and which paths may
 * be asked for. Types only; nothing here exists at run time.
 */
export type { CheckListPaths, CheckPaths } from "./check.js";
export type { Expand, Expanded } from "./expand.js";
export type { ExpandMap, Schemas } from "./map.js";
export type { ListPaths, Paths } from "./paths.js";
