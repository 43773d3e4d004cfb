/** The function of an operation in prettier's form, where that is plain to see: most are, and there are many. */
import type {
  FunctionDeclarationStructure,
  OptionalKind,
  ParameterDeclarationStructure,
} from "ts-morph";
import { PRINT_WIDTH } from "../code/layout.js";
import { laidOut, type Written } from "../code/module.js";
import { isPlain } from "../code/type-text.js";

/** A function whose parameters are on one line, or on a line each. */
export function arranged(declaration: FunctionDeclarationStructure): Written {
  const { parameters = [], statements } = declaration;
  const returnType = String(declaration.returnType);
  const [statement, ...others] = Array.isArray(statements) ? statements : [];
  const entries = parameters.map(parameterText);
  const types = parameters.map(({ type }) => String(type));
  if (
    typeof statement !== "string" ||
    others.length > 0 ||
    !isLine(`  ${statement}`) ||
    ![...types, returnType].every(isPlain)
  ) {
    return laidOut(declaration, false);
  }
  const head = headText(declaration);
  if (isLine(`${head}(${entries.join(", ")}): ${returnType} {`)) return laidOut(declaration);
  const lines = [`${head}(`, ...entries.map((entry) => `  ${entry},`), `): ${returnType} {`];
  return lines.every(isLine)
    ? laidOut({ ...declaration, parameters: onLines(parameters) })
    : laidOut(declaration, false);
}

function isLine(text: string): boolean {
  return text.length <= PRINT_WIDTH && !text.includes("\n");
}

function parameterText({
  name,
  hasQuestionToken,
  type,
}: OptionalKind<ParameterDeclarationStructure>): string {
  return `${name}${hasQuestionToken === true ? "?" : ""}: ${String(type)}`;
}

function headText({
  name = "",
  isAsync,
  typeParameters = [],
}: FunctionDeclarationStructure): string {
  const texts = typeParameters.map((one) => {
    if (typeof one === "string") return one;
    const { isConst, name: parameter, constraint, default: given } = one;
    const bounds = constraint === undefined ? "" : ` extends ${String(constraint)}`;
    const otherwise = given === undefined ? "" : ` = ${String(given)}`;
    return `${isConst === true ? "const " : ""}${parameter}${bounds}${otherwise}`;
  });
  const given = texts.length === 0 ? "" : `<${texts.join(", ")}>`;
  return `export ${isAsync === true ? "async " : ""}function ${name}${given}`;
}

function onLines(
  parameters: readonly OptionalKind<ParameterDeclarationStructure>[],
): OptionalKind<ParameterDeclarationStructure>[] {
  return parameters.map((one, at) => ({
    ...one,
    leadingTrivia: "\n",
    trailingTrivia: at === parameters.length - 1 ? ",\n" : ",",
  }));
}
