/** Generates many clients side by side, for one program: they share one copy of the runtime. */
import { existsSync } from "node:fs";
import { mkdir, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Built, build } from "../../generator/build.js";
import { temporaryFolder } from "./typecheck.js";

export interface Workshop {
  readonly path: string;
  /** Writes the client of `openapi.yaml` or `openapi.json` in `folder` to `<name>/client`. */
  generate(name: string, folder: string): Promise<Built>;
  remove(): Promise<void>;
}

export async function createWorkshop(): Promise<Workshop> {
  const { path, remove } = await temporaryFolder();
  await writeFile(join(path, "package.json"), '{ "type": "module" }');

  async function generate(name: string, folder: string): Promise<Built> {
    const source = existsSync(join(folder, "openapi.json")) ? "openapi.json" : "openapi.yaml";
    const client = join(path, name, "client");
    const built = await build({ name, document: source, output: client }, { cwd: folder });
    const shared = join(path, "runtime");
    const isFirst = !existsSync(shared);
    for (const [file, text] of built.output) {
      const isShared = file.startsWith("runtime/");
      if (isShared && !isFirst) continue;
      const to = join(isShared ? path : client, file);
      await mkdir(dirname(to), { recursive: true });
      await writeFile(to, text);
    }
    await symlink(shared, join(client, "runtime"));
    return built;
  }

  return { path, generate, remove };
}
