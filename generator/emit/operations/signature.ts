/** An operation's signature: the function's and the method's, which leaves out the client. */
import type {
  OptionalKind,
  ParameterDeclarationStructure,
  TypeParameterDeclarationStructure,
} from "ts-morph";
import type { Operation } from "../../model/types/index.js";
import { positional } from "../../model/types/positional.js";
import { clientModule } from "../../symbols/entries.js";
import { stringLiteral } from "../code/encode.js";
import type { ModuleWriter } from "../names/open-module.js";
import {
  ACCEPT_PARAMETER,
  CONTENT_TYPE_PARAMETER,
  EXPAND_PARAMETER,
  REDIRECT_PARAMETER,
} from "../types/mapper.js";
import { responseType } from "./response.js";

type Parameter = OptionalKind<ParameterDeclarationStructure>;

export interface Signature {
  readonly typeParameters: OptionalKind<TypeParameterDeclarationStructure>[];
  readonly path: readonly Parameter[];
  /** Keeps its place where the operation takes none. */
  readonly params: Parameter;
  readonly takesParams: boolean;
  readonly options: Parameter;
  readonly returnType: string;
}

export function signature(writer: ModuleWriter, operation: Operation): Signature {
  const { imports, printer } = writer;
  const { responses, params, redirects } = operation;
  const response = responseType(writer, operation);
  const paramsName = params && imports.type(params.name, `operations/${operation.module}`);
  const plainOptions = imports.symbol(`${clientModule(writer.dialect)}#RequestOptions`);
  const bodies = params?.bodies;
  const named = (name: string): string => imports.type(name, `operations/${operation.module}`);
  const given = [response.paths ?? [], bodies === undefined ? [] : CONTENT_TYPE_PARAMETER].flat();
  const chosen = [
    ...(bodies === undefined ? [] : [choice("contentType", CONTENT_TYPE_PARAMETER)]),
    ...(responses === undefined ? [] : [choice("accept", ACCEPT_PARAMETER)]),
    ...(redirects === undefined ? [] : [choice("redirect", REDIRECT_PARAMETER)]),
  ];
  return {
    typeParameters: [
      ...(response.paths === undefined ? [] : [expandParameter(params?.listed)]),
      ...(bodies === undefined
        ? []
        : [
            mediaTypeParameter(
              CONTENT_TYPE_PARAMETER,
              named(bodies.name),
              bodies.contents[0]?.body,
            ),
          ]),
      ...(responses === undefined
        ? []
        : [mediaTypeParameter(ACCEPT_PARAMETER, named(responses.name), responses.contents[0])]),
      ...(redirects === undefined ? [] : [REDIRECT]),
    ],
    path: positional(operation).map(({ identifier, shape }) => ({
      name: identifier,
      type: printer.type(shape),
    })),
    params:
      paramsName === undefined
        ? NO_PARAMS
        : {
            name: "params",
            type: given.length === 0 ? paramsName : `${paramsName}<${given.join(", ")}>`,
            hasQuestionToken: params?.required !== true,
          },
    takesParams: paramsName !== undefined,
    options: {
      name: "options",
      type: chosen.length === 0 ? plainOptions : `${plainOptions} & { ${chosen.join(" ")} }`,
      hasQuestionToken: true,
    },
    returnType: response.type,
  };
}

type TypeParameter = OptionalKind<TypeParameterDeclarationStructure>;

/** `const E extends readonly string[] = []`: the paths of a call. */
function expandParameter(listed: readonly string[] | undefined): TypeParameter {
  return {
    name: EXPAND_PARAMETER,
    isConst: true,
    constraint: `readonly ${pathsType(listed)}`,
    default: "[]",
  };
}

/** Any paths: all that there are, where the document lists them. */
export function pathsType(listed: readonly string[] | undefined): string {
  return listed === undefined ? "string[]" : `(${listed.map(stringLiteral).join(" | ")})[]`;
}

const REDIRECT: TypeParameter = {
  name: REDIRECT_PARAMETER,
  constraint: '"follow" | "manual"',
  default: '"manual"',
};

/** `C extends keyof AddPetBodies = "application/json"` */
export function mediaTypeParameter(
  name: string,
  choices: string,
  byDefault: { readonly mediaType: string } | undefined,
): TypeParameter {
  const mediaType = stringLiteral(byDefault?.mediaType ?? "");
  return { name, constraint: `keyof ${choices}`, default: mediaType };
}

function choice(option: string, parameter: string): string {
  return `readonly ${option}?: ${parameter} | undefined;`;
}

/** So that options stay where they are when a later document adds parameters. */
const NO_PARAMS: Parameter = { name: "_params", type: "undefined", hasQuestionToken: true };
