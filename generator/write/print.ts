/** File descriptions → text: ts-morph builds each module in one go, prettier formats it. */
import * as oxc from "@prettier/plugin-oxc";
import * as estree from "prettier/plugins/estree";
import { format } from "prettier/standalone";
import { Project } from "../support/compilers.js";
import type { ModuleDescription } from "../emit/code/file.js";
import type { ModuleStructure } from "../emit/code/imports.js";
import type { Symbols } from "../symbols/index.js";
import { BANNER } from "./banner.js";

export interface Printer {
  print(module: ModuleDescription): Promise<Printed>;
}

export interface Printed {
  readonly text: string;
  /** Paths of the modules that it imports or exports from, without extension. */
  readonly needs: readonly string[];
}

export function createPrinter(symbols: Symbols): Printer {
  const project = new Project({
    useInMemoryFileSystem: true,
    skipLoadingLibFiles: true,
    skipFileDependencyResolution: true,
  });

  function build(path: string, structure: ModuleStructure): string {
    const file = project.createSourceFile(`${path}.ts`, structure);
    const text = file.getFullText();
    file.forget();
    return text;
  }

  return {
    async print(module) {
      const { code, needs } = module.render(symbols);
      if (typeof code === "string") return { text: BANNER + code, needs };
      const text = await format(build(module.path, code), {
        // The same bytes as with the parser of the TypeScript compiler, for half the time.
        parser: "oxc-ts",
        plugins: [oxc, estree],
        printWidth: 100,
      });
      return { text: BANNER + text, needs };
    },
  };
}
