/** An operation's signature: the function's and the method's, which leaves out the client. */
import type {
  OptionalKind,
  ParameterDeclarationStructure,
  TypeParameterDeclarationStructure,
} from "ts-morph";
import { isRange } from "../../model/content/media-types.js";
import type { BodyChoice, Operation } from "../../model/types/index.js";
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
  /** Undefined where the operation takes none. */
  readonly params: Parameter | undefined;
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
  const mustChoose = bodies !== undefined && isOpen(bodies);
  const chosen = [
    ...(bodies === undefined ? [] : [contentTypeOption(writer, bodies)]),
    ...(responses === undefined ? [] : [choice("accept", ACCEPT_PARAMETER)]),
    ...(redirects === undefined ? [] : [choice("redirect", REDIRECT_PARAMETER)]),
  ];
  return {
    typeParameters: [
      ...(response.paths === undefined ? [] : [expandParameter(params?.listed)]),
      ...(bodies === undefined ? [] : [contentTypeParameter(writer, bodies, named(bodies.name))]),
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
        ? undefined
        : {
            name: "params",
            ...optional(
              given.length === 0 ? paramsName : `${paramsName}<${given.join(", ")}>`,
              params?.required !== true,
              mustChoose,
            ),
          },
    options: {
      name: "options",
      type: chosen.length === 0 ? plainOptions : `${plainOptions} & { ${chosen.join(" ")} }`,
      hasQuestionToken: !mustChoose,
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

/** The same for bodies, of which some may name ranges: `C extends ContentTypes<AddPetBodies>`. */
export function contentTypeParameter(
  { imports }: ModuleWriter,
  { contents }: BodyChoice,
  name: string,
): TypeParameter {
  const parameter = mediaTypeParameter(CONTENT_TYPE_PARAMETER, name, contents[0]?.body);
  if (!contents.some(({ body }) => isRange(body.mediaType))) return parameter;
  return { ...parameter, constraint: `${imports.symbol("ContentTypes")}<${name}>` };
}

/** Whether there is no media type to send by default: all of them are ranges. */
function isOpen({ contents }: BodyChoice): boolean {
  return contents.every(({ body }) => isRange(body.mediaType));
}

function contentTypeOption({ imports }: ModuleWriter, bodies: BodyChoice): string {
  if (!bodies.contents.some(({ body }) => isRange(body.mediaType)))
    return choice("contentType", CONTENT_TYPE_PARAMETER);
  const type = `${imports.symbol("ContentType")}<${CONTENT_TYPE_PARAMETER}>`;
  return isOpen(bodies) ? `readonly contentType: ${type};` : choice("contentType", type);
}

/** Before options that must be given, no parameter can be left out. */
function optional(
  type: string,
  isOptional: boolean,
  mustFollow: boolean,
): { type: string; hasQuestionToken: boolean } {
  return isOptional && mustFollow
    ? { type: `${type} | undefined`, hasQuestionToken: false }
    : { type, hasQuestionToken: isOptional };
}

function choice(option: string, parameter: string): string {
  return `readonly ${option}?: ${parameter} | undefined;`;
}
