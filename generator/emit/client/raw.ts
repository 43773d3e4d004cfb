/** The raw client: openapi-fetch's, over `paths` as openapi-typescript writes them. */
import { laidOut, moduleOf, type Rendered } from "../code/module.js";
import { isRange } from "../../model/content/media-types.js";
import type { Model, Operation, Params } from "../../model/types/index.js";
import type { Symbols } from "../../symbols/index.js";
import { FACTS_ONLY } from "../code/docs.js";
import { stringLiteral } from "../code/encode.js";
import { describe, type ModuleDescription } from "../code/file.js";

import { layOut } from "../code/layout.js";

import {
  type ModuleWriter,
  openModule,
  typedSlice,
  type TypedSlice,
} from "../names/open-module.js";
import { bodyEncoder } from "../operations/body.js";
import {
  alternativesText,
  urlField,
  hasPathStyle,
  headerEntries,
  pathStyles,
  styledQuery,
} from "../operations/call.js";
import { shapesOf } from "../operations/operations.js";
import { readingFields } from "../operations/reading.js";
import { clientOptions } from "./client-options.js";
import { pathsText } from "./raw-paths.js";

const PATH = "raw";

interface RawSlice extends TypedSlice {
  readonly operations: readonly Operation[];
  readonly hasServer: boolean;
}

export function emitRaw(model: Model): ModuleDescription[] {
  if (!model.output.raw) return [];
  const { operations } = model;
  const hasServer = model.api.server !== "";
  const slice = { ...typedSlice(model, PATH, operations.flatMap(shapesOf)), docs: FACTS_ONLY };
  return [describe(PATH, { ...slice, operations, hasServer }, renderRaw)];
}

function renderRaw(slice: RawSlice, symbols: Symbols): Rendered {
  const writer = openModule(slice, symbols, ["paths", "particulars", "createRawClient"]);
  const { text, formatted } = pathsText(writer, slice.operations);
  const blocks = [
    text,
    rawClientText(writer, slice.hasServer),
    particularsText(writer, slice.operations),
  ];
  // Calls of the functions that write parameters may be anything.
  const isStyled = slice.operations.some(isStyledAnywhere);
  return moduleOf(
    writer.imports,
    blocks.map((block) => laidOut(block, formatted && !isStyled)),
  );
}

function rawClientText({ imports, dialect }: ModuleWriter, hasServer: boolean): string {
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
function particularsText(writer: ModuleWriter, operations: readonly Operation[]): string {
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

function particularFields(writer: ModuleWriter, operation: Operation): string[] {
  const { responses: _, redirects: __, ...asked } = operation;
  const { params, pathParameters, requires, server } = operation;
  const { requestPath } = operation;
  const fields = requestPath === undefined ? [] : [`path: ${stringLiteral(requestPath)}`];
  fields.push(...pathStyles(writer, pathParameters), ...urlField(writer, operation));
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
  if (params === undefined) return false;
  const { groups, body } = params;
  const isChosen = body !== undefined && isRange(body.mediaType);
  return isChosen || groups.includes("header") || groups.includes("cookie");
}

function isStyledAnywhere(operation: Operation): boolean {
  const { params, pathParameters } = operation;
  return pathParameters.some(hasPathStyle) || (params?.styled.length ?? 0) > 0;
}

function paramFields(writer: ModuleWriter, params: Params): string[] {
  const query = params.styled.filter((parameter) => parameter.in === "query");
  const headers = headerEntries(writer, { ...params, required: false });
  return [
    ...(query.length === 0 ? [] : [`serializeQuery: ${styledQuery(writer, query)}`]),
    ...(headers.length === 0 ? [] : [`headers: { ${headers.join(", ")} }`]),
    ...(params.body === undefined ? [] : bodyEncoder(writer, params.body, "params.contentType")),
  ];
}
