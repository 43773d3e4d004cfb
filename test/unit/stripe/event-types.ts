/** Events as types tell them, read by the compiler: ours and those of the official SDK. */
import { fileURLToPath } from "node:url";
import ts from "typescript";

/**
 * Event type → the `object` of what the event carries; several where it may carry several, sorted. What was deleted
 * is `deleted customer`.
 */
export type Events = Readonly<Record<string, readonly string[]>>;

export interface EventTypes {
  /** `Stripe.Event` of stripe-node. */
  readonly sdk: Events;
  readonly map: Events;
  readonly union: Events;
}

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const FILE = `${ROOT}event-types.ts`;
const SOURCE = `
  import type Stripe from "stripe";
  import type { Event, EventMap } from "./generated/src/stripe/api.js";
  export type Sdk = Stripe.Event;
  export type Map = EventMap;
  export type Union = Event;
`;

export function readEventTypes(): EventTypes {
  const program = compile();
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(FILE);
  const module = file && checker.getSymbolAtLocation(file);
  const exports = module ? checker.getExportsOfModule(module) : [];

  const typeCalled = (name: string): ts.Type => {
    const found = exports.find((symbol) => symbol.name === name);
    if (found === undefined) throw new Error(`There is no type ${name}`);
    return checker.getDeclaredTypeOfSymbol(found);
  };
  const property = (type: ts.Type, name: string): ts.Type => {
    const found = type.getProperty(name);
    if (found === undefined) throw new Error(`${checker.typeToString(type)} has no ${name}`);
    return checker.getTypeOfSymbol(found);
  };
  const objectOf = (type: ts.Type): readonly string[] => {
    const isDeleted = type.getProperty("deleted") && isTrue(property(type, "deleted"));
    const names = partsOf(property(type, "object")).map(literal);
    return isDeleted ? names.map((name) => `deleted ${name}`) : names;
  };
  const isTrue = (type: ts.Type): boolean => checker.typeToString(type) === "true";
  const objectsOf = (type: ts.Type): readonly string[] => [
    ...new Set(partsOf(type).flatMap(objectOf).sort()),
  ];
  const ofUnion = (type: ts.Type): Events =>
    Object.fromEntries(
      partsOf(type).map((event) => [
        literal(property(event, "type")),
        objectsOf(property(property(event, "data"), "object")),
      ]),
    );
  const ofMap = (type: ts.Type): Events =>
    Object.fromEntries(
      type.getProperties().map(({ name }) => [name, objectsOf(property(type, name))]),
    );

  return {
    sdk: ofUnion(typeCalled("Sdk")),
    map: ofMap(typeCalled("Map")),
    union: ofUnion(typeCalled("Union")),
  };
}

function compile(): ts.Program {
  const options: ts.CompilerOptions = {
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    types: ["node"],
    strict: true,
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, getSourceFile } = host;
  host.fileExists = (name) => name === FILE || fileExists(name);
  host.getSourceFile = (name, version, ...rest) =>
    name === FILE
      ? ts.createSourceFile(name, SOURCE, version)
      : getSourceFile(name, version, ...rest);
  return ts.createProgram([FILE], options, host);
}

function partsOf(type: ts.Type): readonly ts.Type[] {
  return type.isUnion() ? type.types : [type];
}

function literal(type: ts.Type): string {
  if (!type.isStringLiteral()) throw new Error("A name is not a string literal");
  return type.value;
}
