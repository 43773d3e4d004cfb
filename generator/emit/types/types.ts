/** Shapes → TypeScript as text, with comments of our own. */
import type { Node, SynthesizedComment, TypeNode } from "typescript";
import { ts } from "../../support/compilers.js";
import type { Docs, Shape } from "../../model/types/index.js";
import { docLines } from "../code/docs.js";
import { indexRequired } from "./long-required.js";
import { createLayout, isKey } from "./layout.js";
import { createPrint, TypeMapper, type TypeNames } from "./mapper.js";
import { asUnions } from "./open-enums.js";
import { hidePercent } from "./percent.js";

export interface TypePrinter {
  /** The type as text. */
  type(shape: Shape): string;
  /** The type as a declaration has it behind its head, `export type Name = `. */
  declared(shape: Shape, head: string): TypeText;
  /** The members of an object type; undefined where the type is none that an interface can declare. */
  members(shape: Shape): readonly Member[] | undefined;
}

export interface TypeText {
  readonly text: string;
  /** Whether it is in prettier's form. */
  readonly isLaidOut: boolean;
}

export interface Member {
  readonly name: string;
  readonly type: TypeText;
  readonly optional: boolean;
  readonly docs: readonly string[];
}

export function createTypePrinter(names: TypeNames, docs: Docs): TypePrinter {
  const print = createPrint();
  const mapper = new TypeMapper(names, print);
  const linesOf = (property: Node): string[] => docLines(mapper.shapes.get(property) ?? {}, docs);
  const layout = createLayout(print, linesOf);

  /** openapi-typescript comments as it sees fit; ours is the only text that goes out. */
  function comment(node: Node): void {
    if (ts.isPropertySignature(node)) {
      const lines = linesOf(node);
      ts.setSyntheticLeadingComments(node, lines.length === 0 ? undefined : [block(lines)]);
    }
    ts.forEachChild(node, comment);
  }

  function commented(node: Node | undefined): string {
    if (node === undefined) return "unknown";
    comment(node);
    return print(node);
  }

  function placed(node: TypeNode | undefined, head: string, indent: string): TypeText {
    const text = node && layout.behind(head, node, indent);
    return text === undefined
      ? { text: commented(node), isLaidOut: false }
      : { text, isLaidOut: true };
  }

  return {
    type: (shape) => commented(mapper.map(prepared(shape))),
    declared: (shape, head) => placed(mapper.map(prepared(shape)), head, ""),
    members(shape) {
      const node = mapper.map(prepared(shape));
      if (!ts.isTypeLiteralNode(node)) return undefined;
      const properties = node.members.filter(ts.isPropertySignature);
      // With an index signature it has to be an alias: only those are assignable to each other by it.
      if (properties.length < node.members.length) return undefined;
      return properties.map((member) => {
        const name = print(member.name);
        const optional = member.questionToken !== undefined;
        const type = isKey(name)
          ? placed(member.type, `${name}${optional ? "?" : ""}: `, "  ")
          : { text: commented(member.type), isLaidOut: false };
        return { name, type, optional, docs: linesOf(member) };
      });
    },
  };
}

/** As openapi-typescript can take it. */
function prepared(shape: Shape): Shape {
  return asUnions(indexRequired(hidePercent(shape)));
}

function block(lines: readonly string[]): SynthesizedComment {
  const text =
    lines.length === 1 ? `* ${lines[0]} ` : `*\n${lines.map((line) => ` * ${line}\n`).join("")} `;
  return {
    kind: ts.SyntaxKind.MultiLineCommentTrivia,
    text,
    hasTrailingNewLine: true,
    pos: -1,
    end: -1,
  };
}
