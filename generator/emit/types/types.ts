/** Shapes → TypeScript. openapi-typescript maps the schema objects; this room gives references their names. */
import type { SchemaObject } from "openapi-typescript";
import type { Node, SynthesizedComment, TypeNode } from "typescript";
import { transformSchemaObject, ts } from "../../support/compilers.js";
import type { Shape, TypeSymbol } from "../../model/types/index.js";
import { docLines } from "../code/docs.js";
import type { Docs } from "../code/docs.js";
import { plainEscapes } from "../code/encode.js";
import { indexRequired } from "./long-required.js";
import { createContext } from "./mapping-context.js";
import { hidePercent, showPercent } from "./percent.js";
import { optionalItem, restItems } from "./tuple-items.js";

const { factory } = ts;

/** The type parameter of params that take `expand`: the type of the paths. */
export const EXPAND_PARAMETER = "E";

/** The type parameter of operations that send several media types: the one that is sent. */
export const CONTENT_TYPE_PARAMETER = "C";

/** The type parameter of operations that can be asked for several media types: the one that is wanted. */
export const ACCEPT_PARAMETER = "A";

/** The names that signatures have for their own. */
export const TYPE_PARAMETERS = [EXPAND_PARAMETER, CONTENT_TYPE_PARAMETER, ACCEPT_PARAMETER];

/** A named type's name, or what else the text of a type refers to. */
export interface TypeNames {
  /** Name in TypeScript of the schema with this key. */
  schema(key: string): string;
  /** A container type of the dialect. */
  list(name: string): string;
  /** The type of a file's content in a form. */
  upload(): string;
  /** The type of a body that is sent as it is. */
  raw(): string;
}

export interface TypePrinter {
  /** The type as text. */
  type(shape: Shape): string;
  /** The members of an object type; undefined where the type is none that an interface can declare. */
  members(shape: Shape): readonly Member[] | undefined;
}

export interface Member {
  readonly name: string;
  readonly type: string;
  readonly optional: boolean;
  readonly docs: readonly string[];
}

