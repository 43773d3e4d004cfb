/** Compares the types of two packages property by property, as the compiler sees them. */
import ts from "typescript";
import { loadNamespaces } from "./namespace-names.js";

export interface Comparison {
  /** How many types the first package has. */
  readonly types: number;
  /** Full names of those that the second lacks: `Charge.Level3`. */
  readonly missing: readonly string[];
  /** How the second package differs in a property: `Charge.level3: missing`. */
  readonly properties: readonly string[];
  /** How many properties were compared. */
  readonly compared: number;
}

/** `from` and `to`: modules whose default exports are classes with a namespace of types. */
export function compareTypes(from: string, to: string): Comparison {
  const { checker, types } = loadNamespaces([from, to]);
  const [theirs = new Map<string, ts.Symbol>(), ours = new Map<string, ts.Symbol>()] = types;
  const walk = new Walk(checker, theirs);
  for (const [name, symbol] of theirs) {
    const other = ours.get(name);
    if (other === undefined || isOwn(symbol)) continue;
    const type = checker.getDeclaredTypeOfSymbol(symbol);
    walk.compare(type, checker.getDeclaredTypeOfSymbol(other), name);
  }
  const missing = [...theirs.keys()].filter((name) => !ours.has(name));
  return { types: theirs.size, missing, properties: walk.differences(), compared: walk.size };
}

/** Whether a type is of the package itself: its options, lists and classes, which have tests of their own. */
function isOwn({ flags, declarations = [] }: ts.Symbol): boolean {
  if (flags & ts.SymbolFlags.Class) return true;
  return declarations.some((each) => /\/(lib|net)\.d\.ts$/.test(each.getSourceFile().fileName));
}

/** What may differ in a property. */
type Aspects = Set<string>;

class Walk {
  /** Property → what differs wherever it was met: one that fits in one place is there. */
  readonly #found = new Map<string, Aspects>();
  readonly #seen = new Set<string>();
  readonly #ids = new Map<ts.Type, number>();
  readonly #checker: ts.TypeChecker;
  readonly #names: ReadonlyMap<ts.Symbol, string>;

  constructor(checker: ts.TypeChecker, theirs: ReadonlyMap<string, ts.Symbol>) {
    this.#checker = checker;
    this.#names = new Map(Array.from(theirs, ([name, symbol]) => [symbol, name]));
  }

  get size(): number {
    return this.#found.size;
  }

  differences(): readonly string[] {
    const all = Array.from(this.#found, ([name, aspects]) =>
      Array.from(aspects, (aspect) => `${name}: ${aspect}`),
    );
    return all.flat().sort();
  }

