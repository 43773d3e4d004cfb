/**
 * Types that follow `expand[]`: what an answer looks like once certain paths were asked for, and
 * which paths may be asked for. Types only; nothing here exists at run time.
 */
export type { CheckListPaths, CheckPaths } from "./check.js";
export type { Expand, Expanded } from "./expand.js";
export type { ExpandMap, Schemas } from "./map.js";
export type { ListPaths, Paths } from "./paths.js";
