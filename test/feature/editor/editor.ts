import { existsSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: true,
  noEmit: true,
};

/** Where the text of a test pretends to stand: beside `api.ts`. */
const probe = fileURLToPath(new URL("../types/probe.ts", import.meta.url));

const prelude = `import {
  type Client, getCheckoutSessions, getCustomersCustomer, postCheckoutSessionsSessionExpire,
} from "./api.js";
declare const client: Client;
`;

/**
 * An editor with one open file. Texts given to it mark positions by `|`; the operations that the
 * tests call are imported by name, as users do, and `client` is a client.
 */
export class Editor {
  #text = "";
  #version = 0;
  readonly #prelude: string;
  readonly #file: string;
  readonly #service: ts.LanguageService;

  /**
   * `head`: what stands before every text, in the place of the imports and the client. `file`: where the text pretends to
   * stand.
   */
  constructor(head = prelude, file = probe) {
    this.#prelude = head;
    this.#file = file;
    const isOpen = (name: string): boolean => name === file;
    this.#service = ts.createLanguageService({
      getScriptFileNames: () => [file],
      getScriptVersion: (name) => (isOpen(name) ? String(this.#version) : "0"),
      getScriptSnapshot: (name) => {
        if (isOpen(name)) return ts.ScriptSnapshot.fromString(this.#text);
        return existsSync(name)
          ? ts.ScriptSnapshot.fromString(readFileSync(name, "utf8"))
          : undefined;
      },
      getCurrentDirectory: () => dirname(file),
      getCompilationSettings: () => options,
      getDefaultLibFileName: (o) => ts.getDefaultLibFilePath(o),
      fileExists: (name) => isOpen(name) || ts.sys.fileExists(name),
      readFile: (name) => (isOpen(name) ? this.#text : ts.sys.readFile(name)),
      readDirectory: (...args) => ts.sys.readDirectory(...args),
      directoryExists: (name) => ts.sys.directoryExists(name),
      getDirectories: (name) => ts.sys.getDirectories(name),
    });
  }

  /** What is offered at the mark, in the order of the alphabet. */
  completions(marked: string): string[] {
    const [position = 0] = this.#open(marked);
    const found = this.#service.getCompletionsAtPosition(this.#file, position, {});
    return (found?.entries ?? []).map(({ name }) => name).sort();
  }

  /** What is shown when the pointer rests on each mark. */
  hovers(marked: string): string[] {
    return this.#open(marked).map((position) => {
      const info = this.#service.getQuickInfoAtPosition(this.#file, position);
      return ts.displayPartsToString(info?.displayParts);
    });
  }

  /** The tags of the comments that are shown there, `@throws {StripeError}`. */
  tags(marked: string): string[][] {
    return this.#open(marked).map((position) => {
      const { tags = [] } = this.#service.getQuickInfoAtPosition(this.#file, position) ?? {};
      return tags.map(({ name, text }) => `@${name} ${ts.displayPartsToString(text)}`);
    });
  }

  /** Where "go to definition" at the mark leads: the text of the definition. */
  definitions(marked: string): string[] {
    const [position = 0] = this.#open(marked);
    const found = this.#service.getDefinitionAtPosition(this.#file, position) ?? [];
    return found.map(({ fileName, contextSpan, textSpan }) => {
      const { start, length } = contextSpan ?? textSpan;
      return readFileSync(fileName, "utf8").slice(start, start + length);
    });
  }

  /** The messages of all errors. */
  errors(text: string): string[] {
    this.#open(text);
    const found = [
      ...this.#service.getSyntacticDiagnostics(this.#file),
      ...this.#service.getSemanticDiagnostics(this.#file),
    ];
    return found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
  }

  #open(marked: string): number[] {
    const parts = marked.split("|");
    this.#text = this.#prelude + parts.join("");
    this.#version += 1;
    let position = this.#prelude.length;
    return parts.slice(0, -1).map((part) => (position += part.length));
  }
}
