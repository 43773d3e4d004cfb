/**
 * Fewer, larger declaration files: compilers and editors read each of them, and each that a program does not need.
 *
 * A module that exports all of its neighbours (`export * from "./files.js"`) takes them in. Where there are functions
 * among the types, the types stand in a file of their own, `types`: whoever needs them is spared the functions.
 */
import { posix } from "node:path";
import type { SourceFile, Statement } from "typescript";
import { ts } from "../support/compilers.js";
import {
  declaredBy,
  type Declarations,
  importedBy,
  type Imported,
  isEmptyExport,
  isExported,
  isType,
  parse,
  resolveSpecifier,
  specifierIn,
  starOf,
} from "./modules.js";
import { redirect, type Target } from "./redirect.js";

/** The names of the platform that a module means by themselves, as `Response`. */
export type Globals = (module: string) => ReadonlySet<string>;

interface Folder {
  /** The module that takes the others in. */
  readonly index: string;
  readonly members: readonly string[];
  /** Names that are declared apart from the values; empty where all stay together. */
  readonly types: ReadonlySet<string>;
}

/** Modules as before, but for those that others have taken in. */
export function mergeDeclarations(declarations: Declarations, globals: Globals): Declarations {
  const files = new Map([...declarations].map(([module, text]) => [module, parse(module, text)]));
  const folders = [...files.keys()]
    .filter((module) => posix.basename(module) === "index" && module.includes("/"))
    .flatMap((index) => folderOf(index, files, globals) ?? []);
  const target = targetIn(folders);
  const taken = takenBy(folders);
  const merged = new Map<string, string>();
  for (const [module, file] of files) {
    const folder = taken.get(module);
    if (folder === undefined) merged.set(module, redirect([{ module, file }], module, target));
    else if (module === folder.index) {
      for (const [name, text] of write(folder, files, target)) merged.set(name, text);
    }
  }
  return merged;
}

function takenBy(folders: readonly Folder[]): ReadonlyMap<string, Folder> {
  return new Map(folders.flatMap((folder) => folder.members.map((name) => [name, folder])));
}

const typesOf = (index: string): string => `${posix.dirname(index)}/types`;

function folderOf(
  index: string,
  files: ReadonlyMap<string, SourceFile>,
  globals: Globals,
): Folder | undefined {
  const stars = files.get(index)?.statements.flatMap((statement) => {
    const star = starOf(statement);
    return star === undefined ? [] : [resolveSpecifier(index, star)];
  });
  const inside = stars?.filter(
    (name) => posix.dirname(name) === posix.dirname(index) && files.has(name),
  );
  const members = [index, ...(inside ?? [])];
  if (members.length < 3 || !isOneScope(members, files, globals)) return undefined;
  if (namedElsewhere(members, files)) return undefined;
  return { index, members, types: typesApart(members, files, files.has(typesOf(index))) };
}

/** Whether each name means one thing in all of the modules. */
function isOneScope(
  members: readonly string[],
  files: ReadonlyMap<string, SourceFile>,
  globals: Globals,
): boolean {
  const meanings = new Map<string, string>();
  const isNew = (name: string, meaning: string): boolean => {
    const known = meanings.get(name) ?? meaning;
    meanings.set(name, known);
    return known === meaning;
  };
  const isOwn = (from: string): boolean => members.includes(from);
  for (const module of members) {
    for (const statement of files.get(module)?.statements ?? []) {
      if (!declaredBy(statement).every((name) => isNew(name, `${module} ${name}`))) return false;
    }
  }
  for (const module of members) {
    for (const statement of files.get(module)?.statements ?? []) {
      if (!ts.isImportDeclaration(statement)) continue;
      const names = importedBy(module, statement);
      if (names === undefined) return false;
      for (const [local, { from, name }] of names) {
        const isSame = isOwn(from)
          ? local === name && meanings.has(name)
          : isNew(local, `${from} ${name}`);
        if (!isSame) return false;
      }
    }
  }
  return members.every((module) => [...globals(module)].every((name) => !meanings.has(name)));
}

/** Whether a module wants all of one member: it would get all of all. */
function namedElsewhere(
  members: readonly string[],
  files: ReadonlyMap<string, SourceFile>,
): boolean {
  const [index = "", ...inside] = members;
  return [...files].some(([module, { statements }]) =>
    statements.some((statement) => {
      const specifier = specifierIn(statement);
      if (specifier === undefined) return false;
      if (!inside.includes(resolveSpecifier(module, specifier))) return false;
      if (starOf(statement) !== undefined) {
        // Types alone may come from what has types alone.
        const target = files.get(resolveSpecifier(module, specifier));
        const isTypeOnly = ts.isExportDeclaration(statement) && statement.isTypeOnly;
        return module !== index || (isTypeOnly && !target?.statements.every(isTypeOrExport));
      }
      if (ts.isImportDeclaration(statement)) return importedBy(module, statement) === undefined;
      return module === index || !hasNames(statement);
    }),
  );
}

function isTypeOrExport(statement: Statement): boolean {
  return isType(statement) || ts.isImportDeclaration(statement) || isEmptyExport(statement);
}

function hasNames(statement: Statement): boolean {
  const clause = ts.isExportDeclaration(statement) ? statement.exportClause : undefined;
  return clause !== undefined && ts.isNamedExports(clause);
}

function typesApart(
  members: readonly string[],
  files: ReadonlyMap<string, SourceFile>,
  isThere: boolean,
): ReadonlySet<string> {
  const all = members.flatMap((module) => [...(files.get(module)?.statements ?? [])]);
  const declared = all.filter((statement) => declaredBy(statement).length > 0);
  const types = new Set(declared.filter(isType).flatMap(declaredBy));
  const values = declared.filter((statement) => !isType(statement)).flatMap(declaredBy);
  const isApart =
    !isThere &&
    values.length > 0 &&
    declared.every(isExported) &&
    !values.some((name) => types.has(name));
  return isApart ? types : new Set();
}

function targetIn(folders: readonly Folder[]): Target {
  const taken = takenBy(folders);
  return ({ from, name }: Imported) => {
    const folder = taken.get(from);
    if (folder === undefined) return from;
    return folder.types.has(name) ? typesOf(folder.index) : folder.index;
  };
}

function write(
  { index, members, types }: Folder,
  files: ReadonlyMap<string, SourceFile>,
  target: Target,
): [module: string, text: string][] {
  const parts = members.flatMap((module) => {
    const file = files.get(module);
    return file === undefined ? [] : [{ module, file }];
  });
  const isApart = (statement: Statement): boolean =>
    declaredBy(statement).some((name) => types.has(name));
  const own = (statement: Statement): boolean => {
    const star = starOf(statement);
    return star !== undefined && members.includes(resolveSpecifier(index, star));
  };
  const rest = redirect(parts, index, target, (each) => !isApart(each) && !own(each));
  if (types.size === 0) return [[index, rest]];
  const apart = redirect(parts, typesOf(index), target, isApart);
  return [
    [index, `${rest}export type * from "./types.js";\n`],
    [typesOf(index), apart],
  ];
}
