/** A named type's declaration as text, as prettier writes it. */
import type { InterfaceDeclarationStructure } from "ts-morph";
import { StructureKind } from "../../support/compilers.js";
import type { Declaration } from "./declare.js";
import { commentBlock } from "../code/docs.js";
import { PRINT_WIDTH } from "../code/imports.js";
import { layOut } from "../code/layout.js";
import { isPlain, typeEntry } from "../code/type-text.js";

type Interface = InterfaceDeclarationStructure;
type Property = NonNullable<Interface["properties"]>[number];
type Docs = Declaration["docs"];

/** undefined where something is left to prettier. */
export function declarationText(declaration: Declaration): string | undefined {
  const { name, docs, typeParameters } = declaration;
  if (typeParameters !== undefined && typeParameters.length > 0) return undefined;
  const lines =
    declaration.kind === StructureKind.TypeAlias
      ? typeLines(`export type ${name} = `, String(declaration.type), "")
      : interfaceLines(name, declaration.properties ?? []);
  return lines && [...docLines(docs, ""), ...lines].join("\n");
}

function interfaceLines(name: string, properties: readonly Property[]): string[] | undefined {
  const members = properties.map(propertyLines);
  if (!members.every((lines) => lines !== undefined)) return undefined;
  if (members.length === 0) return [`export interface ${name} {}`];
  return [`export interface ${name} {`, ...members.flat(), "}"];
}

function propertyLines({ name, hasQuestionToken, type, docs }: Property): string[] | undefined {
  const head = `${name}${hasQuestionToken === true ? "?" : ""}: `;
  const lines = typeLines(head, String(type), "  ");
  return lines && [...docLines(docs, "  "), ...lines];
}

function typeLines(head: string, type: string, indent: string): string[] | undefined {
  const [, index, rest = ""] = /^\{\n +(\[key: string\]: .*);\n\}( \| null)?$/.exec(type) ?? [];
  if (index !== undefined && isPlain(index)) {
    return [`${indent}${head}{`, `${indent}  ${index};`, `${indent}}${rest};`];
  }
  const line = `${indent}${head}${type};`;
  if (line.length <= PRINT_WIDTH && isPlain(type.replace(/\(([^()]*)\)\[\]/g, "$1"))) return [line];
  return isPlain(type) ? layOut(typeEntry(head, type), ";", ";", indent) : undefined;
}

function docLines(docs: Docs, indent: string): string[] {
  const texts = (docs ?? []).map((doc) => (typeof doc === "object" ? String(doc.description) : ""));
  return texts.flatMap((text) => commentBlock(text.replace(/^\n/, "").split("\n"), indent));
}
