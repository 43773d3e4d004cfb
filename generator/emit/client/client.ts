/** The client: `createClient`, with the document's server and its security or dialect. */
import { moduleOf, type Rendered } from "../code/module.js";
import type {
  ExportDeclarationStructure,
  FunctionDeclarationStructure,
  OptionalKind,
  ParameterDeclarationStructure,
} from "ts-morph";
import type {
  Model,
  Security,
  SecurityAlternatives,
  ServerVariable,
} from "../../model/types/index.js";
import { StructureKind } from "../../support/compilers.js";
import { clientModule, RETURNED } from "../../symbols/entries.js";
import type { Symbols } from "../../symbols/index.js";
import { constantObject, objectKey, stringLiteral } from "../code/encode.js";
import { describe, type ModuleDescription } from "../code/file.js";
import { Imports } from "../code/imports.js";

import { alternativesText } from "../operations/call.js";
import { clientOptions, declareOptions } from "./client-options.js";

/** `client`: `createClient(options)`, the runtime's with this document's server and the dialect. */
export function emitClient(model: Model): ModuleDescription {
  const { dialect } = model.output;
  const { server, variables, security, requires } = model.api;
  if (dialect !== undefined) {
    return describe("client", { server, dialect }, renderDialectClient);
  }
  const ownServers =
    variables.length > 0 && model.operations.some((one) => one.server !== undefined);
  const slice = { server, variables, ownServers, security, requires };
  return describe("client", slice, renderPlainClient);
}

function renderDialectClient(
  slice: { readonly server: string; readonly dialect: string },
  symbols: Symbols,
): Rendered {
  const { server, dialect } = slice;
  const imports = new Imports("client", symbols, OWN);
  const module = clientModule(dialect);
  const create = imports.symbol("runtime/client#createClient", { alias: "create" });
  const habits = imports.symbol(`${module}#${dialect}`);
  const client = imports.symbol(`${module}#Client`);
  return moduleOf(imports, [
    ...exported(imports, dialect),
    createFunction(clientOptions(imports, dialect, true), client, [
      `return ${create}(${habits}(options), ${stringLiteral(server)}, options);`,
    ]),
  ]);
}

/** What the module declares itself. */
const OWN = ["createClient", "Options", "urlOf"];

/** What the client is made of must have a name where it comes from. */
function exported(imports: Imports, dialect: string | undefined): ExportDeclarationStructure[] {
  const module = clientModule(dialect);
  return imports.reExportSymbols(RETURNED.client.map((name) => `${module}#${name}`));
}

interface PlainSlice {
  readonly server: string;
  readonly variables: readonly ServerVariable[];
  /** Whether operations have servers with variables. */
  readonly ownServers: boolean;
  readonly security: readonly Security[];
  readonly requires: SecurityAlternatives | undefined;
}

function renderPlainClient(slice: PlainSlice, symbols: Symbols): Rendered {
  const { variables, security } = slice;
  const imports = new Imports("client", symbols, OWN);
  const create = imports.symbol("runtime/client#createClient", { alias: "create" });
  const client = imports.symbol("runtime/plain#Client");
  const hasServer = slice.server !== "";
  const made = `${create}(${plainDialect(imports, slice)}, ${serverText(imports, slice)}, options)`;
  const whole = slice.ownServers ? `${imports.symbol("withServers")}(${made}, urlOf)` : made;
  return moduleOf(imports, [
    ...exported(imports, undefined),
    declareOptions(imports, { hasServer, variables, security }),
    createFunction(clientOptions(imports, undefined, hasServer), client, [
      ...(variables.length === 0 ? [] : [urlOfText(imports, variables)]),
      `return ${whole};`,
    ]),
  ]);
}

/** `plain(options, { schemes: { key: bearer }, require: [["key"]] })` */
function plainDialect(imports: Imports, { security, requires }: PlainSlice): string {
  const plain = imports.symbol("plain");
  const schemes = security.map(
    (scheme) => `${objectKey(scheme.name)}: ${credential(imports, scheme)}`,
  );
  const facts = [
    ...(schemes.length === 0 ? [] : [`schemes: { ${schemes.join(", ")} }`]),
    ...(requires === undefined ? [] : [`require: ${alternativesText(requires)}`]),
  ];
  return `${plain}(options${facts.length === 0 ? "" : `, { ${facts.join(", ")} }`})`;
}

function serverText(imports: Imports, { server, variables }: PlainSlice): string {
  if (server === "") return `${imports.symbol("ownServer")}(options)`;
  const text = stringLiteral(server);
  return variables.length === 0 ? text : `urlOf(${text})`;
}

/** `const urlOf = serverUrls({ region: "eu" }, options.serverVariables);` */
function urlOfText(imports: Imports, variables: readonly ServerVariable[]): string {
  const serverUrls = imports.symbol("serverUrls");
  const defaults = constantObject(
    variables.map(({ name, default: value }) => [name, stringLiteral(value)]),
  );
  return `const urlOf = ${serverUrls}(${defaults}, options.serverVariables);`;
}

function credential(imports: Imports, scheme: Security): string {
  switch (scheme.kind) {
    case "bearer":
    case "basic":
      return imports.symbol(scheme.kind);
    case "apiKey": {
      const place = `${stringLiteral(scheme.in)}, ${stringLiteral(scheme.parameter)}`;
      return `${imports.symbol("apiKey")}(${place})`;
    }
  }
}

function createFunction(
  options: OptionalKind<ParameterDeclarationStructure>,
  returnType: string,
  statements: string[],
): FunctionDeclarationStructure {
  return {
    kind: StructureKind.Function,
    name: "createClient",
    isExported: true,
    docs: [{ description: "A client of the API: what every operation takes first." }],
    parameters: [options],
    returnType,
    statements,
  };
}