export function createTypePrinter(names: TypeNames, docs: Docs): TypePrinter {
  const printer = ts.createPrinter({ newLine: ts.NewLineKind.LineFeed });
  const file = ts.createSourceFile("type.ts", "", ts.ScriptTarget.ESNext);
  const shapes = new WeakMap<Node, Shape>();
  const ownTypes = new WeakMap<Shape, TypeNode | undefined>();
  const print = (node: Node): string =>
    showPercent(plainEscapes(printer.printNode(ts.EmitHint.Unspecified, node, file)));

  const context = createContext({
    transform: (schema) => onceOwn(schema as Shape),
    postTransform: (type) => named(type) ?? flat(type),
    transformProperty: (property, schema) => {
      const { name, questionToken, type } = property;
      const changed = factory.updatePropertySignature(
        property,
        undefined,
        name,
        questionToken,
        type && withNull(named(type) ?? type, schema as Shape),
      );
      shapes.set(changed, schema as Shape);
      return changed;
    },
  });

  /** A property is asked about twice and items are mapped twice: without a memory each level would double the work. */
  function onceOwn(shape: Shape): TypeNode | undefined {
    if (!ownTypes.has(shape)) ownTypes.set(shape, ownType(shape));
    return ownTypes.get(shape);
  }

  /** What openapi-typescript has no type for, or not the right one. */
  function ownType(shape: Shape): TypeNode | undefined {
    const { prefixItems, properties = {}, additionalProperties } = shape;
    if (prefixItems !== undefined) return tuple(prefixItems, shape);
    if (shape.type === "array" && shape.items?.type === undefined) return listOfLists(shape);
    const isMixed = typeof additionalProperties === "object" && Object.keys(properties).length > 0;
    return isMixed ? withIndex(shape, properties, additionalProperties) : symbolType(shape.symbol);
  }

  /** Where its items are a union of one list, openapi-typescript takes that for the list itself. */
  function listOfLists({ items }: Shape): TypeNode | undefined {
    const item = items && map(items);
    const isList = item && (ts.isArrayTypeNode(item) || ts.isTupleTypeNode(item));
    return isList ? factory.createArrayTypeNode(item) : undefined;
  }

  /** Items that may be missing have a `?`, and what comes after them is spread. */
  function tuple(places: readonly Shape[], { minItems = 0, items }: Shape): TypeNode {
    const types = places.map((place, n) => (n < minItems ? map(place) : optionalItem(map(place))));
    const rest = items && restItems(map(items));
    return factory.createTupleTypeNode(rest === undefined ? types : [...types, rest]);
  }

  /** An index signature speaks of the listed properties, too, so their types count among its own. */
  function withIndex(
    shape: Shape,
    properties: Readonly<Record<string, Shape>>,
    additional: Shape,
  ): TypeNode {
    const { additionalProperties: _, ...listed } = shape;
    const texts = new Set<string>();
    const all = [additional, ...Object.values(properties)].map(map);
    const flattened = all.flatMap((type) => (ts.isUnionTypeNode(type) ? type.types : [type]));
    const types = flattened.filter((type) => {
      const text = print(type);
      return !texts.has(text) && texts.add(text);
    });
    const unknown = types.find(({ kind }) => kind === ts.SyntaxKind.UnknownKeyword);
    const key = factory.createParameterDeclaration(
      undefined,
      undefined,
      "key",
      undefined,
      factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
    );
    const value = unknown ?? union(types);
    const index = factory.createTypeLiteralNode([
      factory.createIndexSignature(undefined, [key], value),
    ]);
    return factory.createIntersectionTypeNode([map(listed), index]);
  }

  function symbolType(symbol: TypeSymbol | undefined): TypeNode | undefined {
    switch (symbol?.kind) {
      case undefined:
        return undefined;
      case "list":
        return reference(names.list(symbol.name), [map(symbol.item)]);
      case "upload":
        return reference(names.upload());
      case "raw":
        return reference(names.raw());
      case "date":
        return reference("Date");
      case "expand":
        return reference(EXPAND_PARAMETER);
      case "body":
        return factory.createIndexedAccessTypeNode(
          reference(symbol.bodies),
          reference(CONTENT_TYPE_PARAMETER),
        );
    }
  }

  /** Of a property's own type openapi-typescript forgets that it may be null. */
  function withNull(type: TypeNode, shape: Shape): TypeNode {
    if (shape.nullable !== true || ownTypes.get(shape) === undefined) return type;
    return union([type, factory.createLiteralTypeNode(factory.createNull())]);
  }

  /** `components["schemas"]["checkout.session"]` → `CheckoutSession`. */
  function named(type: TypeNode): TypeNode | undefined {
    if (!ts.isIndexedAccessTypeNode(type)) return undefined;
    const { indexType } = type;
    if (!ts.isLiteralTypeNode(indexType) || !ts.isStringLiteral(indexType.literal)) {
      return undefined;
    }
    return reference(names.schema(showPercent(indexType.literal.text)));
  }

  /** `(A | B) | null` → `A | B | null`. */
  function flat(type: TypeNode): TypeNode | undefined {
    const isNested = ts.isUnionTypeNode(type) && type.types.some(ts.isUnionTypeNode);
    return isNested ? union(type.types) : undefined;
  }

  function union(types: readonly TypeNode[]): TypeNode {
    return factory.createUnionTypeNode(
      types.flatMap((type) => (ts.isUnionTypeNode(type) ? type.types : [type])),
    );
  }

  function map(shape: Shape): TypeNode {
    // The model is frozen and readonly, openapi-typescript's types are not; it changes nothing it is given.
    return transformSchemaObject(shape as SchemaObject, { path: "#", ctx: context });
  }

  /** openapi-typescript comments as it sees fit; ours is the only text that goes out. */
  function comment(node: Node): void {
    if (ts.isPropertySignature(node)) {
      const lines = docLines(shapes.get(node) ?? {}, docs);
      ts.setSyntheticLeadingComments(node, lines.length === 0 ? undefined : [block(lines)]);
    }
    ts.forEachChild(node, comment);
  }

  function type(shape: Shape): string {
    const node = map(prepared(shape));
    comment(node);
    return print(node);
  }

  function members(shape: Shape): readonly Member[] | undefined {
    const node = map(prepared(shape));
    if (!ts.isTypeLiteralNode(node)) return undefined;
    const properties = node.members.filter(ts.isPropertySignature);
    // With an index signature it has to be an alias: only those are assignable to each other by it.
    if (properties.length < node.members.length) return undefined;
    return properties.map((member) => {
      const inner = member.type ?? factory.createKeywordTypeNode(ts.SyntaxKind.UnknownKeyword);
      comment(inner);
      return {
        name: print(member.name),
        type: print(inner),
        optional: member.questionToken !== undefined,
        docs: docLines(shapes.get(member) ?? {}, docs),
      };
    });
  }

  return { type, members };
}

/** As openapi-typescript can take it. */
function prepared(shape: Shape): Shape {
  return indexRequired(hidePercent(shape));
}

function reference(name: string, parameters?: readonly TypeNode[]): TypeNode {
  return factory.createTypeReferenceNode(name, parameters);
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
