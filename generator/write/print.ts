/** File descriptions → text: ts-morph builds each module in one go, prettier formats it. */
import * as oxc from "@prettier/plugin-oxc";
import * as estree from "prettier/plugins/estree";
import { format } from "prettier/standalone";
import { Project } from "../support/compilers.js";
import type { ModuleDescription } from "../emit/code/file.js";
import type { ModuleStructure } from "../emit/code/imports.js";
import { BANNER } from "./banner.js";

export interface Printer {
  print(module: ModuleDescription): Promise<string>;
}

export function createPrinter(): Printer {
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
      const rendered = module.render();
      if (typeof rendered === "string") return BANNER + rendered;
      const text = await format(build(module.path, rendered), {
        // The same bytes as with the parser of the TypeScript compiler, for half the time.
        parser: "oxc-ts",
        plugins: [oxc, estree],
        printWidth: 100,
      });
      return BANNER + text;
    },
  };
}
