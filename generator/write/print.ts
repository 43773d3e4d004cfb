/** Module descriptions → text: ts-morph builds each module in one go, prettier formats what is not laid out yet. */
import * as oxc from "@prettier/plugin-oxc";
import * as estree from "prettier/plugins/estree";
import { format } from "prettier/standalone";
import { IndentationText, Project } from "../support/compilers.js";
import type { ModuleDescription } from "../emit/code/file.js";
import type { Part } from "../emit/code/module.js";
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

/** Statements that stand together in a module, in their order. */
interface Chunk {
  readonly text: string;
  readonly isLaidOut: boolean;
  /** Whether an empty line goes before it. */
  readonly isSpaced: boolean;
}

/** @param longest how many characters are formatted at once, where statements allow */
export function createPrinter(symbols: Symbols, longest = LONGEST): Printer {
  const project = new Project({
    useInMemoryFileSystem: true,
    skipLoadingLibFiles: true,
    skipFileDependencyResolution: true,
    manipulationSettings: { indentationText: IndentationText.TwoSpaces },
  });

  /** The text of each statement that ts-morph makes of the parts. */
  function build(path: string, parts: readonly Part[]): readonly Chunk[] {
    const statements = parts.map(({ code, isSpaced: spaced }) => {
      if (typeof code === "string") return spaced ? `\n${code}` : code;
      return spaced ? { ...code, leadingTrivia: "\n" } : code;
    });
    const file = project.createSourceFile(`${path}.ts`, { statements });
    const full = file.getFullText();
    const chunks = file.compilerNode.statements.map(({ pos, end }, n): Chunk => {
      const text = full.slice(pos, end);
      return { text: text.trim(), isLaidOut: false, isSpaced: n > 0 && /^\s*\n\s*\n/.test(text) };
    });
    file.forget();
    // A text may hold several statements: then nobody knows which part a statement is of.
    const isOneEach = chunks.length === parts.length;
    return isOneEach
      ? chunks.map((chunk, n) => ({ ...chunk, isLaidOut: parts[n]?.isLaidOut === true }))
      : chunks;
  }

  return {
    async print(module) {
      const { parts, needs } = module.render(symbols);
      const isDone = parts.every(({ code, isLaidOut }) => typeof code === "string" && isLaidOut);
      const chunks = isDone ? textsOf(parts) : joined(build(module.path, parts), longest);
      const texts: string[] = [];
      for (const { text, isLaidOut, isSpaced: spaced } of chunks) {
        texts.push(spaced ? "\n" : "", isLaidOut ? `${text}\n` : await formatted(text));
      }
      return { text: BANNER + texts.join(""), needs };
    },
  };
}

function textsOf(parts: readonly Part[]): readonly Chunk[] {
  return parts.map(({ code, ...rest }) => ({ text: String(code), ...rest }));
}

/**
 * Neighbours that are to be formatted, in one text: a statement is formatted the same, whatever is before it. Long
 * texts stay apart: prettier goes through a whole text for each comment in it, and for other questions.
 */
function joined(chunks: readonly Chunk[], longest: number): readonly Chunk[] {
  const result: Chunk[] = [];
  for (const chunk of chunks) {
    const last = result.at(-1);
    const isAlike = last !== undefined && last.isLaidOut === chunk.isLaidOut;
    if (!isAlike || last.text.length + chunk.text.length > longest) result.push(chunk);
    else {
      const text = `${last.text}${chunk.isSpaced ? "\n\n" : "\n"}${chunk.text}`;
      result[result.length - 1] = { ...last, text };
    }
  }
  return result;
}

function formatted(text: string): Promise<string> {
  return format(text, {
    // The same bytes as with the parser of the TypeScript compiler, for half the time.
    parser: "oxc-ts",
    plugins: [oxc, estree],
    printWidth: 100,
  });
}

/** In characters. */
const LONGEST = 200_000;
