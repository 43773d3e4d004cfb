/** File descriptions → text: ts-morph builds each module in one go, prettier formats it. */
import * as estree from "prettier/plugins/estree";
import * as typescript from "prettier/plugins/typescript";
import { format } from "prettier/standalone";
import { Project } from "ts-morph";
import type { FileDescription, ModuleDescription } from "../emit/file.js";
import { BANNER } from "./banner.js";

export interface Printer {
  print(file: FileDescription): Promise<string>;
}

export function createPrinter(): Printer {
  const project = new Project({
    useInMemoryFileSystem: true,
    skipLoadingLibFiles: true,
    skipFileDependencyResolution: true,
  });

  function build({ path, render }: ModuleDescription): string {
    const file = project.createSourceFile(`${path}.ts`, render());
    const text = file.getFullText();
    file.forget();
    return text;
  }

  return {
    async print(file) {
      switch (file.kind) {
        case "text":
          return file.text;
        case "module":
          return BANNER + (await formatted(build(file)));
      }
    },
  };
}

function formatted(text: string): Promise<string> {
  return format(text, {
    parser: "typescript",
    plugins: [typescript, estree],
    printWidth: 100,
  });
}
