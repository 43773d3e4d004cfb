/** The places of a program that name what a change concerns. */
import type { Node, Program, SourceFile } from "typescript";
import type { Change } from "../diff/index.js";
import { ts } from "../support/compilers.js";
import { changesOf, type Names } from "./causes.js";

export interface Found {
  readonly file: SourceFile;
  readonly start: number;
  readonly causes: readonly Change[];
}

/** One for each line, at the first name. Imports alone use nothing. */
export function usesOf(
  program: Program,
  files: readonly SourceFile[],
  names: Names,
): readonly Found[] {
  if (names.size === 0) return [];
  const checker = program.getTypeChecker();
  const lines = new Map<string, { file: SourceFile; start: number; causes: Set<Change> }>();
  for (const file of files) {
    const visit = (node: Node): void => {
      if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
      const causes = changesOf(node, checker, names).filter(isTold);
      if (causes.length > 0) {
        const start = node.getStart(file);
        const key = `${file.fileName}:${file.getLineAndCharacterOfPosition(start).line}`;
        const line = lines.get(key) ?? { file, start, causes: new Set() };
        for (const cause of causes) line.causes.add(cause);
        lines.set(key, line);
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return Array.from(lines.values(), ({ causes, ...line }) => ({ ...line, causes: [...causes] }));
}

/** What only the words of the documentation say is no reason to look at a line. */
function isTold({ rule }: Change): boolean {
  return rule !== "docs-changed";
}
