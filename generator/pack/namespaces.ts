/**
 * A namespace that exports the types of another module takes their declarations in:
 *
 *     import type { Account } from "./names/index.js";      declare namespace Stripe {
 *     declare namespace Stripe {                        →     type Account = …;
 *       export { Account };                                 }
 *     }
 *
 * A compiler that meets `new Stripe()` looks at each name of `Stripe` for whether it is a value, and an alias must be
 * followed for that.
 */
import type {
  ExportDeclaration,
  ExportSpecifier,
  ModuleDeclaration,
  SourceFile,
  Statement,
} from "typescript";
import { ts } from "../support/compilers.js";
import {
  declaredBy,
  type Declarations,
  importedBy,
  isEmptyExport,
  isExported,
  isType,
  parse,
  resolveSpecifier,
  specifierIn,
} from "./modules.js";
import { freeNames } from "./free-names.js";
import { redirect } from "./redirect.js";

/** A namespace that is nothing but a list of names. */
interface Listed {
  readonly namespace: ModuleDeclaration;
  readonly list: ExportDeclaration;
  readonly elements: readonly ExportSpecifier[];
}

/** A module with its namespace, and the one whose declarations stand in there from now on. */
interface Pair {
  readonly module: string;
  readonly listed: Listed;
  readonly source: string;
}

type Files = ReadonlyMap<string, SourceFile>;

/** Modules as before, but for those whose declarations a namespace has taken in. `entries` stay as they are. */
export function fillNamespaces(
  declarations: Declarations,
  entries: readonly string[],
): Declarations {
  const files = new Map([...declarations].map(([module, text]) => [module, parse(module, text)]));
  const pair = [...files.keys()]
    .flatMap((module) => pairsOf(module, files))
    .find((one) => !entries.includes(one.source) && fits(one, files));
  if (pair === undefined) return declarations;
  const filled = new Map(declarations);
  filled.delete(pair.source);
  filled.set(pair.module, write(pair, files));
  // What another pair has to fit is what stands there now.
  return fillNamespaces(filled, entries);
}

function pairsOf(module: string, files: Files): Pair[] {
  const statements = files.get(module)?.statements ?? [];
  const listed = statements.flatMap((statement) => listedIn(statement) ?? []);
  return listed.flatMap((one) =>
    [...sourcesOf(module, statements)].map((source) => ({ module, listed: one, source })),
  );
}

/** The modules of which types alone are imported. */
function sourcesOf(module: string, statements: readonly Statement[]): ReadonlySet<string> {
  const imports = statements.filter(ts.isImportDeclaration);
  const names = imports.flatMap((statement) => [
    ...(importedBy(module, statement)?.values() ?? []),
  ]);
  const values = new Set(names.filter((one) => !one.isTypeOnly).map(({ from }) => from));
  return new Set(names.map(({ from }) => from).filter((from) => !values.has(from)));
}

function listedIn(statement: Statement): Listed | undefined {
  if (!ts.isModuleDeclaration(statement) || statement.body === undefined) return undefined;
  if (!ts.isModuleBlock(statement.body)) return undefined;
  const [list, ...others] = statement.body.statements;
  if (list === undefined || others.length > 0 || !ts.isExportDeclaration(list)) return undefined;
  if (specifierIn(list) !== undefined || list.exportClause === undefined) return undefined;
  if (!ts.isNamedExports(list.exportClause)) return undefined;
  return { namespace: statement, list, elements: [...list.exportClause.elements] };
}

/** Whether every name means the same in there, and nobody else wants the module. */
function fits({ module, listed, source }: Pair, files: Files): boolean {
  const [into, from] = [files.get(module), files.get(source)];
  if (into === undefined || from === undefined) return false;
  const isWanted = [...files].some(
    ([other, { statements }]) =>
      other !== module &&
      statements.some((one) => resolveSpecifier(other, specifierIn(one) ?? "package") === source),
  );
  if (isWanted) return false;
  const own = new Map<string, string>();
  for (const statement of into.statements) noteMeanings(statement, module, own);
  const declared = new Set(from.statements.flatMap(declaredBy));
  const rest = from.statements.filter((one) => !ts.isImportDeclaration(one) && !isEmptyExport(one));
  const names = new Set(listed.elements.map(({ name }) => name.text));
  const kept = new Set(
    listed.elements.filter(({ propertyName }) => !propertyName).map(({ name }) => name.text),
  );
  const isListed = [...declared].every(
    (name) => kept.has(name) && own.get(name) === `${source} ${name}`,
  );
  if (!isListed || !rest.every((one) => isType(one) && isExported(one))) return false;
  const imported = new Map<string, string>();
  for (const statement of from.statements.filter(ts.isImportDeclaration)) {
    if (importedBy(source, statement) === undefined) return false;
    noteMeanings(statement, source, imported);
  }
  return freeNames(rest).every((name) => {
    const meaning = imported.get(name);
    const there = own.get(name);
    // A name of the platform.
    if (meaning === undefined) return there === undefined && !names.has(name);
    return there === undefined ? !names.has(name) : there === meaning;
  });
}

/** What names mean at the top of a module: `names/index Account`. */
function noteMeanings(statement: Statement, module: string, meanings: Map<string, string>): void {
  for (const name of declaredBy(statement)) meanings.set(name, `${module} ${name}`);
  if (!ts.isImportDeclaration(statement)) return;
  for (const [local, { from, name }] of importedBy(module, statement) ?? []) {
    meanings.set(local, `${from} ${name}`);
  }
}

/** The module with all that it imports now. */
function write({ module, listed, source }: Pair, files: Files): string {
  const [into, from] = [files.get(module), files.get(source)];
  if (into === undefined || from === undefined) return "";
  const declared = new Set(from.statements.flatMap(declaredBy));
  const { namespace, list, elements } = listed;
  const kept = elements.filter(({ name }) => !declared.has(name.text));
  const start = namespace.getStart();
  const head = namespace.getText().slice(0, list.getStart() - start);
  const tail = namespace.getText().slice(list.getEnd() - start);
  const body = from.statements
    .filter((one) => declaredBy(one).length > 0)
    .map((one) => one.getText().replace(/^export (declare )?/, ""));
  const text = into.text;
  const blocks = [
    ...(kept.length === 0
      ? []
      : [`${head}export { ${kept.map((element) => element.getText()).join(", ")} };${tail}`]),
    `${head}${body.join("\n").replaceAll("\n", "\n    ")}${tail}`,
  ];
  const whole = text.slice(0, start) + blocks.join("\n") + text.slice(namespace.getEnd());
  // The imports of both, as far as they are used.
  const imports = from.statements.filter(ts.isImportDeclaration).map((one) => one.getText());
  const parts = [
    { module: source, file: parse(source, imports.join("\n")) },
    { module, file: parse(module, withoutImportOf(source, module, whole)) },
  ];
  return redirect(parts, module, ({ from: place }) => place);
}

function withoutImportOf(source: string, module: string, text: string): string {
  const taken = parse(module, text).statements.filter(
    (one) =>
      ts.isImportDeclaration(one) && resolveSpecifier(module, specifierIn(one) ?? "") === source,
  );
  return taken.reduceRight(
    (rest, one) => rest.slice(0, one.getFullStart()) + rest.slice(one.getEnd()),
    text,
  );
}
