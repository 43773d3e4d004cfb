/** A named type as a declaration: an interface where that can be, else an alias. */
import type {
  InterfaceDeclarationStructure,
  PropertySignatureStructure,
  TypeAliasDeclarationStructure,
  TypeParameterDeclarationStructure,
} from "ts-morph";
import type { Docs, Shape } from "../../model/types/index.js";
import { StructureKind } from "../../support/compilers.js";
import { docLines, jsDoc } from "../code/docs.js";
import { PRINT_WIDTH } from "../code/layout.js";
import { laidOut, type Written } from "../code/module.js";
import { isPlain } from "../code/type-text.js";
import type { Member, TypePrinter } from "./types.js";

type Declaration = InterfaceDeclarationStructure | TypeAliasDeclarationStructure;
type TypeParameter = Omit<TypeParameterDeclarationStructure, "kind">;

/** A declaration, and whether it is in prettier's form as ts-morph writes it. */
export function declareType(
  printer: TypePrinter,
  docs: Docs,
  name: string,
  shape: Shape,
  typeParameters: TypeParameter[] = [],
): Written {
  const common = { name, isExported: true, typeParameters, docs: jsDoc(docLines(shape, docs)) };
  const members = printer.members(shape);
  const isLaidOut = isHeadLaidOut(name, typeParameters);
  if (members === undefined) {
    const head = `export type ${name} = `;
    const { text: type, ...laid } = printer.declared(shape, head);
    const alias: Declaration = { ...common, kind: StructureKind.TypeAlias, type };
    const isOneLine = !type.includes("\n") && `${head}${type};`.length <= PRINT_WIDTH;
    return laidOut(alias, isLaidOut && laid.isLaidOut && isOneLine);
  }
  const declaration: Declaration = {
    ...common,
    kind: StructureKind.Interface,
    properties: members.map(propertyOf),
  };
  const areLaidOut = members.length > 0 && members.every(({ type }) => type.isLaidOut);
  return laidOut(declaration, isLaidOut && areLaidOut);
}

function propertyOf({ name, type, optional, docs }: Member): PropertySignatureStructure {
  const property = { kind: StructureKind.PropertySignature, docs: jsDoc(docs) } as const;
  const key = `${name}${optional ? "?" : ""}`;
  // ts-morph would leave a space before the end of a line, and indent the others of a type once more.
  if (type.isLaidOut && type.text.includes("\n")) {
    const space = type.text.startsWith("\n") ? "" : " ";
    return { ...property, name: `${key}:${space}${type.text}` };
  }
  return { ...property, name, type: type.text, hasQuestionToken: optional };
}

/** Whether `export interface Name<E = string[]> {` stands on one line. */
function isHeadLaidOut(name: string, typeParameters: readonly TypeParameter[]): boolean {
  if (typeParameters.length === 0) return true;
  const texts = typeParameters.map(({ name: one, constraint, default: given }) => {
    return `${one}${constraint ? ` extends ${constraint}` : ""}${given ? ` = ${given}` : ""}`;
  });
  const head = `export interface ${name}<${texts.join(", ")}> {`;
  return texts.every(isPlain) && head.length <= PRINT_WIDTH;
}
