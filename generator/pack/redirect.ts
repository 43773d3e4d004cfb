/** Declarations written into another module: their imports come from where the names are then. */
import type { ExportDeclaration, Node, SourceFile, Statement, StringLiteral } from "typescript";
import { ts } from "../support/compilers.js";
import {
  declaredBy,
  importedBy,
  type Imported,
  resolveSpecifier,
  specifierIn,
  specifierOf,
} from "./modules.js";

/** The module in which a name of a module is declared now. */
export type Target = (imported: Imported) => string;

export interface Part {
  readonly module: string;
  readonly file: SourceFile;
}

/** @param isKept - which of the statements, besides imports */
export function redirect(
  parts: readonly Part[],
  into: string,
  target: Target,
  isKept: (statement: Statement) => boolean = () => true,
): string {
  const bodies: string[] = [];
  const used = new Set<string>();
  const known = new Map<string, Imported>();
  const declared = new Set<string>();
  for (const { module, file } of parts) {
    for (const statement of file.statements) {
      if (!ts.isImportDeclaration(statement)) {
        for (const name of declaredBy(statement)) {
          if (isKept(statement)) declared.add(name);
          else known.set(name, { from: module, name, isTypeOnly: true });
        }
        if (isKept(statement)) bodies.push(textOf(statement, module, into, target, used));
        continue;
      }
      const names = importedBy(module, statement);
      for (const [local, imported] of names ?? []) known.set(local, imported);
      if (names === undefined) bodies.push(textOf(statement, module, into, target, used));
    }
  }
  const wanted = [...known].filter(([local]) => used.has(local) && !declared.has(local));
  const lines = bodies.map((text) => text.trim());
  return `${aboutFile(parts)}${importsText(wanted, into, target)}${lines.join("\n")}\n`;
}

/** What a module says of itself before it imports anything. */
function aboutFile([part, ...others]: readonly Part[]): string {
  const first = part?.file.statements[0];
  if (others.length > 0 || first === undefined || !ts.isImportDeclaration(first)) return "";
  const comment = first.getFullText().slice(0, first.getLeadingTriviaWidth()).trim();
  return comment === "" ? "" : `${comment}\n`;
}

function importsText(
  wanted: readonly (readonly [local: string, imported: Imported])[],
  into: string,
  target: Target,
): string {
  const lists = new Map<string, string[]>();
  for (const [local, imported] of wanted) {
    const head = imported.isTypeOnly ? "import type" : "import";
    const from = specifierOf(into, target(imported));
    const name = local === imported.name ? local : `${imported.name} as ${local}`;
    const key = `${head} {} from ${JSON.stringify(from)};\n`;
    lists.set(key, [...(lists.get(key) ?? []), name]);
  }
  return [...lists]
    .map(([key, names]) => key.replace("{}", () => `{ ${names.sort().join(", ")} }`))
    .join("");
}

/** The statement as it was written, but for the modules that it names. Adds the names that it uses. */
function textOf(
  statement: Statement,
  module: string,
  into: string,
  target: Target,
  used: Set<string>,
): string {
  if (ts.isExportDeclaration(statement)) {
    const text = exportText(statement, module, into, target);
    if (text !== undefined) return text;
  }
  const start = statement.getFullStart();
  let text = statement.getFullText();
  const visit = (node: Node): void => {
    if (ts.isIdentifier(node)) used.add(node.text);
    node.forEachChild(visit);
  };
  visit(statement);
  // From the end to the start, so that the places before stay where they are.
  for (const { literal, name } of importTypes(statement).toReversed()) {
    const from = resolveSpecifier(module, literal.text);
    const specifier = specifierOf(into, target({ from, name, isTypeOnly: true }));
    const [head, tail] = [literal.getStart() - start, literal.getEnd() - start];
    text = text.slice(0, head) + JSON.stringify(specifier) + text.slice(tail);
  }
  return text;
}

/** `import("./input.js").Payload`, in the order in which they stand. */
function importTypes(statement: Statement): { literal: StringLiteral; name: string }[] {
  const found: { literal: StringLiteral; name: string }[] = [];
  const visit = (node: Node): void => {
    if (
      ts.isImportTypeNode(node) &&
      ts.isLiteralTypeNode(node.argument) &&
      ts.isStringLiteral(node.argument.literal)
    ) {
      const name = node.qualifier?.getText().split(".", 1)[0] ?? "";
      found.push({ literal: node.argument.literal, name });
    }
    node.forEachChild(visit);
  };
  visit(statement);
  return found;
}

/** `export { A, B as C } from "./files.js"`, from one module or more; undefined for any other. */
function exportText(
  statement: ExportDeclaration,
  module: string,
  into: string,
  target: Target,
): string | undefined {
  const { exportClause, isTypeOnly } = statement;
  const specifier = specifierIn(statement);
  if (specifier === undefined) return undefined;
  if (exportClause === undefined || !ts.isNamedExports(exportClause)) return undefined;
  const from = resolveSpecifier(module, specifier);
  const lists = new Map<string, string[]>();
  for (const element of exportClause.elements) {
    const name = (element.propertyName ?? element.name).text;
    const to = specifierOf(into, target({ from, name, isTypeOnly }));
    lists.set(to, [...(lists.get(to) ?? []), element.getText()]);
  }
  const head = isTypeOnly ? "export type" : "export";
  return [...lists]
    .map(([to, names]) => `${head} { ${names.join(", ")} } from ${JSON.stringify(to)};`)
    .join("\n");
}
