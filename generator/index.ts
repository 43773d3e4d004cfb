/** What the package `unfold` exports: for configurations, and for programs that generate. */
export {
  type Config,
  defineConfig,
  type Dialect,
  type PackageInfo,
  type Project,
} from "./config.js";
export { type Diagnostic, UnfoldError } from "./diagnostic.js";
export { type Generated, generate, type GenerateOptions } from "./main.js";
