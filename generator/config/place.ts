/** Where in a configuration something stands: in JSON and in TypeScript alike. */
import ts from "typescript";
import type { Location } from "../support/diagnostic.js";
import { formatPointer } from "../openapi/pointer.js";

export type ConfigPath = readonly (string | number)[];

/** The place of what `path` leads to, or of the nearest thing around it that is written out. */
export function placeIn(file: string, text: string, path: ConfigPath): Location {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const pointer = formatPointer(path.map(String));
  let value = configuration(source);
  let found: ts.Node | undefined = value;
  for (const key of path) {
    const next = value && memberOf(value, key);
    if (next === undefined) break;
    found = next;
    value = unwrap(source, ts.isPropertyAssignment(next) ? next.initializer : next);
  }
  return { file, ...(found === undefined ? {} : placeOf(source, found.getStart())), pointer };
}

/** What the parser says first; undefined where the text can be parsed. */
export function syntaxError(
  file: string,
  text: string,
): { readonly message: string; readonly location: Location } | undefined {
  const { diagnostics = [] } = ts.transpileModule(text, {
    fileName: file,
    reportDiagnostics: true,
  });
  const [first] = diagnostics;
  if (first === undefined) return undefined;
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
  const message = ts.flattenDiagnosticMessageText(first.messageText, " ").replace(/\.$/, "");
  return { message, location: { file, ...placeOf(source, first.start ?? 0) } };
}

function placeOf(source: ts.SourceFile, offset: number): { line: number; column: number } {
  const { line, character } = source.getLineAndCharacterOfPosition(offset);
  return { line: line + 1, column: character + 1 };
}

/** The object of a JSON file, or what a module exports by default. */
function configuration(source: ts.SourceFile): ts.Node | undefined {
  for (const statement of source.statements) {
    if (ts.isExportAssignment(statement)) return unwrap(source, statement.expression);
    if (source.fileName.endsWith(".json") && ts.isExpressionStatement(statement)) {
      return statement.expression;
    }
  }
  return undefined;
}

/** Looks through `defineConfig(…)`, `… satisfies Config`, and the name of a constant. */
function unwrap(source: ts.SourceFile, node: ts.Node): ts.Node {
  if (ts.isCallExpression(node) && node.arguments[0]) return unwrap(source, node.arguments[0]);
  if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) {
    return unwrap(source, node.expression);
  }
  if (ts.isParenthesizedExpression(node)) return unwrap(source, node.expression);
  if (!ts.isIdentifier(node)) return node;
  const constants = source.statements.flatMap((statement) =>
    ts.isVariableStatement(statement) ? [...statement.declarationList.declarations] : [],
  );
  const found = constants.find(({ name }) => ts.isIdentifier(name) && name.text === node.text);
  return found?.initializer === undefined ? node : unwrap(source, found.initializer);
}

function memberOf(node: ts.Node, key: string | number): ts.Node | undefined {
  if (ts.isArrayLiteralExpression(node)) return node.elements[Number(key)];
  if (!ts.isObjectLiteralExpression(node)) return undefined;
  return node.properties.find(
    ({ name }) =>
      name !== undefined &&
      (ts.isIdentifier(name) || ts.isStringLiteral(name)) &&
      name.text === String(key),
  );
}
