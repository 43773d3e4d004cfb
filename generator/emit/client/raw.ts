/** The raw client: openapi-fetch's, over `paths` as openapi-typescript writes them. */
import type { Model, Operation, Params } from "../../model/types/index.js";
import type { Symbols } from "../../symbols/index.js";
import { bodyEncoder } from "../operations/body.js";
import {
  alternativesText,
  hasPathStyle,
  headerEntries,
  pathStyles,
  styledQuery,
} from "../operations/call.js";
import { clientOptions } from "./client-options.js";
import { FACTS_ONLY } from "../code/docs.js";
import { stringLiteral } from "../code/encode.js";
import { describe, type ModuleDescription } from "../code/file.js";
import { Imports, type Rendered } from "../code/imports.js";
import { layOut, textModule } from "../code/layout.js";
import { importedNames, namesIn, type SchemaNames } from "../names/names.js";
import { type OperationWriter, shapesOf } from "../operations/operations.js";
import { pathsText } from "./raw-paths.js";
import { readingFields } from "../operations/reading.js";
import type { EmitSettings } from "../names/settings.js";
import { createTypePrinter } from "../types/types.js";

const PATH = "raw";

interface RawSlice {
  readonly dialect: string | undefined;
  readonly lists: string;
  readonly operations: readonly Operation[];
  readonly names: SchemaNames;
  readonly hasServer: boolean;
}

export function emitRaw(model: Model, settings: EmitSettings): ModuleDescription[] {
  if (!settings.raw) return [];
  const all = new Map(model.schemas.map((schema) => [schema.key, schema]));
  const { operations } = model;
  const { dialect, lists } = settings;
  const hasServer = model.api.server !== "";
  const names = namesIn(operations.flatMap(shapesOf), all);
  return [describe(PATH, { dialect, lists, operations, names, hasServer }, renderRaw)];
}

function renderRaw(slice: RawSlice, symbols: Symbols): Rendered {
  const imports = new Imports(PATH, symbols, ["paths", "particulars", "createRawClient"]);
  const printer = createTypePrinter(importedNames(slice.names, imports, slice.lists), FACTS_ONLY);
  const writer: OperationWriter = { imports, printer, docs: FACTS_ONLY, ...slice };
  const { text, formatted } = pathsText(writer, slice.operations);
  const blocks = [
    text,
    rawClientText(writer, slice.hasServer),
    particularsText(writer, slice.operations),
  ];
  // Calls of the functions that write parameters may be anything.
  return textModule(imports, blocks, formatted && !slice.operations.some(isStyledAnywhere));
}

function rawClientText({ imports, dialect }: OperationWriter, hasServer: boolean): string {
  const create = imports.symbol("client#createClient");
  const raw = imports.symbol("rawClient");
  const type = imports.symbol("RawClient");
  const options = clientOptions(imports, dialect, hasServer);
  const initializer = options.initializer === undefined ? "" : ` = ${String(options.initializer)}`;
  const parameter = `${options.name}: ${String(options.type)}${initializer}`;
  return `/** openapi-fetch's client, with everything else as the client has it. */
export function createRawClient(${parameter}): ${type}<paths> {
  return ${raw}<paths>(${create}(options), particulars);
}`;
}

/** What the calls of single operations say besides method, path and parameters. */
function particularsText(writer: OperationWriter, operations: readonly Operation[]): string {
  const { imports } = writer;
  const cases = operations.flatMap((operation) => {
    const members = particularFields(writer, operation);
    const name = stringLiteral(`${operation.method} ${operation.path}`);
    return members.length === 0
      ? []
      : [`    case ${name}:`, ...layOut({ head: "return ", members }, ",", ";", "      ")];
  });
  const params = operations.some(readsParams) ? `, params: ${imports.symbol("RawParams")}` : "";
  return `function particulars(operation: string${params}): ${imports.symbol("Particular")} {
  switch (operation) {
${[...cases, "    default:"].join("\n")}
      return {};
  }
}`;
}

function particularFields(writer: OperationWriter, operation: Operation): string[] {
  const { responses: _, ...asked } = operation;
  const { params, pathParameters, requires, server } = operation;
  const fields = pathStyles(writer, pathParameters);
  if (params !== undefined) fields.push(...paramFields(writer, params));
  fields.push(...readingFields(writer, asked));
  if (server !== undefined) fields.push(`server: ${stringLiteral(server)}`);
  if (requires !== undefined && writer.dialect === undefined) {
    fields.push(`security: ${alternativesText(requires)}`);
  }
  return fields;
}

/** Whether the fields of its particulars are made of parameters. */
function readsParams({ params }: Operation): boolean {
  return params?.groups.includes("header") === true || params?.groups.includes("cookie") === true;
}

function isStyledAnywhere(operation: Operation): boolean {
  const { params, pathParameters } = operation;
  return pathParameters.some(hasPathStyle) || (params?.styled.length ?? 0) > 0;
}

function paramFields(writer: OperationWriter, params: Params): string[] {
  const query = params.styled.filter((parameter) => parameter.in === "query");
  const headers = headerEntries(writer, { ...params, required: false });
  return [
    ...(query.length === 0 ? [] : [`serializeQuery: ${styledQuery(writer, query)}`]),
    ...(headers.length === 0 ? [] : [`headers: { ${headers.join(", ")} }`]),
    ...(params.body === undefined ? [] : bodyEncoder(writer, params.body)),
  ];
}
