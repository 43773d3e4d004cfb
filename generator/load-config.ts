/** Finds and reads `unfold.config.{ts,js,json}`. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { createJiti } from "jiti";
import type { Config } from "./config.js";
import { UnfoldError } from "./diagnostic.js";

const NAMES = ["ts", "js", "json"].map((extension) => `unfold.config.${extension}`);

export interface LoadedConfig {
  readonly config: Config;
  /** Absolute path of its folder: what the paths in it are relative to. */
  readonly cwd: string;
  readonly file: string;
}

/** `path` names the file; without it the first of the known names in `cwd` is taken. */
export async function loadConfig(cwd: string, path?: string): Promise<LoadedConfig> {
  const candidates =
    path === undefined ? NAMES.map((name) => join(cwd, name)) : [resolve(cwd, path)];
  const file = candidates.find((candidate) => existsSync(candidate));
  if (file === undefined) {
    throw new UnfoldError({
      code: "missing-config",
      message: path === undefined ? "there is no unfold.config.ts here" : `${path} does not exist`,
      location: { file: path ?? cwd },
      hint: "Create one, or name a document: unfold generate api.yaml -o client",
    });
  }
  return { config: checkConfig(await read(file), file), cwd: dirname(file), file };
}

async function read(file: string): Promise<unknown> {
  try {
    if (file.endsWith(".json")) return JSON.parse(await readFile(file, "utf8"));
    return await createJiti(import.meta.url).import(file, { default: true });
  } catch (cause) {
    throw new UnfoldError(
      {
        code: "bad-config",
        message: `the configuration cannot be read: ${cause instanceof Error ? cause.message : cause}`,
        location: { file },
        hint: "Correct the file; it exports defineConfig({ projects: [...] }).",
      },
      { cause },
    );
  }
}

function checkConfig(value: unknown, file: string): Config {
  const projects: unknown =
    typeof value === "object" && value !== null && "projects" in value ? value.projects : undefined;
  if (!Array.isArray(projects) || projects.length === 0) throw bad(file, "it lists no projects");
  for (const [n, project] of projects.entries()) {
    for (const field of ["name", "document", "output"]) {
      const text: unknown = typeof project === "object" && project !== null ? project[field] : "";
      if (typeof text !== "string" || text === "")
        throw bad(file, `projects[${n}].${field} is missing`);
    }
  }
  return value as Config;
}

function bad(file: string, why: string): UnfoldError {
  return new UnfoldError({
    code: "bad-config",
    message: `the configuration is not usable: ${why}`,
    location: { file },
    hint: "Each project needs a name, a document and an output folder.",
  });
}
