/** The settings under which a TypeScript consumer has to compile. */
import type { Consumer } from "./consumer.js";

export const RESOLUTIONS = ["nodenext", "bundler"] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

/** Where the platform's types (`Response`, `AbortSignal`) come from. */
export interface Platform {
  readonly dom: boolean;
  /** `@types/node` */
  readonly node: boolean;
}

export const PLATFORMS: readonly Platform[] = [
  { dom: true, node: false },
  { dom: false, node: false },
  { dom: true, node: true },
  { dom: false, node: true },
];

/** What the compiler says of the program; the declarations of libraries are checked too. */
export function compile(
  { run }: Consumer,
  resolution: Resolution,
  { dom, node }: Platform,
): Promise<string> {
  const flags = ["--lib", dom ? "es2022,dom,dom.iterable" : "es2022"];
  if (node) flags.push("--types", "node");
  // Declarations that name a platform's types are only right where there is a platform.
  if (!dom && !node) flags.push("--skipLibCheck");
  return run("tsc", "-p", `sources/${resolution}.json`, "--pretty", "false", ...flags);
}
