/** The modules of operations, one a group: each operation's parameters as a type, and its function. */
import type { FunctionDeclarationStructure } from "ts-morph";
import { StructureKind } from "../../support/compilers.js";
import { responseShapes, paramShapes } from "../../model/types/response-shapes.js";
import { positional } from "../../model/types/positional.js";
import type { Model, Operation, Shape } from "../../model/types/index.js";
import { clientModule, RETURNED } from "../../symbols/entries.js";
import type { Symbols } from "../../symbols/index.js";
import { callExpression } from "./call.js";
import { declareChoices } from "./choices.js";
import { type Declaration, declareType } from "../types/declare.js";
import { type Docs, jsDoc, operationLines } from "../code/docs.js";
import { describe, type ModuleDescription } from "../code/file.js";
import { groupByModule } from "../code/group.js";
import { Imports, type Rendered } from "../code/imports.js";
import { importedNames, namesIn, type SchemaNames } from "../names/names.js";
import type { EmitSettings } from "../names/settings.js";
import { mediaTypeParameter, signature } from "./signature.js";
import {
  CONTENT_TYPE_PARAMETER,
  createTypePrinter,
  EXPAND_PARAMETER,
  TYPE_PARAMETERS,
  type TypePrinter,
} from "../types/types.js";

interface OperationSlice {
  readonly path: string;
  readonly docs: Docs;
  readonly dialect: string | undefined;
  readonly lists: string;
  readonly operations: readonly Operation[];
  readonly names: SchemaNames;
}

/** What rendering one operation needs. */
export interface OperationWriter {
  readonly imports: Imports;
  readonly printer: TypePrinter;
  readonly docs: Docs;
  /** Folder of the dialect; undefined for a document without one. */
  readonly dialect: string | undefined;
  /** Module of the dialect's container types. */
  readonly lists: string;
}

export function emitOperations(model: Model, settings: EmitSettings): ModuleDescription[] {
  const all = new Map(model.schemas.map((schema) => [schema.key, schema]));
  const groups = groupByModule(model.operations);
  const { docs, dialect, lists } = settings;
  const modules = groups.map(([module, operations]) => {
    const path = `operations/${module}`;
    const names = namesIn(operations.flatMap(shapesOf), all);
    return describe(path, { path, docs, dialect, lists, operations, names }, renderOperations);
  });
  const paged = model.operations.flatMap(({ response }) =>
    response.kind === "page" ? [response.list] : [],
  );
  const index = emitIndex({
    modules: groups.map(([module]) => module),
    dialect,
    pages: [...new Set(paged.map(({ result }) => result))].sort(),
    containers: [...new Set(paged.map(({ type }) => type))].sort(),
    expand: model.expand.size > 0,
    ...(model.operations.some(returnsEvents) ? { events: true } : {}),
  });
  return [...modules, index];
}

/** Everything that an operation's signature may refer to, and its errors. */
export function shapesOf(operation: Operation): Shape[] {
  const path = operation.pathParameters.map(({ shape }) => shape);
  return [...path, ...paramShapes(operation), ...responseShapes(operation)];
}

function renderOperations(slice: OperationSlice, symbols: Symbols): Rendered {
  const { docs, dialect, lists } = slice;
  const imports = new Imports(slice.path, symbols, [
    ...slice.operations.flatMap(namesOf),
    ...TYPE_PARAMETERS,
  ]);
  const printer = createTypePrinter(importedNames(slice.names, imports, lists), docs);
  const writer: OperationWriter = { imports, printer, docs, dialect, lists };
  const statements = slice.operations.flatMap((operation) => [
    ...declareChoices(writer, operation),
    ...declareParams(writer, operation),
    declareFunction(writer, operation),
  ]);
  return imports.module(statements);
}

function declareParams(writer: OperationWriter, { params }: Operation): Declaration[] {
  if (params === undefined) return [];
  const { bodies, expand } = params;
  const typeParameters = [
    ...(expand ? [{ name: EXPAND_PARAMETER, default: "string[]" }] : []),
    ...(bodies === undefined
      ? []
      : [mediaTypeParameter(CONTENT_TYPE_PARAMETER, bodies.name, bodies.contents[0]?.body)]),
  ];
  return [declareType(writer.printer, writer.docs, params.name, params.shape, typeParameters)];
}

function declareFunction(
  writer: OperationWriter,
  operation: Operation,
): FunctionDeclarationStructure {
  const { imports, docs, dialect } = writer;
  const { typeParameters, path, params, options, returnType } = signature(writer, operation);
  const client = { name: "client", type: imports.symbol(`${clientModule(dialect)}#Client`) };
  return {
    kind: StructureKind.Function,
    isExported: true,
    name: operation.name,
    docs: jsDoc(operationLines(operation, docs)),
    typeParameters,
    // A bad value of a styled parameter is found before the call: it must reject, not throw.
    isAsync: operation.response.kind !== "page" && isStyled(operation),
    parameters: [client, ...path, params, options],
    returnType,
    statements: [`return ${callExpression(writer, operation)};`],
  };
}

/** Whether the call writes parameters with functions of the runtime before it is made. */
function isStyled({ params }: Operation): boolean {
  return params?.groups.some((group) => group === "header" || group === "cookie") === true;
}

function returnsEvents({ response, responses }: Operation): boolean {
  const contents = responses?.contents.map((content) => content.response) ?? [response];
  return contents.some(({ kind }) => kind === "events");
}

/** The names that an operation gives its module. */
function namesOf(operation: Operation): string[] {
  return [operation.name, ...positional(operation).map(({ identifier }) => identifier)];
}

interface IndexSlice {
  readonly modules: readonly string[];
  readonly dialect: string | undefined;
  /** Types of pages that calls return, and of what they hold. */
  readonly pages: readonly string[];
  readonly containers: readonly string[];
  readonly expand: boolean;
  readonly events?: boolean;
}

function emitIndex(whole: IndexSlice): ModuleDescription {
  const path = "operations/index";
  return describe(path, whole, (slice, symbols) => {
    const { modules, dialect, pages, containers, expand, events } = slice;
    const imports = new Imports(path, symbols);
    const client = clientModule(dialect);
    return imports.module([
      ...modules.map((module) => imports.reExport(`operations/${module}`)),
      ...imports.reExportSymbols([
        ...RETURNED.always,
        ...RETURNED.client.map((name) => `${client}#${name}`),
        ...(events === true ? RETURNED.events : []),
        ...(expand ? RETURNED.expand : []),
        ...pages.map((name) => `${dialect}/pages#${name}`),
        ...containers.map((name) => `${dialect}/lists#${name}`),
        ...(pages.length > 0 ? RETURNED.pages : []),
      ]),
      imports.reExport("schemas/index", { isTypeOnly: true }),
    ]);
  });
}
