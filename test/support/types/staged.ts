import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packed, ROOT } from "../package/packed.js";

/** A folder outside the repository where the generated package is installed as users get it. */
export interface Staged {
  readonly folder: string;
  /** The main entry of the installed package, for programs that stand elsewhere. */
  readonly entry: string;
  /** Writes a file of the consumer. */
  write(name: string, text: string): void;
  remove(): void;
}

/** Installs `@unfold/stripe` beside today's `stripe`, in a Node project: both may use `@types/node`. */
export async function stage(): Promise<Staged> {
  const folder = mkdtempSync(join(tmpdir(), "unfold-consumer-"));
  const modules = join(folder, "node_modules");
  mkdirSync(modules);
  const { folder: installed } = await packed();
  for (const name of ["@unfold", "openapi-fetch", "openapi-typescript-helpers"]) {
    cpSync(join(installed, "node_modules", name), join(modules, name), { recursive: true });
  }
  for (const [name, from] of [
    ["stripe", "stripe-latest"],
    ["@types", "@types"],
    ["undici-types", "undici-types"],
  ] as const) {
    symlinkSync(join(ROOT, "node_modules", from), join(modules, name));
  }
  writeFileSync(join(folder, "package.json"), `{ "type": "module" }\n`);
  return {
    folder,
    entry: join(modules, "@unfold/stripe/dist/esm/index.js"),
    write: (name, text) => {
      writeFileSync(join(folder, name), text);
    },
    remove: () => {
      rmSync(folder, { recursive: true });
    },
  };
}
