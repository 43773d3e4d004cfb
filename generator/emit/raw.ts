/** The raw client: openapi-fetch's, over `paths` as openapi-typescript writes them. */
import type { FunctionDeclarationStructure, InterfaceDeclarationStructure } from "ts-morph";
import { StructureKind } from "../compilers.js";
import type { Model, Operation, Params, PathParameter } from "../model/types.js";
import { bodyEncoder } from "./body.js";
import { alternativesText, headerEntries, isPrimitive, pathValue, styledQuery } from "./call.js";
import { clientOptions } from "./client.js";
import { FACTS_ONLY } from "./docs.js";
import { memberAccess, objectKey, propertyKey, stringLiteral } from "./encode.js";
import { describe, type ModuleDescription } from "./file.js";
import { Imports, type ModuleStructure } from "./imports.js";
import { EXPAND, importedNames, namesIn, RUNTIME, type SchemaNames } from "./names.js";
import { type OperationWriter, shapesOf } from "./operations.js";
import { readingFields } from "./reading.js";
import type { EmitSettings } from "./settings.js";
import { createTypePrinter } from "./types.js";

const PATH = "raw";

interface RawSlice {
  readonly dialect: string | undefined;
  readonly lists: string;
  readonly operations: readonly Operation[];
  readonly names: SchemaNames;
}

export function emitRaw(model: Model, settings: EmitSettings): ModuleDescription[] {
  if (!settings.raw) return [];
  const all = new Map(model.schemas.map((schema) => [schema.key, schema]));
  const { operations } = model;
  const { dialect, lists } = settings;
  const names = namesIn(operations.flatMap(shapesOf), all);
  return [describe(PATH, { dialect, lists, operations, names }, renderRaw)];
}

function renderRaw(slice: RawSlice): ModuleStructure {
  const imports = new Imports(PATH);
  const printer = createTypePrinter(importedNames(slice.names, imports, slice.lists), FACTS_ONLY);
  const writer: OperationWriter = { imports, printer, docs: FACTS_ONLY, ...slice };
  return imports.module([
    declarePaths(writer, slice.operations),
    createRawClient(writer),
    declareParticulars(writer, slice.operations),
  ]);
}

function declarePaths(
  writer: OperationWriter,
  operations: readonly Operation[],
): InterfaceDeclarationStructure {
  const byPath = new Map<string, string[]>();
  for (const operation of operations) {
    const members = byPath.get(operation.path) ?? [];
    members.push(`${operation.method.toLowerCase()}: ${operationText(writer, operation)};`);
    byPath.set(operation.path, members);
  }
  return {
    kind: StructureKind.Interface,
    name: "paths",
    isExported: true,
    docs: [{ description: "Every operation by path and method." }],
    properties: Array.from(byPath, ([path, members]) => ({
      name: propertyKey(path),
      type: `{ ${members.join(" ")} }`,
    })),
  };
}

/** `{ parameters: { … }; requestBody?: { content: { … } }; responses: { 200: { content: { … } } } }` */
function operationText(writer: OperationWriter, operation: Operation): string {
  const { params, pathParameters } = operation;
  const path = pathParameters.map(
    ({ name, shape }) => `${propertyKey(name)}: ${writer.printer.type(shape)};`,
  );
  const parameters = [
    ...(path.length === 0 ? [] : [`path: { ${path.join(" ")} };`]),
    ...(["query", "header", "cookie"] as const).flatMap((group) =>
      params?.groups.includes(group) === true ? [groupText(writer, operation, params, group)] : [],
    ),
  ];
  const body = params?.body && bodyText(writer, operation, params, params.body.mediaType);
  return `{ parameters: { ${parameters.join(" ")} }; ${body ?? ""} responses: { ${answerText(writer, operation)} } }`;
}

type Group = Params["groups"][number];

/** `query?: GetCustomersParams;` */
function groupText(
  writer: OperationWriter,
  operation: Operation,
  params: Params,
  group: Group,
): string {
  const { type, required } = groupType(writer, operation, params, group);
  return `${group}${required ? "" : "?"}: ${type};`;
}

function bodyText(
  writer: OperationWriter,
  operation: Operation,
  params: Params,
  mediaType: string,
): string {
  const { type, required } = groupType(writer, operation, params, "body");
  return `requestBody${required ? "" : "?"}: { content: { ${propertyKey(mediaType)}: ${type} } };`;
}

