/** The options of a client without a dialect: what its document makes of them. */
import type {
  InterfaceDeclarationStructure,
  OptionalKind,
  ParameterDeclarationStructure,
  PropertySignatureStructure,
} from "ts-morph";
import { StructureKind } from "../../support/compilers.js";
import type { Security, ServerVariable } from "../../model/types/index.js";
import { propertyKey, stringLiteral } from "../code/encode.js";
import type { Imports } from "../code/imports.js";

/** The parameter of everything that makes a client. */
export function clientOptions(
  imports: Imports,
  dialect: string | undefined,
  hasServer: boolean,
): OptionalKind<ParameterDeclarationStructure> {
  if (dialect === undefined) {
    const type = imports.symbol("client#Options");
    return { name: "options", type, ...(hasServer ? { initializer: "{}" } : {}) };
  }
  const name = `${dialect.charAt(0).toUpperCase()}${dialect.slice(1)}Options`;
  return { name: "options", type: imports.symbol(`${dialect}/dialect#${name}`) };
}

interface OptionsFacts {
  readonly hasServer: boolean;
  readonly variables: readonly ServerVariable[];
  readonly security: readonly Security[];
}

/** With a place for the credential of each security scheme, and for each variable of servers. */
export function declareOptions(
  imports: Imports,
  { hasServer, variables, security }: OptionsFacts,
): InterfaceDeclarationStructure {
  const auth = security.map(({ name, kind }) => {
    const value = kind === "basic" ? imports.symbol("BasicCredential") : "string";
    const source = imports.symbol("Source");
    return `readonly ${propertyKey(name)}?: ${source}<${value}> | undefined;`;
  });
  const chosen = variables.map(({ name, values }) => {
    const type = values === undefined ? "string" : values.map(stringLiteral).join(" | ");
    return `readonly ${propertyKey(name)}?: ${type} | undefined;`;
  });
  return {
    kind: StructureKind.Interface,
    name: "Options",
    isExported: true,
    extends: [imports.symbol("PlainOptions")],
    properties: [
      ...(hasServer ? [] : [BASE_URL]),
      ...group("auth", auth, "Credentials, or functions that give them, by security scheme."),
      ...group("serverVariables", chosen, "What stands in the URLs of servers."),
    ],
  };
}

const BASE_URL: OptionalKind<PropertySignatureStructure> = {
  name: "baseUrl",
  isReadonly: true,
  type: "string",
  docs: [{ description: "Where the API is: its document names no server with a host." }],
};

function group(
  name: string,
  members: readonly string[],
  description: string,
): OptionalKind<PropertySignatureStructure>[] {
  if (members.length === 0) return [];
  const type = `{ ${members.join(" ")} } | undefined`;
  return [{ name, isReadonly: true, hasQuestionToken: true, type, docs: [{ description }] }];
}
