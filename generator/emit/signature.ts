/** An operation's signature: the function's and the method's, which leaves out the client. */
import type {
  OptionalKind,
  ParameterDeclarationStructure,
  TypeParameterDeclarationStructure,
} from "ts-morph";
import type { Operation } from "../model/types.js";
import { answerType } from "./answer.js";
import type { OperationWriter } from "./operations.js";

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

export function signature(writer: OperationWriter, operation: Operation): Signature {
  const { imports, printer } = writer;
  const { params, pathParameters } = operation;
  const answer = answerType(writer, operation);
  const paramsName = params && imports.type(params.name, `operations/${operation.module}`);
  return {
    typeParameters:
      answer.paths === undefined
        ? []
        : [{ name: "E", isConst: true, constraint: "readonly string[]", default: "[]" }],
    path: pathParameters.map(({ identifier, shape }) => ({
      name: identifier,
      type: printer.type(shape),
    })),
    params:
      paramsName === undefined
        ? NO_PARAMS
        : {
            name: "params",
            type: answer.paths === undefined ? paramsName : `${paramsName}<${answer.paths}>`,
            hasQuestionToken: params?.required !== true,
          },
    takesParams: paramsName !== undefined,
    options: {
      name: "options",
      type: imports.type("RequestOptions", clientModule(writer.dialect)),
      hasQuestionToken: true,
    },
    returnType: answer.type,
  };
}

/** So that options stay where they are when a later document adds parameters. */
const NO_PARAMS: Parameter = { name: "_params", type: "undefined", hasQuestionToken: true };

/** The module of the client's type and of the options of a call. */
export function clientModule(dialect: string | undefined): string {
  return dialect === undefined ? "runtime/plain" : `${dialect}/dialect`;
}
