import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { compile } from "./compile.js";

const root = new URL("../../../", import.meta.url);
const generated = fileURLToPath(new URL("generated/", root));
const modules = fileURLToPath(new URL("node_modules/", root));

/** A folder outside the repository where the generated package is installed as users get it. */
export interface Staged {
  readonly folder: string;
  /** The main entry of the installed package, for programs that stand elsewhere. */
  readonly entry: string;
  /** Writes a file of the consumer. */
  write(name: string, text: string): void;
  remove(): void;
}

/**
 * Installs `@unfold/stripe` (declarations only, which is all that a compiler reads of it) beside
 * today's `stripe` in a new folder.
 */
export async function stage(): Promise<Staged> {
  const folder = mkdtempSync(join(tmpdir(), "unfold-consumer-"));
  const target = join(folder, "node_modules/@unfold/stripe");
  mkdirSync(target, { recursive: true });
  cpSync(join(generated, "package.json"), join(target, "package.json"));
  await emitDeclarations(join(target, "dist/esm"));
  for (const [name, from] of [
    ["openapi-fetch", "openapi-fetch"],
    ["openapi-typescript-helpers", "openapi-typescript-helpers"],
    ["stripe", "stripe-latest"],
  ] as const) {
    if (existsSync(join(modules, from))) {
      symlinkSync(join(modules, from), join(folder, "node_modules", name));
    }
  }
  writeFileSync(join(folder, "package.json"), `{ "type": "module" }\n`);
  return {
    folder,
    entry: join(target, "dist/esm/index.js"),
    write: (name, text) => {
      writeFileSync(join(folder, name), text);
    },
    remove: () => {
      rmSync(folder, { recursive: true });
    },
  };
}

async function emitDeclarations(outDir: string): Promise<void> {
  const config = mkdtempSync(join(tmpdir(), "unfold-declarations-"));
  try {
    const { code, output } = await compile("7.0", config, [], {
      include: [join(generated, "src")],
      compilerOptions: {
        declaration: true,
        emitDeclarationOnly: true,
        noEmit: false,
        rootDir: join(generated, "src"),
        outDir,
      },
    });
    if (code !== 0) throw new Error(`generated/ does not compile:\n${output}`);
  } finally {
    rmSync(config, { recursive: true });
  }
}
