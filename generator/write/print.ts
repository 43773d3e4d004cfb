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

/** @param longest how many characters are formatted at once, where statements allow */
export function createPrinter(symbols: Symbols, longest = LONGEST): Printer {
  const project = new Project({
    useInMemoryFileSystem: true,
    skipLoadingLibFiles: true,
    skipFileDependencyResolution: true,
  });

  function build(path: string, structure: ModuleStructure): readonly string[] {
    const file = project.createSourceFile(`${path}.ts`, structure);
    const starts = file.compilerNode.statements.map(({ pos }) => pos);
    const parts = partsOf(file.getFullText(), starts, longest);
    file.forget();
    return parts;
  }

  return {
    async print(module) {
      const { code, needs } = module.render(symbols);
      if (typeof code === "string") return { text: BANNER + code, needs };
      const [first = "", ...more] = build(module.path, code);
      const texts = [await formatted(first)];
      // Between statements an empty line is kept.
      for (const part of more) {
        texts.push(/^\s*\n\s*\n/.test(part) ? "\n" : "", await formatted(part));
      }
      return { text: BANNER + texts.join(""), needs };
    },
  };
}

function formatted(text: string): Promise<string> {
  return format(text, {
    // The same bytes as with the parser of the TypeScript compiler, for half the time.
    parser: "oxc-ts",
    plugins: [oxc, estree],
    printWidth: 100,
  });
}

/** In characters. Prettier goes through a whole text for each comment in it, and for other questions. */
const LONGEST = 200_000;

/** The text, cut between statements where it is long: a statement is formatted the same, whatever is before it. */
function partsOf(text: string, starts: readonly number[], longest: number): readonly string[] {
  const parts: string[] = [];
  let from = 0;
  for (const [n, start] of starts.entries()) {
    const end = starts[n + 1] ?? text.length;
    if (end - from <= longest || start === from) continue;
    parts.push(text.slice(from, start));
    from = start;
  }
  return [...parts, text.slice(from)];
}
