/** The function of an operation in prettier's form, where that is plain to see: most are, and there are many. */
import type {
  FunctionDeclarationStructure,
  OptionalKind,
  ParameterDeclarationStructure,
} from "ts-morph";
import { expressionLines, isEndless } from "../code/expression.js";
import { layOut, PRINT_WIDTH } from "../code/layout.js";
import { laidOut, type Written } from "../code/module.js";
import { isPlain, typeEntry } from "../code/type-text.js";
import { type Call, onOneLine } from "./call.js";

type Parameter = OptionalKind<ParameterDeclarationStructure>;

/** A function of one call, with its parameters and the arguments on one line, or on a line each. */
export function arranged(declaration: FunctionDeclarationStructure, call: Call): Written {
  const { parameters = [] } = declaration;
  const returnType = String(declaration.returnType);
  const body = bodyLines(call);
  const whole = { ...declaration, statements: [body.join("\n")] };
  const types = [...parameters.map(({ type }) => String(type)), returnType];
  if (!types.every(isPlain) || !body.every((line) => isLine(`  ${line}`) || isEndless(line))) {
    return laidOut(whole, false);
  }
  const head = headText(declaration);
  const texts = parameters.map((one) => headOf(one) + String(one.type));
  if (isLine(`${head}(${texts.join(", ")}): ${returnType} {`)) return laidOut(whole);
  const entries = parameters.map(parameterLines);
  const lines = [`${head}(`, ...entries.flat().map((line) => `  ${line}`), `): ${returnType} {`];
  return lines.every(isLine)
    ? laidOut({ ...whole, parameters: parameters.map(onLines) })
    : laidOut(whole, false);
}

function bodyLines(call: Call): readonly string[] {
  const line = `return ${onOneLine(call)};`;
  const isWhole = call.given.some((one) => typeof one === "string" && one.includes("=>"));
  return isLine(`  ${line}`) || isWhole ? [line] : callLines("return ", call, ";", "");
}

/** Each argument on a line of its own. */
function callLines(head: string, { callee, given }: Call, end: string, indent: string): string[] {
  const inner = `${indent}  `;
  const lines = given.flatMap((one) => {
    const line = `${inner}${typeof one === "string" ? one : onOneLine(one)},`;
    if (isLine(`  ${line}`)) return [line];
    return typeof one === "string" ? argumentLines(one, inner) : callLines("", one, ",", inner);
  });
  return [`${indent}${head}${callee}(`, ...lines, `${indent})${end}`];
}

function argumentLines(text: string, indent: string): string[] {
  const lines = expressionLines(text, indent.length + 2) ?? [text];
  return lines.map((line, at) => `${indent}${line}${at === lines.length - 1 ? "," : ""}`);
}

/** Without indent; the last line ends with a comma. */
function parameterLines(parameter: Parameter): readonly string[] {
  const entry = typeEntry(headOf(parameter), String(parameter.type));
  return layOut(entry, ",", ",", "  ").map((line) => line.slice(2));
}

function isLine(text: string): boolean {
  return text.length <= PRINT_WIDTH && !text.includes("\n");
}

function headOf({ name, hasQuestionToken }: Parameter): string {
  return `${name}${hasQuestionToken === true ? "?" : ""}: `;
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

/** ts-morph indents all lines of a parameter but its first. */
function onLines(parameter: Parameter, at: number, all: readonly Parameter[]): Parameter {
  const text = parameterLines(parameter).join("\n");
  return {
    name: text.slice(0, -",".length),
    leadingTrivia: "\n",
    trailingTrivia: at === all.length - 1 ? ",\n" : ",",
  };
}
