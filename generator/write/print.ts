/** Module descriptions → text: ts-morph builds each module in one go, prettier formats what is not laid out yet. */
import * as oxc from "@prettier/plugin-oxc";
import * as estree from "prettier/plugins/estree";
import { format } from "prettier/standalone";
import type { StatementStructures } from "ts-morph";
import { IndentationText, Project } from "../support/compilers.js";
import type { ModuleDescription } from "../emit/code/file.js";
import type { Part } from "../emit/code/module.js";
import type { Symbols } from "../symbols/index.js";
import { BANNER } from "./banner.js";
import { Outline } from "./outline.js";

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

  /** The text of each structure, as ts-morph writes it. */
  function build(path: string, statements: readonly StatementStructures[]): readonly string[] {
    const outline = new Outline(statements);
    return outline.complete(written(path, outline.structures)) ?? written(path, statements);
  }

  function written(path: string, statements: readonly StatementStructures[]): readonly string[] {
    const file = project.createSourceFile(`${path}.ts`, { statements: [...statements] });
    // Where the next parameter is on a line of its own, ts-morph leaves the space that goes before it.
    const full = file.getFullText();
    const texts = file.compilerNode.statements.map(({ pos, end }) =>
      full.slice(pos, end).trim().replaceAll(", \n", ",\n"),
    );
    file.forget();
    return texts;
  }

  /** Parts as text: what is text already stays as it is. */
  function textsOf(path: string, parts: readonly Part[]): readonly Chunk[] {
    const structures = parts.flatMap(({ code }) => (typeof code === "string" ? [] : code));
    const built = (structures.length === 0 ? [] : build(path, structures)).values();
    return parts.map(({ code, ...rest }) => ({
      ...rest,
      text: typeof code === "string" ? code : String(built.next().value),
    }));
  }

  return {
    async print(module) {
      const { parts, needs } = module.render(symbols);
      const texts: string[] = [];
      for (const { text, isLaidOut, isSpaced: spaced } of joined(
        textsOf(module.path, parts),
        longest,
      )) {
        texts.push(spaced ? "\n" : "", isLaidOut ? `${text}\n` : await formatted(text));
      }
      return { text: BANNER + texts.join(""), needs };
    },
  };
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
