/** A method's signature as text, as prettier writes it. */
import type {
  OptionalKind,
  ParameterDeclarationStructure,
  TypeParameterDeclarationStructure,
} from "ts-morph";

import { layOut, PRINT_WIDTH } from "../code/layout.js";
import type { Signature } from "../operations/signature.js";
import { isPlain, typeEntry } from "../code/type-text.js";

/** The lines of a signature; whether nothing in it is left to prettier. */
export interface MethodText {
  readonly lines: readonly string[];
  readonly formatted: boolean;
}

/** `list<const E extends readonly string[] = []>(params?: …, options?: …): …;` */
export function methodText(
  name: string,
  { typeParameters, path, params, options, returnType }: Signature,
  indent: string,
): MethodText {
  const parameters = [...path, ...(params === undefined ? [] : [params]), options];
  const head = `${indent}${name}${typeParametersText(typeParameters)}(`;
  const line = `${head}${parameters.map(parameterText).join(", ")}): ${returnType};`;
  const lines =
    line.length <= PRINT_WIDTH
      ? [line]
      : [
          head,
          ...parameters.flatMap((each) =>
            layOut(typeEntry(parameterHead(each), String(each.type)), ",", ",", `${indent}  `),
          ),
          `${indent}): ${returnType};`,
        ];
  const types = [...parameters.map(({ type }) => String(type)), returnType];
  return { lines, formatted: types.every(isPlain) };
}

function typeParametersText(parameters: Signature["typeParameters"]): string {
  return parameters.length === 0 ? "" : `<${parameters.map(typeParameterText).join(", ")}>`;
}

function typeParameterText({
  name,
  isConst,
  constraint,
  default: other,
}: OptionalKind<TypeParameterDeclarationStructure>): string {
  const bound = constraint === undefined ? "" : ` extends ${String(constraint)}`;
  return `${isConst ? "const " : ""}${name}${bound}${other === undefined ? "" : ` = ${String(other)}`}`;
}

type Parameter = OptionalKind<ParameterDeclarationStructure>;

function parameterHead({ name, hasQuestionToken }: Parameter): string {
  return `${name}${hasQuestionToken ? "?" : ""}: `;
}

function parameterText(parameter: Parameter): string {
  return parameterHead(parameter) + String(parameter.type);
}
