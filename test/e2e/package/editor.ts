/** What an editor shows to someone who has installed the package. */
import { join } from "node:path";
import ts from "typescript";

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: [],
  strict: true,
};

export interface Hover {
  readonly type: string;
  /** The comment, as text of one line. */
  readonly docs: string;
}

/** An editor with one open file in a folder. Texts given to it mark a position by `|`. */
export class PackageEditor {
  readonly #file: string;
  readonly #prelude: string;
  readonly #service: ts.LanguageService;
  #text = "";
  #version = 0;

  constructor(folder: string, prelude: string) {
    this.#file = join(folder, "open.ts");
    this.#prelude = prelude;
    this.#service = ts.createLanguageService({
      getScriptFileNames: () => [this.#file],
      getScriptVersion: (name) => (name === this.#file ? String(this.#version) : "0"),
      getScriptSnapshot: (name) => {
        const text = name === this.#file ? this.#text : ts.sys.readFile(name);
        return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
      },
      getCurrentDirectory: () => folder,
      getCompilationSettings: () => OPTIONS,
      getDefaultLibFileName: (options) => ts.getDefaultLibFilePath(options),
      fileExists: (name) => name === this.#file || ts.sys.fileExists(name),
      readFile: (name) => (name === this.#file ? this.#text : ts.sys.readFile(name)),
    });
  }

  /** What is offered at the mark, sorted. */
  completions(marked: string): string[] {
    const found = this.#service.getCompletionsAtPosition(this.#file, this.#open(marked), {});
    return (found?.entries ?? []).map(({ name }) => name).sort();
  }

  /** What is shown when the pointer rests on the mark. */
  hover(marked: string): Hover {
    const info = this.#service.getQuickInfoAtPosition(this.#file, this.#open(marked));
    return {
      type: ts.displayPartsToString(info?.displayParts),
      docs: ts.displayPartsToString(info?.documentation).replaceAll(/\s+/g, " "),
    };
  }

  /** What is shown while the arguments of a call are typed: its signature, and each parameter. */
  parameters(marked: string): readonly string[] {
    const help = this.#service.getSignatureHelpItems(this.#file, this.#open(marked), undefined);
    const parameters = help?.items[0]?.parameters ?? [];
    return parameters.map(({ displayParts }) => ts.displayPartsToString(displayParts));
  }

  #open(marked: string): number {
    const [before = "", after = ""] = marked.split("|");
    this.#text = this.#prelude + before + after;
    this.#version += 1;
    return this.#prelude.length + before.length;
  }
}
