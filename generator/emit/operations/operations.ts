/** The modules of operations, one a group: each operation's parameters as a type, and its function. */
import { moduleOf, type Rendered, type Written } from "../code/module.js";
import type { FunctionDeclarationStructure } from "ts-morph";
import type { Model, Operation, Shape } from "../../model/types/index.js";
import { positional } from "../../model/types/positional.js";
import { paramShapes, responseShapes } from "../../model/types/response-shapes.js";
import { StructureKind } from "../../support/compilers.js";
import { clientModule, PAGED, RETURNED } from "../../symbols/entries.js";
import type { Symbols } from "../../symbols/index.js";
import { jsDoc, operationLines } from "../code/docs.js";
import { describe, type ModuleDescription } from "../code/file.js";
import { groupByModule } from "../code/group.js";
import { Imports } from "../code/imports.js";

import {
  type ModuleWriter,
  openModule,
  type TypedSlice,
  typedSlice,
} from "../names/open-module.js";
import { declareType } from "../types/declare.js";
import { EXPAND_PARAMETER, TYPE_PARAMETERS } from "../types/mapper.js";
import { arranged } from "./layout.js";
import { callOf, isStyled } from "./call.js";
import { declareChoices } from "./choices.js";
import { contentTypeParameter, pathsType, signature } from "./signature.js";

interface OperationSlice extends TypedSlice {
  readonly operations: readonly Operation[];
}

export function emitOperations(model: Model): ModuleDescription[] {
  const groups = groupByModule(model.operations);
  const { dialect } = model.output;
  const modules = groups.map(([module, operations]) => {
    const path = `operations/${module}`;
    const slice = typedSlice(model, path, operations.flatMap(shapesOf));
    return describe(path, { ...slice, operations }, renderOperations);
  });
  const paged = model.operations.flatMap(({ response }) =>
    response.kind === "page" ? [response.list] : [],
  );
  const returned = model.operations.flatMap(({ response }) =>
    "event" in response && response.event !== undefined ? [response.event.type] : [],
  );
  const index = emitIndex({
    modules: groups.map(([module]) => module),
    dialect,
    pages: [...new Set(paged.map(({ result }) => result))].sort(),
    containers: [...new Set(paged.map(({ type }) => type))].sort(),
    expand: model.expand.size > 0,
    ...(returned.length > 0 ? { returned: [...new Set(returned)] } : {}),
    ...(model.operations.some(({ pagination }) => pagination !== undefined) ? { paged: true } : {}),
    ...(model.operations.some(returnsEvents) ? { events: true } : {}),
    ...(model.operations.some(({ redirects }) => redirects !== undefined)
      ? { redirects: true }
      : {}),
  });
  return [...modules, index];
}

/** Everything that an operation's signature may refer to, and its errors. */
export function shapesOf(operation: Operation): Shape[] {
  const path = operation.pathParameters.map(({ shape }) => shape);
  return [...path, ...paramShapes(operation), ...responseShapes(operation)];
}

function renderOperations(slice: OperationSlice, symbols: Symbols): Rendered {
  const writer = openModule(slice, symbols, [
    ...slice.operations.flatMap(namesOf),
    ...TYPE_PARAMETERS,
  ]);
  const statements = slice.operations.flatMap((operation) => [
    ...declareChoices(writer, operation),
    ...declareParams(writer, operation),
    arranged(declareFunction(writer, operation), callOf(writer, operation)),
  ]);
  return moduleOf(writer.imports, statements);
}

function declareParams(writer: ModuleWriter, { params }: Operation): Written[] {
  if (params === undefined) return [];
  const { bodies, expand, listed } = params;
  const typeParameters = [
    ...(expand ? [{ name: EXPAND_PARAMETER, default: pathsType(listed) }] : []),
    ...(bodies === undefined ? [] : [contentTypeParameter(writer, bodies, bodies.name)]),
  ];
  return [declareType(writer.printer, writer.docs, params.name, params.shape, typeParameters)];
}

function declareFunction(writer: ModuleWriter, operation: Operation): FunctionDeclarationStructure {
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
    isAsync:
      operation.response.kind !== "page" &&
      operation.pagination === undefined &&
      isStyled(operation),
    parameters: [client, ...path, ...(params === undefined ? [] : [params]), options],
    returnType,
  };
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
  /** Types of events that stand in the place of their schemas. */
  readonly returned?: readonly string[];
  /** Whether some are pages by the configuration. */
  readonly paged?: boolean;
  readonly expand: boolean;
  readonly events?: boolean;
  readonly redirects?: boolean;
}

function emitIndex(whole: IndexSlice): ModuleDescription {
  const path = "operations/index";
  return describe(path, whole, (slice, symbols) => {
    const { modules, dialect, pages, containers, paged, expand, events, redirects } = slice;
    const { returned = [] } = slice;
    const imports = new Imports(path, symbols);
    const client = clientModule(dialect);
    return moduleOf(imports, [
      ...modules.map((module) => imports.reExport(`operations/${module}`)),
      ...imports.reExportSymbols([
        ...RETURNED.always,
        ...RETURNED.client.map((name) => `${client}#${name}`),
        ...(events === true ? RETURNED.events : []),
        ...(redirects === true ? RETURNED.redirects : []),
        ...(expand ? RETURNED.expand : []),
        ...[...pages, ...returned].map((name) => `${dialect}/pages#${name}`),
        ...containers.map((name) => `${dialect}/lists#${name}`),
        ...(pages.length > 0 || paged === true ? RETURNED.pages : []),
        ...(paged === true ? PAGED.map((name) => `runtime/pages#${name}`) : []),
      ]),
      imports.reExport("schemas/index", { isTypeOnly: true }),
    ]);
  });
}
