/** A consumer's program over a client in memory. */
import { dirname, resolve } from "node:path";
import type {
  CompilerHost,
  CompilerOptions,
  ParsedCommandLine,
  Program,
  ResolvedModuleWithFailedLookupLocations,
  SourceFile,
} from "typescript";
import { ts } from "../support/compilers.js";
import { UnfoldError } from "../support/diagnostic.js";
import { packageRoot } from "../support/package-root.js";
import type { VirtualClient } from "./client.js";

/** Files that both programs read: parsed once. */
export type Parsed = Map<string, SourceFile | undefined>;

/** @throws UnfoldError where the configuration cannot be read, or names no files */
export function readConsumer(tsconfig: string): ParsedCommandLine {
  const path = resolve(tsconfig);
  const problems: string[] = [];
  const parsed = ts.getParsedCommandLineOfConfigFile(
    path,
    { noEmit: true },
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: ({ messageText }) =>
        void problems.push(ts.flattenDiagnosticMessageText(messageText, " ")),
    },
  );
  problems.push(
    ...(parsed?.errors ?? []).map(({ messageText }) =>
      ts.flattenDiagnosticMessageText(messageText, " "),
    ),
  );
  if (parsed === undefined || problems.length > 0) {
    throw new UnfoldError({
      code: "bad-tsconfig",
      message: `${tsconfig} cannot be used: ${problems.join("; ") || "it does not exist"}`,
      location: { file: tsconfig },
      hint: "Name the tsconfig.json of the program that uses the client.",
    });
  }
  return parsed;
}

export function createConsumer(
  { options, fileNames }: ParsedCommandLine,
  client: VirtualClient,
  shared: Parsed,
  before?: Program,
): Program {
  const host = hostOf(options, client, shared);
  // What is on disk of the client may be neither of the two: it comes in where it is imported.
  const rootNames = fileNames.filter((name) => !client.has(name));
  return ts.createProgram({
    rootNames,
    options,
    host,
    ...(before === undefined ? {} : { oldProgram: before }),
  });
}

function hostOf(options: CompilerOptions, client: VirtualClient, shared: Parsed): CompilerHost {
  const disk = ts.createCompilerHost(options, true);
  const host: CompilerHost = {
    ...disk,
    fileExists: (path) => (client.has(path) ? client.isFile(path) : disk.fileExists(path)),
    readFile: (path) => (client.has(path) ? client.read(path) : disk.readFile(path)),
    directoryExists: (path) =>
      client.isFolder(path) || (!client.has(path) && disk.directoryExists?.(path) !== false),
    getSourceFile(path, language) {
      if (client.has(path)) {
        const text = client.read(path);
        return text === undefined ? undefined : ts.createSourceFile(path, text, language, true);
      }
      if (!shared.has(path)) shared.set(path, disk.getSourceFile(path, language));
      return shared.get(path);
    },
    resolveModuleNameLiterals: (literals, containing, redirected, given, file) =>
      literals.map((literal) => {
        const mode = ts.getModeForUsageLocation(file, literal, given);
        const find = (from: string): ResolvedModuleWithFailedLookupLocations =>
          ts.resolveModuleName(literal.text, from, given, host, cache, redirected, mode);
        const entry = client.entry(literal.text);
        if (entry !== undefined) {
          return { resolvedModule: { resolvedFileName: entry, extension: ts.Extension.Ts } };
        }
        const found = find(containing);
        // The client's own dependency, where the consumer's folder does not have it (yet).
        const isMissing = found.resolvedModule === undefined && client.has(containing);
        return isMissing ? find(resolve(packageRoot, "index.ts")) : found;
      }),
  };
  const cache = ts.createModuleResolutionCache(dirname(client.folder), (name) => name, options);
  return host;
}
