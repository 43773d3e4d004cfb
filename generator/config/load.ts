/** Finds and reads `unfold.config.{ts,js,json}`. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, extname, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Config } from "./index.js";
import { Inputs } from "../load/source/inputs.js";
import { parseConfig, type Problem } from "./schema.js";
import { type Location, UnfoldError } from "../support/diagnostic.js";

export const CONFIG_NAMES = ["ts", "js", "json"].map((extension) => `unfold.config.${extension}`);

/** `defineConfig` is found however Unfold is installed: by npx, globally, or by a package manager that hides packages. */
const OWN = {
  "unfold-openapi": fileURLToPath(new URL(`../index${extname(import.meta.url)}`, import.meta.url)),
};

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
      location: { file: path ?? CONFIG_NAMES[0] ?? "" },
      hint: "Create one with `unfold init`, or name a document: unfold generate api.yaml -o client",
    });
  }
  const config = parseConfig(await read(file));
  if ("projects" in config) return { config, cwd: dirname(file) };
  throw await unusable(file, config);
}

async function read(file: string): Promise<unknown> {
  try {
    const inputs = new Inputs(process.cwd(), (duplicate) => {
      throw new UnfoldError(duplicate);
    });
    // A device or a pipe is not imported either.
    const bytes = inputs.bytes(file);
    if (file.endsWith(".json")) return (await inputs.open(bytes)).root;
    const { createJiti } = await import("jiti");
    return await createJiti(import.meta.url, { alias: OWN }).import(file, { default: true });
  } catch (cause) {
    throw await unreadable(file, cause);
  }
}

async function unreadable(file: string, cause: unknown): Promise<UnfoldError> {
  if (cause instanceof UnfoldError) {
    return new UnfoldError({ ...cause.diagnostic, code: "bad-config" }, { cause });
  }
  const { placeIn, syntaxError } = await import("./place.js");
  const text = await readFile(file, "utf8").catch(() => "");
  const syntax = syntaxError(shown(file), text);
  const [reason] = (cause instanceof Error ? cause.message : String(cause)).split("\n");
  return new UnfoldError(
    {
      code: "bad-config",
      message: `the configuration cannot be read: ${syntax?.message ?? reason}`,
      location: syntax?.location ?? thrownAt(file, cause) ?? placeIn(shown(file), text, []),
      hint: "Correct the file; it exports defineConfig({ projects: [...] }).",
    },
    { cause },
  );
}

/** The place in the file where it has thrown. */
function thrownAt(file: string, cause: unknown): Location | undefined {
  const lines = cause instanceof Error ? (cause.stack ?? "").split("\n") : [];
  for (const line of lines) {
    // The column is one of the code that runs, which is not what was written.
    const [, name, at] = /([^\s(]+):(\d+):\d+\)?$/.exec(line) ?? [];
    if (name?.replace(/^file:\/\//, "") === file) return { file: shown(file), line: Number(at) };
  }
  return undefined;
}

async function unusable(file: string, problems: readonly Problem[]): Promise<UnfoldError> {
  const { placeIn } = await import("./place.js");
  const text = await readFile(file, "utf8");
  const [first] = problems;
  return new UnfoldError({
    code: "bad-config",
    message: problems.map(({ message }) => message).join("; "),
    location: placeIn(shown(file), text, first?.path ?? []),
    hint: first?.hint ?? "Correct it; `defineConfig` lets an editor check what you write.",
  });
}

/** A path as messages name it. */
function shown(file: string): string {
  return relative(process.cwd(), file).replaceAll("\\", "/");
}
