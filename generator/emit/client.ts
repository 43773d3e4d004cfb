/** The client: `createClient`, with the document's server and its security or dialect. */
import type {
  ExportDeclarationStructure,
  FunctionDeclarationStructure,
  InterfaceDeclarationStructure,
  OptionalKind,
  ParameterDeclarationStructure,
} from "ts-morph";
import { StructureKind } from "../compilers.js";
import type { Model, Security, SecurityAlternatives } from "../model/types.js";
import { alternativesText } from "./call.js";
import { objectKey, propertyKey, stringLiteral } from "./encode.js";
import { describe, type ModuleDescription } from "./file.js";
import { Imports, specifier } from "./imports.js";
import { RUNTIME } from "./names.js";
import type { EmitSettings } from "./settings.js";

/** `client`: `createClient(options)`, the runtime's with this document's server and the dialect. */
export function emitClient(model: Model, { dialect }: EmitSettings): ModuleDescription {
  const { server, security, requires } = model.api;
  if (dialect !== undefined) {
    return describe("client", { server, dialect }, renderDialectClient);
  }
  return describe("client", { server, security, requires }, renderPlainClient);
}

function renderDialectClient(slice: { readonly server: string; readonly dialect: string }) {
  const { server, dialect } = slice;
  const imports = new Imports("client");
  const module = `${dialect}/dialect`;
  const create = imports.value("createClient", RUNTIME.client, "create");
  const habits = imports.value(dialect, module);
  const client = imports.type("Client", module);
  return imports.module([
    reExport(module, ["Client", "RequestOptions"]),
    createFunction(
      clientOptions(imports, dialect),
      client,
      `return ${create}(${habits}(options), ${stringLiteral(server)}, options);`,
    ),
  ]);
}

/** What the client is made of must have a name where it comes from. */
function reExport(module: string, types: string[]): ExportDeclarationStructure {
  return {
    kind: StructureKind.ExportDeclaration,
    isTypeOnly: true,
    namedExports: types,
    moduleSpecifier: specifier("client", module),
  };
}

interface PlainSlice {
  readonly server: string;
  readonly security: readonly Security[];
  readonly requires: SecurityAlternatives | undefined;
}

function renderPlainClient({ server, security, requires }: PlainSlice) {
  const imports = new Imports("client");
  const create = imports.value("createClient", RUNTIME.client, "create");
  const plain = imports.value("plain", RUNTIME.plain);
  const client = imports.type("Client", RUNTIME.plain);
  const schemes = security.map(
    (scheme) => `${objectKey(scheme.name)}: ${credential(imports, scheme)}`,
  );
  const facts = [
    ...(schemes.length === 0 ? [] : [`schemes: { ${schemes.join(", ")} }`]),
    ...(requires === undefined ? [] : [`require: ${alternativesText(requires)}`]),
  ];
  const more = facts.length === 0 ? "" : `, { ${facts.join(", ")} }`;
  return imports.module([
    reExport(RUNTIME.plain, ["Client", "RequestOptions"]),
    declareOptions(imports, security),
    createFunction(
      clientOptions(imports, undefined),
      client,
      `return ${create}(${plain}(options${more}), ${stringLiteral(server)}, options);`,
    ),
  ]);
}

/** The parameter of everything that makes a client. */
export function clientOptions(
  imports: Imports,
  dialect: string | undefined,
): OptionalKind<ParameterDeclarationStructure> {
  if (dialect === undefined) {
    return { name: "options", type: imports.type("Options", "client"), initializer: "{}" };
  }
  const name = `${dialect.charAt(0).toUpperCase()}${dialect.slice(1)}Options`;
  return { name: "options", type: imports.type(name, `${dialect}/dialect`) };
}

/** The client's options, with a place for the credential of each security scheme. */
function declareOptions(
  imports: Imports,
  security: readonly Security[],
): InterfaceDeclarationStructure {
  const auth = security.map(({ name, kind }) => {
    const value = kind === "basic" ? imports.type("BasicCredential", RUNTIME.security) : "string";
    return `readonly ${propertyKey(name)}?: ${imports.type("Source", RUNTIME.plain)}<${value}>;`;
  });
  return {
    kind: StructureKind.Interface,
    name: "Options",
    isExported: true,
    extends: [imports.type("PlainOptions", RUNTIME.plain)],
    properties:
      auth.length === 0
        ? []
        : [
            {
              name: "auth",
              isReadonly: true,
              hasQuestionToken: true,
              type: `{ ${auth.join(" ")} }`,
              docs: [
                { description: "Credentials, or functions that give them, by security scheme." },
              ],
            },
          ],
  };
}

function credential(imports: Imports, scheme: Security): string {
  switch (scheme.kind) {
    case "bearer":
    case "basic":
      return imports.value(scheme.kind, RUNTIME.security);
    case "apiKey": {
      const place = `${stringLiteral(scheme.in)}, ${stringLiteral(scheme.parameter)}`;
      return `${imports.value("apiKey", RUNTIME.security)}(${place})`;
    }
  }
}

function createFunction(
  options: OptionalKind<ParameterDeclarationStructure>,
  returnType: string,
  statement: string,
): FunctionDeclarationStructure {
  return {
    kind: StructureKind.Function,
    name: "createClient",
    isExported: true,
    docs: [{ description: "A client of the API: what every operation takes first." }],
    parameters: [options],
    returnType,
    statements: [statement],
  };
}
