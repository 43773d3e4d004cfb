/** A named type as a declaration: an interface where that can be, else an alias. */
import type {
  InterfaceDeclarationStructure,
  TypeAliasDeclarationStructure,
  TypeParameterDeclarationStructure,
} from "ts-morph";
import { StructureKind } from "../../support/compilers.js";
import type { Shape } from "../../model/types/index.js";
import { docLines, type Docs, jsDoc } from "../code/docs.js";
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
