/** `unfold diff --impact`: what a change does to a program that uses the client. */
import { relative } from "node:path";
import type { Diagnostic, Program, SourceFile } from "typescript";
import type { Change } from "../diff/index.js";
import { ts } from "../support/compilers.js";
import { causesAt, namesOf } from "./causes.js";
import { type ClientFiles, VirtualClient } from "./client.js";
import { createConsumer, type Parsed, readConsumer } from "./program.js";
import { usesOf } from "./uses.js";

export interface Impact {
  /** Lines that stop compiling. */
  readonly breaks: readonly Break[];
  /** Lines that go on compiling and use what has changed. */
  readonly uses: readonly Use[];
  /** Errors that the program has whatever the change does. */
  readonly before: readonly Place[];
  /** Errors that the change takes away. */
  readonly fixed: readonly Place[];
}

/** A place in the consumer's code, its file relative to where the command runs. */
export interface Place {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  /** TypeScript's number of the error and its text; absent for a use. */
  readonly code?: number;
  readonly message?: string;
}

export interface Break extends Place {
  /** Empty where no change is known to be the reason. */
  readonly causes: readonly Change[];
}

export interface Use extends Place {
  readonly causes: readonly Change[];
}

export interface ImpactInput {
  /** Path of the consumer's configuration. */
  readonly tsconfig: string;
  readonly before: ClientFiles;
  readonly after: ClientFiles;
  readonly changes: readonly Change[];
}

/** @throws UnfoldError where the consumer's configuration cannot be read */
export function findImpact({ tsconfig, before, after, changes }: ImpactInput): Impact {
  const consumer = readConsumer(tsconfig);
  const shared: Parsed = new Map();
  const [earlier, later] = [new VirtualClient(before), new VirtualClient(after)];
  const old = createConsumer(consumer, earlier, shared);
  const files = ownFiles(old, earlier);
  const errors = errorsOf(old, files);
  const now = createConsumer(consumer, later, shared, old);
  const found = errorsOf(now, ownFiles(now, later));
  const known = new Set(errors.map(keyOf));
  const still = new Set(found.map(keyOf));
  const names = namesOf(changes);
  const breaks = found
    .filter((error) => !known.has(keyOf(error)))
    .map((error): Break => ({ ...placeOf(error), causes: causesAt(error, [old, now], names) }));
  const broken = new Set(breaks.map(({ file, line }) => `${file}:${line}`));
  const uses = usesOf(old, files, names)
    .map(({ file, start, causes }): Use => ({ ...spot(file, start), causes }))
    .filter(({ file, line }) => !broken.has(`${file}:${line}`));
  return {
    breaks,
    uses,
    before: errors.filter((error) => still.has(keyOf(error))).map(placeOf),
    fixed: errors.filter((error) => !still.has(keyOf(error))).map(placeOf),
  };
}

/** The consumer's own files: neither the client's nor those of libraries. */
function ownFiles(program: Program, client: VirtualClient): readonly SourceFile[] {
  return program
    .getSourceFiles()
    .filter(
      (file) =>
        !file.isDeclarationFile &&
        !client.has(file.fileName) &&
        !program.isSourceFileFromExternalLibrary(file),
    );
}

type FileError = Diagnostic & { readonly file: SourceFile; readonly start: number };

function errorsOf(program: Program, files: readonly SourceFile[]): readonly FileError[] {
  return files.flatMap((file) =>
    [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].filter(
      (error): error is FileError =>
        error.category === ts.DiagnosticCategory.Error &&
        error.file !== undefined &&
        error.start !== undefined,
    ),
  );
}

/** The consumer's text is the same on both sides; of an error's words, types may differ. */
function keyOf({ file, start, code }: FileError): string {
  return `${file.fileName}:${start}:${code}`;
}

function placeOf(error: FileError): Place {
  const { file, start, code, messageText } = error;
  const message = ts.flattenDiagnosticMessageText(messageText, "\n");
  return { ...spot(file, start), code, message };
}

function spot(file: SourceFile, start: number): Place {
  const { line, character } = file.getLineAndCharacterOfPosition(start);
  return {
    file: relative(process.cwd(), file.fileName) || file.fileName,
    line: line + 1,
    column: character + 1,
  };
}
