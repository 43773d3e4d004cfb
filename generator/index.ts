/** What the package `unfold` exports: for configurations, and for programs that generate. */
export {
  type Config,
  defineConfig,
  type Dialect,
  type PackageInfo,
  type Project,
} from "./config/index.js";
export { type Diagnostic, UnfoldError } from "./support/diagnostic.js";
export { type Generated, generate, type GenerateOptions } from "./run/generate.js";
