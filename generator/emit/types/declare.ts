/** A named type as a declaration: an interface where that can be, else an alias. */
import { laidOut, type Written } from "../code/module.js";
import type {
  InterfaceDeclarationStructure,
  TypeAliasDeclarationStructure,
  TypeParameterDeclarationStructure,
} from "ts-morph";
import type { Docs, Shape } from "../../model/types/index.js";
import { StructureKind } from "../../support/compilers.js";
import { docLines, jsDoc } from "../code/docs.js";
import { PRINT_WIDTH } from "../code/layout.js";

import { isPlain } from "../code/type-text.js";
import type { TypePrinter } from "./types.js";

export type Declaration = InterfaceDeclarationStructure | TypeAliasDeclarationStructure;
type TypeParameter = Omit<TypeParameterDeclarationStructure, "kind">;

export function declareType(
  printer: TypePrinter,
  docs: Docs,
  name: string,
  shape: Shape,
  typeParameters: TypeParameter[] = [],
): Declaration {
  const common = { name, isExported: true, typeParameters, docs: jsDoc(docLines(shape, docs)) };
  const members = printer.members(shape);
  if (members === undefined) {
    return { ...common, kind: StructureKind.TypeAlias, type: printer.type(shape) };
  }
  return {
    ...common,
    kind: StructureKind.Interface,
    properties: members.map(({ name: member, type, optional, docs: lines }) => ({
      name: member,
      type,
      hasQuestionToken: optional,
      docs: jsDoc(lines),
    })),
  };
}

/** A declaration whose members all fit on lines of their own is left as ts-morph writes it. */
export function declaredPart(declaration: Declaration): Written {
  const { name, typeParameters } = declaration;
  const isPlainHead = typeParameters === undefined || typeParameters.length === 0;
  const isLaidOut =
    declaration.kind === StructureKind.TypeAlias
      ? fitsOn(`export type ${name} = `, declaration.type)
      : isInterfaceLaidOut(declaration);
  return laidOut(declaration, isPlainHead && isLaidOut);
}

function isInterfaceLaidOut({ properties = [] }: InterfaceDeclarationStructure): boolean {
  return (
    properties.length > 0 &&
    properties.every(({ name, hasQuestionToken, type }) =>
      fitsOn(`  ${name}${hasQuestionToken === true ? "?" : ""}: `, type),
    )
  );
}

function fitsOn(head: string, type: unknown): boolean {
  const text = String(type);
  // Parentheses of a union whose lists are meant; prettier leaves them.
  const isOnOneLine = isPlain(text.replace(/\(([^()]*)\)\[\]/g, "$1"));
  return isOnOneLine && head.length + text.length < PRINT_WIDTH;
}
