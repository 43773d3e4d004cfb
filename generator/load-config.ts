/** Finds and reads `unfold.config.{ts,js,json}`. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { Config } from "./config.js";
import { parseConfig } from "./config-schema.js";
import { UnfoldError } from "./diagnostic.js";

export const CONFIG_NAMES = ["ts", "js", "json"].map((extension) => `unfold.config.${extension}`);

export interface LoadedConfig {
  readonly config: Config;
  /** Absolute path of its folder: what the paths in it are relative to. */
  readonly cwd: string;
}

/** `path` names the file; without it the first of the known names in `cwd` is taken. */
export async function loadConfig(cwd: string, path?: string): Promise<LoadedConfig> {
  const names = path === undefined ? CONFIG_NAMES : [path];
  const file = names.map((name) => resolve(cwd, name)).find((candidate) => existsSync(candidate));
  if (file === undefined) {
    throw new UnfoldError({
      code: "missing-config",
      message: path === undefined ? "there is no unfold.config.ts here" : `${path} does not exist`,
      location: { file: path ?? join(cwd, CONFIG_NAMES[0] ?? "") },
      hint: "Create one with `unfold init`, or name a document: unfold generate api.yaml -o client",
    });
  }
  const config = parseConfig(await read(file));
  if ("projects" in config) return { config, cwd: dirname(file) };
  throw new UnfoldError({
    code: "bad-config",
    message: `the configuration is not usable: ${config.join("; ")}`,
    location: { file },
    hint: "Correct it; `defineConfig` lets an editor check what you write.",
  });
}

async function read(file: string): Promise<unknown> {
  try {
    if (file.endsWith(".json")) return JSON.parse(await readFile(file, "utf8"));
    const { createJiti } = await import("jiti");
    return await createJiti(import.meta.url).import(file, { default: true });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UnfoldError(
      {
        code: "bad-config",
        message: `the configuration cannot be read: ${reason}`,
        location: { file },
        hint: "Correct the file; it exports defineConfig({ projects: [...] }).",
      },
      { cause },
    );
  }
}
