/** Shapes → syntax trees of types. openapi-typescript maps the schema objects; this gives references their names. */
import type { SchemaObject } from "openapi-typescript";
import type { IndexSignatureDeclaration, Node, TypeNode } from "typescript";
import { transformSchemaObject, ts } from "../../support/compilers.js";
import type { Shape, TypeSymbol } from "../../model/types/index.js";
import { plainEscapes } from "../code/encode.js";
import { createContext } from "./mapping-context.js";
import { anyOther, otherValues } from "./open-enums.js";
import { showPercent } from "./percent.js";
import { optionalItem, restItems } from "./tuple-items.js";

const { factory } = ts;

/** The type parameter of params that take `expand`: the type of the paths. */
export const EXPAND_PARAMETER = "E";

/** The type parameter of operations that send several media types: the one that is sent. */
export const CONTENT_TYPE_PARAMETER = "C";

/** The type parameter of operations that can be asked for several media types: the one that is wanted. */
export const ACCEPT_PARAMETER = "A";

/** The type parameter of operations that may respond with a redirect: what becomes of it. */
export const REDIRECT_PARAMETER = "R";

/** The names that signatures have for their own. */
export const TYPE_PARAMETERS = [
  EXPAND_PARAMETER,
  CONTENT_TYPE_PARAMETER,
  ACCEPT_PARAMETER,
  REDIRECT_PARAMETER,
];

/** A named type's name, or what else the text of a type refers to. */
export interface TypeNames {
  /** Name in TypeScript of the schema with this key. */
  schema(key: string): string;
  /** A container type of the dialect. */
  list(name: string): string;
  /** The type of a file's content in a form. */
  upload(): string;
  /** The type of a body whose media type may be in a range. */
  bodyAs(): string;
  /** The type of a body that is sent as it is. */
  raw(): string;
}

/** The text of a type. */
export type Print = (node: Node) => string;

export function createPrint(): Print {
  const printer = ts.createPrinter({ newLine: ts.NewLineKind.LineFeed });
  const file = ts.createSourceFile("type.ts", "", ts.ScriptTarget.ESNext);
  return (node) =>
    showPercent(plainEscapes(printer.printNode(ts.EmitHint.Unspecified, node, file)));
}