function groupType(
  { imports }: OperationWriter,
  { module }: Operation,
  params: Params,
  group: Group,
): { type: string; required: boolean } {
  const name = imports.type(params.name, `operations/${module}`);
  if (params.placement !== "grouped") return { type: name, required: params.required };
  const required = params.shape.required?.includes(group) === true;
  return { type: `NonNullable<${name}[${stringLiteral(group)}]>`, required };
}

/** Whatever is asked for with `expand`, an expandable value is an id or the object here. */
function answerText(writer: OperationWriter, { answer, params }: Operation): string {
  const { imports, printer } = writer;
  const content = (mediaType: string, type: string): string =>
    `200: { content: { ${propertyKey(mediaType)}: ${type} } }`;
  const wide = (roots: readonly string[], plain: () => string): string =>
    params?.expand === true
      ? `${imports.type("Expand", EXPAND)}<${roots.map(stringLiteral).join(" | ")}, string>`
      : plain();
  switch (answer.kind) {
    case "none":
      return "204: { content?: never }";
    case "text":
      return content("text/plain", "string");
    case "events":
    case "lines":
    case "sequence":
    case "mixed":
    case "stream":
      // openapi-fetch takes types of data apart; with `parseAs: "stream"` it gives its own.
      return content("application/octet-stream", "unknown");
    case "json":
      return content(
        "application/json",
        wide(answer.roots, () => printer.type(answer.shape)),
      );
    case "page": {
      const item = wide(answer.roots, () => printer.type(answer.item));
      const list = imports.type(answer.list.type, writer.lists);
      return content("application/json", `${list}<${item}>`);
    }
  }
}

function createRawClient({ imports, dialect }: OperationWriter): FunctionDeclarationStructure {
  const create = imports.value("createClient", "client");
  const raw = imports.value("rawClient", RUNTIME.raw);
  const type = imports.type("RawClient", RUNTIME.raw);
  return {
    kind: StructureKind.Function,
    name: "createRawClient",
    isExported: true,
    docs: [{ description: "openapi-fetch's client, with everything else as the client has it." }],
    parameters: [clientOptions(imports, dialect)],
    returnType: `${type}<paths>`,
    statements: [`return ${raw}<paths>(${create}(options), particulars);`],
  };
}

/** What the calls of single operations say besides method, path and parameters. */
function declareParticulars(
  writer: OperationWriter,
  operations: readonly Operation[],
): FunctionDeclarationStructure {
  const { imports } = writer;
  const cases = operations.flatMap((operation) => {
    const fields = particularFields(writer, operation);
    const name = stringLiteral(`${operation.method} ${operation.path}`);
    return fields.length === 0 ? [] : [`case ${name}: return { ${fields.join(", ")} };`];
  });
  return {
    kind: StructureKind.Function,
    name: "particulars",
    parameters: [
      { name: "operation", type: "string" },
      ...(operations.some(readsParams)
        ? [{ name: "params", type: imports.type("RawParams", RUNTIME.raw) }]
        : []),
    ],
    returnType: imports.type("Particular", RUNTIME.raw),
    statements: [`switch (operation) { ${cases.join(" ")} default: return {}; }`],
  };
}

function particularFields(writer: OperationWriter, operation: Operation): string[] {
  const { answers: _, ...asked } = operation;
  const { params, pathParameters, requires, server } = operation;
  const fields: string[] = [];
  const path = pathParameters.filter(isStyled);
  if (path.length > 0) {
    const values = path.map((parameter) => {
      const identifier = memberAccess("params.path", parameter.name, true);
      return `${objectKey(parameter.name)}: ${pathValue(writer, { ...parameter, identifier })}`;
    });
    fields.push(`pathParams: { ...params.path, ${values.join(", ")} }`);
  }
  if (params !== undefined) fields.push(...paramFields(writer, params));
  fields.push(...readingFields(writer, asked));
  if (server !== undefined) fields.push(`server: ${stringLiteral(server)}`);
  if (requires !== undefined && writer.dialect === undefined) {
    fields.push(`security: ${alternativesText(requires)}`);
  }
  return fields;
}

/** Whether the fields of its particulars are made of parameters. */
function readsParams({ params, pathParameters }: Operation): boolean {
  return (
    pathParameters.some(isStyled) ||
    params?.groups.includes("header") === true ||
    params?.groups.includes("cookie") === true
  );
}

function isStyled({ style, shape }: PathParameter): boolean {
  return style !== "simple" || !isPrimitive(shape.type);
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
