/** `paths` of the raw client, as openapi-typescript writes them. */
import type { Operation, Params } from "../../model/types/index.js";
import { propertyKey, stringLiteral } from "../code/encode.js";
import { block, type Entry, generic } from "../code/layout.js";
import { isPlain } from "../code/type-text.js";
import type { ModuleWriter } from "../names/open-module.js";

/** An interface, and whether it is formatted as prettier would. */
export interface PathsText {
  readonly text: string;
  readonly formatted: boolean;
}

export function pathsText(raw: ModuleWriter, operations: readonly Operation[]): PathsText {
  let formatted = true;
  const type: ModuleWriter["printer"]["type"] = (shape) => {
    const text = raw.printer.type(shape);
    formatted &&= isPlain(text);
    return text;
  };
  const writer = { ...raw, printer: { ...raw.printer, type } };
  const byPath = new Map<string, Entry[]>();
  for (const operation of operations) {
    const members = byPath.get(operation.path) ?? [];
    members.push(operationEntry(writer, operation));
    byPath.set(operation.path, members);
  }
  const members = Array.from(byPath, ([path, own]) => ({
    head: `${propertyKey(path)}: `,
    members: own,
  }));
  const lines = block({ head: "export interface paths ", members }, ";");
  return { text: ["/** Every operation by path and method. */", ...lines].join("\n"), formatted };
}

/** `post: { parameters: { … }; requestBody?: { content: { … } }; responses: { 200: { content: { … } } } }` */
function operationEntry(writer: ModuleWriter, operation: Operation): Entry {
  const { params, pathParameters } = operation;
  const path = pathParameters.map(
    ({ name, shape }) => `${propertyKey(name)}: ${writer.printer.type(shape)}`,
  );
  const parameters = [
    ...(path.length === 0 ? [] : [{ head: "path: ", members: path }]),
    ...(["query", "header", "cookie"] as const).flatMap((group) =>
      params?.groups.includes(group) === true ? [groupText(writer, operation, params, group)] : [],
    ),
  ];
  return {
    head: `${operation.method.toLowerCase()}: `,
    members: [
      { head: "parameters: ", members: parameters },
      ...(params?.body === undefined
        ? []
        : [bodyEntry(writer, operation, params, params.body.mediaType)]),
      { head: "responses: ", members: [responseEntry(writer, operation)] },
    ],
  };
}

type Group = Params["groups"][number];

/** `query?: GetCustomersParams` */
function groupText(
  writer: ModuleWriter,
  operation: Operation,
  params: Params,
  group: Group,
): string {
  const { type, required } = groupType(writer, operation, params, group);
  return `${group}${required ? "" : "?"}: ${type}`;
}

function bodyEntry(
  writer: ModuleWriter,
  operation: Operation,
  params: Params,
  mediaType: string,
): Entry {
  const { type, required } = groupType(writer, operation, params, "body");
  const content = [`${propertyKey(mediaType)}: ${type}`];
  return {
    head: `requestBody${required ? "" : "?"}: `,
    members: [{ head: "content: ", members: content }],
  };
}

function groupType(
  { imports }: ModuleWriter,
  { module }: Operation,
  params: Params,
  group: Group,
): { type: string; required: boolean } {
  const name = imports.type(params.name, `operations/${module}`);
  if (params.placement !== "grouped") return { type: name, required: params.required };
  const required = params.shape.required?.includes(group) === true;
  return { type: `NonNullable<${name}[${stringLiteral(group)}]>`, required };
}

/** Whatever is asked for, an expandable value is an id or the object here. */
function responseEntry(writer: ModuleWriter, { response, params }: Operation): Entry {
  const { imports, printer } = writer;
  const content = (entry: Entry): Entry => ({
    head: "200: ",
    members: [{ head: "content: ", members: [entry] }],
  });
  const expanded = (head: string, roots: readonly string[]): Entry =>
    generic(`${head}${imports.symbol("Expand")}`, roots.map(stringLiteral), ["string"]);
  const json = '"application/json": ';
  switch (response.kind) {
    case "none":
      return "204: { content?: never }";
    case "text":
      return content('"text/plain": string');
    case "events":
    case "lines":
    case "sequence":
    case "mixed":
    case "stream":
      // openapi-fetch takes types of data apart; with `parseAs: "stream"` it gives its own.
      return content('"application/octet-stream": unknown');
    case "json": {
      if (params?.expand !== true) return content(json + printer.type(response.shape));
      if (response.isArray !== true) return content(expanded(json, response.roots));
      const roots = response.roots.map(stringLiteral).join(" | ");
      const item = `${imports.symbol("Expand")}<${roots}, string>`;
      return content(generic(`${json}Array`, [item]));
    }
    case "page": {
      const list = imports.symbol(`${writer.lists}#${response.list.type}`);
      if (params?.expand !== true) return content(`${json}${list}<${printer.type(response.item)}>`);
      const roots = response.roots.map(stringLiteral).join(" | ");
      const item = `${imports.symbol("Expand")}<${roots}, string>`;
      return content(generic(json + list, [item]));
    }
  }
}