export class TypeMapper {
  /** The shapes of properties, for their comments. */
  readonly shapes = new WeakMap<Node, Shape>();
  readonly #names: TypeNames;
  readonly #print: Print;
  readonly #ownTypes = new WeakMap<Shape, TypeNode | undefined>();
  readonly #context = createContext({
    transform: (schema) => this.#onceOwn(schema as Shape),
    postTransform: (type) => this.#named(type) ?? flat(type),
    transformProperty: (property, schema) => {
      const { name, questionToken, type } = property;
      const changed = factory.updatePropertySignature(
        property,
        undefined,
        name,
        questionToken,
        type && this.#withNull(this.#named(type) ?? type, schema as Shape),
      );
      this.shapes.set(changed, schema as Shape);
      return changed;
    },
  });

  constructor(names: TypeNames, print: Print) {
    this.#names = names;
    this.#print = print;
  }

  map(shape: Shape): TypeNode {
    // The model is frozen and readonly, openapi-typescript's types are not; it changes nothing it is given.
    return transformSchemaObject(shape as SchemaObject, { path: "#", ctx: this.#context });
  }

  /** A property is asked about twice and items are mapped twice: without a memory each level would double the work. */
  #onceOwn(shape: Shape): TypeNode | undefined {
    if (!this.#ownTypes.has(shape)) this.#ownTypes.set(shape, this.#ownType(shape));
    return this.#ownTypes.get(shape);
  }

  /** What openapi-typescript has no type for, or not the right one. */
  #ownType(shape: Shape): TypeNode | undefined {
    const { prefixItems, properties = {}, additionalProperties } = shape;
    if (prefixItems !== undefined) return this.#tuple(prefixItems, shape);
    const others = otherValues(shape);
    if (others !== undefined) return anyOther(others);
    if (shape.type === "array" && shape.items?.type === undefined) return this.#listOfLists(shape);
    if (isEmptyObject(shape)) return factory.createTypeLiteralNode([]);
    const isMixed = typeof additionalProperties === "object" && Object.keys(properties).length > 0;
    return isMixed
      ? this.#withIndex(shape, properties, additionalProperties)
      : this.#symbolType(shape.symbol);
  }

  /** Where its items are a union of one list, openapi-typescript takes that for the list itself. */
  #listOfLists({ items }: Shape): TypeNode | undefined {
    const item = items && this.map(items);
    const isList = item && (ts.isArrayTypeNode(item) || ts.isTupleTypeNode(item));
    return isList ? factory.createArrayTypeNode(item) : undefined;
  }

  /** Items that may be missing have a `?`, and what comes after them is spread. */
  #tuple(places: readonly Shape[], { minItems = 0, items }: Shape): TypeNode {
    const types = places.map((place, n) =>
      n < minItems ? this.map(place) : optionalItem(this.map(place)),
    );
    const rest = items && restItems(this.map(items));
    return factory.createTupleTypeNode(rest === undefined ? types : [...types, rest]);
  }

  /** An index signature speaks of the listed properties, too, so their types count among its own. */
  #withIndex(
    shape: Shape,
    properties: Readonly<Record<string, Shape>>,
    additional: Shape,
  ): TypeNode {
    const { additionalProperties: _, ...listed } = shape;
    const all = [additional, ...Object.values(properties)].map((one) => this.map(one));
    const byText = new Map(all.flatMap(members).map((type) => [this.#print(type), type]));
    const types = [...byText.values()];
    const unknown = types.find(({ kind }) => kind === ts.SyntaxKind.UnknownKeyword);
    const index = factory.createTypeLiteralNode([indexSignature(unknown ?? union(types))]);
    return factory.createIntersectionTypeNode([this.map(listed), index]);
  }

  #symbolType(symbol: TypeSymbol | undefined): TypeNode | undefined {
    switch (symbol?.kind) {
      case undefined:
        return undefined;
      case "list":
        return reference(this.#names.list(symbol.name), [this.map(symbol.item)]);
      case "upload":
        return reference(this.#names.upload());
      case "raw":
        return reference(this.#names.raw());
      case "date":
        return reference("Date");
      case "bigint":
        return factory.createKeywordTypeNode(ts.SyntaxKind.BigIntKeyword);
      case "expand":
        return reference(EXPAND_PARAMETER);
      case "body": {
        const [bodies, chosen] = [reference(symbol.bodies), reference(CONTENT_TYPE_PARAMETER)];
        return symbol.ranges === true
          ? reference(this.#names.bodyAs(), [bodies, chosen])
          : factory.createIndexedAccessTypeNode(bodies, chosen);
      }
    }
  }

  /** Of a property's own type openapi-typescript forgets that it may be null. */
  #withNull(type: TypeNode, shape: Shape): TypeNode {
    if (shape.nullable !== true || this.#ownTypes.get(shape) === undefined) return type;
    return union([type, factory.createLiteralTypeNode(factory.createNull())]);
  }

  /** `components["schemas"]["checkout.session"]` → `CheckoutSession`. */
  #named(type: TypeNode): TypeNode | undefined {
    if (!ts.isIndexedAccessTypeNode(type)) return undefined;
    const { indexType } = type;
    if (!ts.isLiteralTypeNode(indexType) || !ts.isStringLiteral(indexType.literal)) {
      return undefined;
    }
    return reference(this.#names.schema(showPercent(indexType.literal.text)));
  }
}

/** An object whose properties are all absent, and which has no others. */
function isEmptyObject({ properties, additionalProperties }: Shape): boolean {
  return (
    additionalProperties === false &&
    properties !== undefined &&
    Object.keys(properties).length === 0
  );
}

/** `(A | B) | null` → `A | B | null`; undefined for any type that holds no union in a union. */
function flat(type: TypeNode): TypeNode | undefined {
  const isNested = ts.isUnionTypeNode(type) && type.types.some((one) => members(one).length > 1);
  return isNested ? union(type.types) : undefined;
}

export function isNull(type: TypeNode): boolean {
  return ts.isLiteralTypeNode(type) && type.literal.kind === ts.SyntaxKind.NullKeyword;
}

/** With `null` once, behind all others. */
function union(types: readonly TypeNode[]): TypeNode {
  const all = types.flatMap(members);
  const nulls = all.filter(isNull);
  const others = all.filter((type) => !isNull(type));
  return factory.createUnionTypeNode([...others, ...nulls.slice(0, 1)]);
}

/** Through the parentheses that the compiler's factory puts around a union in a union. */
function members(type: TypeNode): readonly TypeNode[] {
  const inner = ts.isParenthesizedTypeNode(type) ? type.type : type;
  return ts.isUnionTypeNode(inner) ? inner.types.flatMap(members) : [type];
}

/** `[key: string]: A | B` */
function indexSignature(value: TypeNode): IndexSignatureDeclaration {
  const string = factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword);
  const key = factory.createParameterDeclaration(undefined, undefined, "key", undefined, string);
  return factory.createIndexSignature(undefined, [key], value);
}

function reference(name: string, parameters?: readonly TypeNode[]): TypeNode {
  return factory.createTypeReferenceNode(name, parameters);
}