  /** Every object of the one with its counterparts in the other. `path` names what has no name of its own. */
  compare(theirs: ts.Type, ours: ts.Type, path: string): void {
    const others = objectsIn(ours);
    for (const object of objectsIn(theirs)) {
      for (const other of this.#counterparts(object, others)) this.#pair(object, other, path);
    }
  }

  #pair(theirs: ts.Type, ours: ts.Type, path: string): void {
    const key = `${this.#id(theirs)} ${this.#id(ours)}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    const checker = this.#checker;
    const [item, otherItem] = [theirs, ours].map((type) => type.getNumberIndexType());
    if (item !== undefined) {
      if (otherItem !== undefined) this.compare(item, otherItem, path);
      return;
    }
    const symbol = theirs.aliasSymbol ?? theirs.getSymbol();
    const owner = (symbol && this.#names.get(symbol)) ?? path;
    for (const property of checker.getPropertiesOfType(theirs)) {
      this.#property(property, checker.getPropertyOfType(ours, property.name), owner);
    }
    const [value, otherValue] = [theirs, ours].map((type) => type.getStringIndexType());
    if (value !== undefined && otherValue !== undefined) {
      this.#record(`${owner}[]`, kindDifferences(value, otherValue, owner));
      this.compare(value, otherValue, `${owner}[]`);
    }
  }

  #property(theirs: ts.Symbol, ours: ts.Symbol | undefined, owner: string): void {
    const name = `${owner}.${theirs.name}`;
    if (ours === undefined) return this.#record(name, ["missing"]);
    const type = this.#checker.getTypeOfSymbol(theirs);
    const other = this.#checker.getTypeOfSymbol(ours);
    const presence = isOptional(ours) ? "optional" : "not optional";
    const differs = isOptional(theirs) !== isOptional(ours);
    this.#record(name, [...(differs ? [presence] : []), ...kindDifferences(type, other, owner)]);
    // What of an event's object has changed is the object again, in part.
    if (theirs.name !== "previous_attributes") this.compare(type, other, name);
  }

  #record(name: string, aspects: readonly string[]): void {
    const known = this.#found.get(name);
    if (known?.has("missing") && !aspects.includes("missing"))
      this.#found.set(name, new Set(aspects));
    else if (!aspects.includes("missing") || known === undefined) {
      const both = aspects.filter((aspect) => known?.has(aspect) !== false);
      this.#found.set(name, new Set(both));
    }
  }

  /** Those that say they are the same thing: a list, a customer, a customer that was deleted. */
  #counterparts(theirs: ts.Type, all: readonly ts.Type[]): readonly ts.Type[] {
    const tag = this.#tag(theirs);
    return all.filter((each) => this.#tag(each) === tag);
  }

  #tag(type: ts.Type): string {
    if (this.#checker.isArrayType(type)) return "list";
    const object = type.getProperty("object");
    const value = object && this.#checker.getTypeOfSymbol(object);
    const deleted = type.getProperty("deleted");
    const isDeleted = deleted !== undefined && !isOptional(deleted);
    return `${value?.isStringLiteral() ? value.value : ""} ${isDeleted}`;
  }

  #id(type: ts.Type): number {
    const id = this.#ids.get(type) ?? this.#ids.size;
    this.#ids.set(type, id);
    return id;
  }
}

/** `not null` where only the first takes null, `number` where only the second takes numbers. */
function kindDifferences(theirs: ts.Type, ours: ts.Type, owner: string): readonly string[] {
  const [kinds, others] = [kindsOf(theirs), kindsOf(ours)];
  if (kinds.has("any") || others.has("any")) return [];
  // A response has an object in the place of an id when it is asked for.
  const isId = !/Params\b/.test(owner) && kinds.has("string") && others.has("string");
  const lacks = [...kinds].filter((kind) => !others.has(kind) && !(isId && kind === "object"));
  const more = [...others].filter((kind) => !kinds.has(kind));
  return [...lacks.map((kind) => `not ${kind}`), ...more];
}

function kindsOf(type: ts.Type): ReadonlySet<string> {
  const parts = partsOf(type).filter((part) => !isDate(part) && !is(part, ts.TypeFlags.Undefined));
  return new Set(parts.map((part) => KINDS.find(([flags]) => is(part, flags))?.[1] ?? "any"));
}

const KINDS: readonly (readonly [ts.TypeFlags, string])[] = [
  [ts.TypeFlags.Null, "null"],
  [ts.TypeFlags.StringLike, "string"],
  [ts.TypeFlags.NumberLike, "number"],
  [ts.TypeFlags.BooleanLike, "boolean"],
  [ts.TypeFlags.Object | ts.TypeFlags.Intersection, "object"],
];

function objectsIn(type: ts.Type): readonly ts.Type[] {
  const flags = ts.TypeFlags.Object | ts.TypeFlags.Intersection;
  return partsOf(type).filter((part) => is(part, flags) && !isDate(part));
}

function partsOf(type: ts.Type): readonly ts.Type[] {
  return type.isUnion() ? type.types : [type];
}

function is({ flags }: ts.Type, wanted: ts.TypeFlags): boolean {
  return (flags & wanted) !== 0;
}

function isOptional({ flags }: ts.Symbol): boolean {
  return (flags & ts.SymbolFlags.Optional) !== 0;
}

/** A request takes a `Date` for a point in time. */
function isDate(type: ts.Type): boolean {
  return type.getSymbol()?.name === "Date";
}
