/**
 * Types in prettier's form without prettier's having to read them: documents for its printer, made from the syntax
 * trees. Only the kinds of types that most schemas need are known here; the text of others is left to prettier.
 */
import type { Node, TypeElement, TypeNode, UnionTypeNode } from "typescript";
import { doc } from "prettier";
import { ts } from "../../support/compilers.js";
import { commentBlock } from "../code/docs.js";
import { PRINT_WIDTH } from "../code/layout.js";
import { isNull, type Print } from "./mapper.js";

const { align, group, hardline, ifBreak, indent, join, line, softline } = doc.builders;
type Doc = doc.builders.Doc;
const { FirstKeyword, LastKeyword } = ts.SyntaxKind;

export interface TypeLayout {
  /** The type as it stands behind a head, `name?: `, at an indent; undefined where prettier has to say. */
  behind(head: string, type: TypeNode, indent: string): string | undefined;
}

/** @param linesOf the lines of a property's comment */
export function createLayout(
  print: Print,
  linesOf: (property: Node) => readonly string[],
): TypeLayout {
  function typeDoc(node: TypeNode): Doc | undefined {
    if (ts.isUnionTypeNode(node)) return unionDoc(node, false);
    if (ts.isArrayTypeNode(node)) return arrayDoc(node.elementType);
    if (ts.isTypeLiteralNode(node)) return objectDoc(node.members);
    if (ts.isTypeReferenceNode(node) && node.typeArguments !== undefined) {
      return genericDoc(print(node.typeName), node.typeArguments);
    }
    const text = print(node);
    if (isAtomic(text)) return text;
    return ts.isParenthesizedTypeNode(node) ? parenthesizedDoc(node.type) : undefined;
  }

  function unionDoc(node: UnionTypeNode, isIndented: boolean): Doc | undefined {
    const types = all(node.types.map(typeDoc));
    if (types === undefined) return undefined;
    if (staysTogether(node)) return join(" | ", types);
    const members = types.map((type) => align(2, type));
    const each = group([ifBreak("| "), join([line, "| "], members)]);
    return isIndented ? group(indent([softline, each])) : each;
  }

  function arrayDoc(element: TypeNode): Doc | undefined {
    const type = typeDoc(element);
    return type && [type, "[]"];
  }

  function parenthesizedDoc(inner: TypeNode): Doc | undefined {
    // Those around a single type would go.
    if (!ts.isUnionTypeNode(inner) || inner.types.length < 2) return undefined;
    const type = unionDoc(inner, false);
    if (type === undefined || staysTogether(inner)) return type && ["(", type, ")"];
    return group(["(", indent([softline, type]), softline, ")"]);
  }

  function genericDoc(name: string, args: readonly TypeNode[]): Doc | undefined {
    const types = all(args.map(typeDoc));
    const [first, ...more] = args;
    if (types === undefined || first === undefined) return undefined;
    if (more.length === 0 && hugs(first)) return [name, "<", types, ">"];
    return [name, group(["<", indent([softline, join([",", line], types)]), softline, ">"])];
  }

  function objectDoc(members: readonly TypeElement[]): Doc | undefined {
    if (members.length === 0) return "{}";
    const lines = all(members.map(memberDoc));
    return lines && ["{", indent([hardline, join(hardline, lines)]), hardline, "}"];
  }

  function memberDoc(member: TypeElement): Doc | undefined {
    const head = headOf(member);
    const { type } = member as { readonly type?: TypeNode };
    const typed = head === undefined || type === undefined ? undefined : entryDoc(head, type);
    return typed && [...commentBlock(linesOf(member), "").flatMap((one) => [one, hardline]), typed];
  }

  function headOf(member: TypeElement): string | undefined {
    if (ts.isIndexSignatureDeclaration(member)) {
      return hasModifiers(member) ? undefined : `[${member.parameters.map(print).join("")}]: `;
    }
    if (!ts.isPropertySignature(member) || hasModifiers(member)) return undefined;
    const name = print(member.name);
    return isKey(name) ? `${name}${member.questionToken === undefined ? "" : "?"}: ` : undefined;
  }

  function entryDoc(head: string, type: TypeNode): Doc | undefined {
    const typed = ts.isUnionTypeNode(type) ? unionDoc(type, true) : typeDoc(type);
    return typed && [head, typed, ";"];
  }

  /** On one line; undefined where it might have to take more. */
  function flatText(node: TypeNode): string | undefined {
    if (ts.isUnionTypeNode(node)) {
      const types = node.types.map(flatText);
      return types.includes(undefined) ? undefined : types.join(" | ");
    }
    if (ts.isArrayTypeNode(node)) {
      const item = flatText(node.elementType);
      return item && `${item}[]`;
    }
    const text = print(node);
    return isAtomic(text) ? text : undefined;
  }

  return {
    behind(head, type, room) {
      const flat = flatText(type);
      if (flat !== undefined && room.length + head.length + flat.length < PRINT_WIDTH) return flat;
      const entry = entryDoc(head, type);
      if (entry === undefined) return undefined;
      const options = { printWidth: PRINT_WIDTH - room.length, tabWidth: 2 };
      const { formatted } = doc.printer.printDocToString(entry, options);
      return formatted.slice(head.trimEnd().length, -";".length).replace(/^ /, "");
    },
  };
}

function hasModifiers({ modifiers = [] }: { readonly modifiers?: readonly Node[] }): boolean {
  return modifiers.length > 0;
}

/** A type that has no place for a line break. */
function isAtomic(text: string): boolean {
  return /^(?:[\w$]+|"[^"\\\n]*"|-?\d{1,15}|\([\w$]+ & \{\}\)|[\w$]+(?:\["[\w$]+"\])+)$/.test(text);
}

/** A key as prettier writes it: some it would quote, or take the quotes from. */
export function isKey(name: string): boolean {
  return /^(?:[A-Za-z_$][\w$]*|"(?![A-Za-z_$][\w$]*"|\d+")[^"\\\n]*")$/.test(name);
}

/** `Name | null` and `{ … } | null` are never split. */
function staysTogether({ types }: UnionTypeNode): boolean {
  const [type, ...others] = types.filter((one) => !isNull(one));
  return type !== undefined && others.length === 0 && isWhole(type);
}

function hugs(type: TypeNode): boolean {
  return ts.isUnionTypeNode(type) ? staysTogether(type) : isWhole(type);
}

/** An object, a keyword or a name. */
function isWhole(type: TypeNode): boolean {
  if (ts.isTypeReferenceNode(type)) return type.typeArguments === undefined;
  const isKeyword = type.kind >= FirstKeyword && type.kind <= LastKeyword;
  return ts.isTypeLiteralNode(type) || isKeyword;
}

function all(docs: readonly (Doc | undefined)[]): Doc[] | undefined {
  const known = docs.filter((one) => one !== undefined);
  return known.length === docs.length ? known : undefined;
}
