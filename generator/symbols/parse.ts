/** One template's text → what it exports and what it imports. */
import { posix, relative } from "node:path";
import { parseSync, type EcmaScriptModule, type ParseResult } from "oxc-parser";
import { UnfoldError } from "../support/diagnostic.js";

/** A copied module. Modules are named by their path in the output's sources, without extension. */
export interface TemplateModule {
  readonly path: string;
  readonly text: string;
  /** The file, as messages name it. */
  readonly file: string;
  /** Its exports, but for those of {@link stars}. */
  readonly exports: ReadonlyMap<string, TemplateExport>;
  /** The modules that it exports everything from. */
  readonly stars: readonly { readonly module: string; readonly isType: boolean }[];
  /** The modules that it imports or exports from. */
  readonly needs: readonly string[];
  /** What instances of the class of this name have, as far as it is declared there. */
  membersOf(name: string): readonly string[];
}

export interface TemplateExport {
  readonly isType: boolean;
  /** Set where it is another module's. */
  readonly from?: { readonly module: string; readonly name: string };
}

/** @throws UnfoldError where the text is not TypeScript */
export function parseTemplate(path: string, text: string, absolute: string): TemplateModule {
  const file = relative(process.cwd(), absolute).replaceAll("\\", "/");
  const parsed = parseSync(file, text);
  const [error] = parsed.errors;
  if (error !== undefined) throw notTypeScript(file, text, error);
  const moduleOf = (specifier: string): string | undefined =>
    specifier.startsWith(".")
      ? posix.join(posix.dirname(path), specifier).replace(/\.[jt]s$/, "")
      : undefined;
  const { exports, stars } = exportsOf(parsed, moduleOf);
  const needs = specifiersOf(parsed.module, text).flatMap((specifier) => moduleOf(specifier) ?? []);
  return {
    path,
    text,
    file,
    exports,
    stars,
    needs: [...new Set(needs)],
    membersOf: (name) => membersOf(parsed, name),
  };
}

function notTypeScript(file: string, text: string, error: ParseResult["errors"][number]) {
  const before = text.slice(0, error.labels[0]?.start ?? 0).split("\n");
  return new UnfoldError({
    code: "bad-template",
    message: `the template cannot be read: ${error.message}`,
    location: { file, line: before.length, column: (before.at(-1) ?? "").length + 1 },
    hint: "Correct the file; templates are modules of TypeScript.",
  });
}

type ModuleOf = (specifier: string) => string | undefined;

function exportsOf(
  parsed: ParseResult,
  moduleOf: ModuleOf,
): Pick<TemplateModule, "exports" | "stars"> {
  const exports = new Map<string, TemplateExport>();
  const stars: { module: string; isType: boolean }[] = [];
  for (const entry of parsed.module.staticExports.flatMap(({ entries }) => entries)) {
    const module = entry.moduleRequest && moduleOf(entry.moduleRequest.value);
    if (entry.importName.kind === "AllButDefault") {
      if (typeof module === "string") stars.push({ module, isType: entry.isType });
      continue;
    }
    const name = entry.exportName.kind === "Default" ? "default" : (entry.exportName.name ?? "");
    const { localName } = entry;
    // Only of `export { Name }`: the syntax tree is made when it is asked for, and that takes most of the time.
    const isListed = localName.start !== null && localName.start === entry.start;
    const isType = entry.isType || (isListed && isLocalType(parsed, localName.name));
    const known = exports.get(name);
    // An interface and a class of one name are a value.
    const merged = known === undefined ? isType : isType && known.isType;
    const { importName } = entry;
    exports.set(name, {
      isType: merged,
      ...(typeof module === "string" && importName.kind === "Name" && importName.name !== null
        ? { from: { module, name: importName.name } }
        : {}),
    });
  }
  return { exports, stars };
}

/** Whether `export { Name }` is of a type: `verbatimModuleSyntax` asks for no word that says so. */
function isLocalType(parsed: ParseResult, name: string | null): boolean {
  const declared = parsed.program.body.filter(
    (node) => "id" in node && node.id !== null && "name" in node.id && node.id.name === name,
  );
  return (
    declared.length > 0 &&
    declared.every(
      ({ type }) => type === "TSInterfaceDeclaration" || type === "TSTypeAliasDeclaration",
    )
  );
}

function specifiersOf(module: EcmaScriptModule, text: string): string[] {
  const exported = module.staticExports.flatMap(({ entries }) => entries);
  return [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...exported.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
    ...module.dynamicImports.map(({ moduleRequest: { start, end } }) =>
      text.slice(start + 1, end - 1),
    ),
  ];
}

function membersOf({ program }: ParseResult, name: string): readonly string[] {
  return program.body.flatMap((statement) => {
    const node = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
    if (node?.type !== "ClassDeclaration" || node.id?.name !== name) return [];
    return node.body.body.flatMap((member) =>
      "key" in member && !member.static && member.key.type === "Identifier" ? member.key.name : [],
    );
  });
}
