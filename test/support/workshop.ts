/** Generates many clients side by side, for one program: they share one copy of the runtime. */
import { existsSync } from "node:fs";
import { cp, mkdir, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Project } from "../../generator/config/index.js";
import { type Built, build } from "../../generator/run/build.js";
import { temporaryFolder } from "./typecheck.js";

type Settings = Pick<Project, "calls" | "raw" | "resources">;

export interface Workshop {
  readonly path: string;
  /** Writes the client of `openapi.yaml` or `openapi.json` in `folder` to `<name>/client`. */
  generate(name: string, folder: string, settings?: Settings): Promise<Built>;
  remove(): Promise<void>;
}

export async function createWorkshop(): Promise<Workshop> {
  const { path, remove } = await temporaryFolder();
  await writeFile(join(path, "package.json"), '{ "type": "module" }');
  const runtime = join(path, "runtime");
  await cp(new URL("../../templates/runtime", import.meta.url), runtime, { recursive: true });

  async function generate(name: string, folder: string, settings?: Settings): Promise<Built> {
    const source = existsSync(join(folder, "openapi.json")) ? "openapi.json" : "openapi.yaml";
    const client = join(path, name, "client");
    const built = await build(
      { name, document: source, output: client, ...settings },
      { cwd: folder },
    );
    for (const [file, text] of built.output) {
      if (file.startsWith("runtime/")) continue;
      const to = join(client, file);
      await mkdir(dirname(to), { recursive: true });
      await writeFile(to, text);
    }
    await symlink(runtime, join(client, "runtime"));
    return built;
  }

  return { path, generate, remove };
}
