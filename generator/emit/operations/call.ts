/** The one expression in an operation's body: a call of the runtime with everything the document says. */
import type {
  Operation,
  OperationResponse,
  Params,
  PathParameter,
  SecurityAlternatives,
  Shape,
  StyledParameter,
} from "../../model/types/index.js";
import { hasBody } from "../../model/types/methods.js";
import { positional } from "../../model/types/positional.js";
import { constantObject, memberAccess, objectKey, stringLiteral } from "../code/encode.js";
import type { ModuleWriter } from "../names/open-module.js";
import { wayText } from "./pagination.js";
import { encodingFields, isUntold } from "./body.js";
import { readingFields } from "./reading.js";

/** `request(client, …, options)` */
export interface Call {
  readonly callee: string;
  readonly given: readonly (string | Call)[];
}

/** On one line. */
export function onOneLine({ callee, given }: Call): string {
  const texts = given.map((one) => (typeof one === "string" ? one : onOneLine(one)));
  return `${callee}(${texts.join(", ")})`;
}

export function callOf(writer: ModuleWriter, named: Operation): Call {
  const { response } = named;
  const operation = withValues(named);
  const call = isPlain(writer.dialect, operation)
    ? plainCall(writer, operation)
    : callObject(writer, operation);
  if (operation.pagination !== undefined) {
    // Bad values of headers are found while the call is made: the promise rejects then.
    const text = typeof call === "string" ? call : onOneLine(call);
    const made = isStyled(operation) ? `async () => (${text})` : call;
    const way = wayText(writer, operation.pagination);
    return { callee: writer.imports.symbol("pages"), given: ["client", made, way, "options"] };
  }
  const own = ownSender(response);
  const callee = writer.imports.symbol(
    own === undefined ? "request" : `${writer.dialect}/pages#${own}`,
  );
  return { callee, given: ["client", call, "options"] };
}

/** The dialect's function that makes a call, where the runtime's would not do. */
function ownSender(response: OperationResponse): string | undefined {
  if (response.kind === "page") return response.list.call;
  return response.kind === "json" ? response.event?.call : undefined;
}

/** Whether the call writes parameters with functions of the runtime before it is made. */
export function isStyled({ params }: Operation): boolean {
  return params?.groups.some((group) => group === "header" || group === "cookie") === true;
}

/** Where calls are grouped, the values of the path are members of the params. */
function withValues(operation: Operation): Operation {
  const { pathParameters } = operation;
  if (positional(operation).length === pathParameters.length) return operation;
  const values = pathParameters.map((parameter) => ({
    ...parameter,
    identifier: memberAccess("params.path", parameter.name, false),
  }));
  return { ...operation, pathParameters: values };
}

/**
 * `GET /v1/customers/{customer}`, or `list /v1/customers` where a function of the dialect makes the pages: what says
 * everything of a call; undefined where there is more to say.
 */
export function callText(dialect: string | undefined, operation: Operation): string | undefined {
  const { response, method, pathParameters } = operation;
  const isFlat = positional(operation).length === pathParameters.length;
  // The dialect's function for such an event is told the method, too.
  if (response.kind === "json" && response.event !== undefined) return undefined;
  if (!isFlat || operation.pagination !== undefined || !isPlain(dialect, operation))
    return undefined;
  return `${response.kind === "page" ? response.list.call : method} ${sentPath(operation)}`;
}

/** Whether method, path and params say everything. */
function isPlain(dialect: string | undefined, operation: Operation): boolean {
  const { accept, response, responses, method, params, pathParameters } = operation;
  const { requires, server } = operation;
  const path = sentPath(operation);
  return (
    ((response.kind === "json" && !response.mayBeEmpty) || response.kind === "page") &&
    responses === undefined &&
    operation.redirects === undefined &&
    (accept === undefined || dialect !== undefined) &&
    server === undefined &&
    path.split("{").length === pathParameters.length + 1 &&
    !/[ ?]/.test(path) &&
    fragmentOf(operation) === undefined &&
    (requires === undefined || dialect !== undefined) &&
    !pathParameters.some(hasPathStyle) &&
    (params === undefined
      ? !hasBody(method)
      : params.placement === (hasBody(method) ? "body" : "query")) &&
    (params?.styled.length ?? 0) === 0 &&
    (params?.body === undefined || isUntold(params.body)) &&
    params?.bodies === undefined
  );
}

/** `at("GET /v1/customers/{customer}", params, customer)`, which takes less room than the object it makes. */
function plainCall({ imports }: ModuleWriter, operation: Operation): Call {
  const { method, params, pathParameters } = operation;
  const values = pathParameters.map(({ identifier }) => identifier);
  const given = params === undefined ? (values.length === 0 ? [] : ["undefined"]) : ["params"];
  const path = stringLiteral(`${method} ${sentPath(operation)}`);
  return { callee: imports.symbol("at"), given: [path, ...given, ...values] };
}

function callObject(writer: ModuleWriter, operation: Operation): string {
  const { response, method, params } = operation;
  const fields: string[] = [];
  const isPage = response.kind === "page";
  if (!isPage) fields.push(`method: ${stringLiteral(method)}`);
  fields.push(
    `path: ${stringLiteral(sentPath(operation))}`,
    ...pathFields(writer, operation.pathParameters),
    ...urlField(writer, operation),
  );
  if (params !== undefined) fields.push(...paramFields(writer, params));
  fields.push(...readingFields(writer, operation));
  if (operation.redirects !== undefined)
    fields.push(`via: ${writer.imports.symbol("redirects")}(options?.redirect)`);
  if (operation.server !== undefined) fields.push(`server: ${stringLiteral(operation.server)}`);
  if (operation.requires !== undefined && writer.dialect === undefined) {
    fields.push(`security: ${alternativesText(operation.requires)}`);
  }
  return `{ ${fields.join(", ")} }`;
}

function sentPath({ path, requestPath = path }: Operation): string {
  return requestPath;
}

/** The call's `url` field, where its path has a query or a fragment. */
export function urlField({ imports }: ModuleWriter, operation: Operation): string[] {
  const join = sentPath(operation).includes("?") ? imports.symbol("joinQuery") : undefined;
  const fragment = fragmentOf(operation);
  if (fragment === undefined) return join === undefined ? [] : [`url: ${join}`];
  const url = join === undefined ? "url" : `${join}(url)`;
  return [`url: (url) => ${url} + ${stringLiteral(fragment)}`];
}

/** It is not sent, and tells middleware and the `fetch` for tests which operation is called. */
function fragmentOf({ path, requestPath, pagination }: Operation): string | undefined {
  if (requestPath === undefined || pagination !== undefined) return undefined;
  return /#.*$/s.exec(path)?.[0];
}

/** `[["petstore_auth"], ["login", "api_key"]]` */
export function alternativesText(alternatives: SecurityAlternatives): string {
  const lists = alternatives.map((names) => `[${names.map(stringLiteral).join(", ")}]`);
  return `[${lists.join(", ")}]`;
}

function pathFields(writer: ModuleWriter, parameters: readonly PathParameter[]): string[] {
  if (parameters.length === 0) return [];
  const entries = parameters.map(({ name, identifier }) =>
    name === identifier ? name : `${objectKey(name)}: ${identifier}`,
  );
  return [`pathParams: { ${entries.join(", ")} }`, ...pathStyles(writer, parameters)];
}

/** A primitive in style `simple` is written as it is; every other value by a function of the runtime. */
export function pathStyles(
  { imports }: ModuleWriter,
  parameters: readonly PathParameter[],
): string[] {
  const entries = parameters.filter(hasPathStyle).map(({ name, style, explode }) => {
    const write = imports.symbol(style === "json" ? "jsonPath" : style);
    const call = style === "json" ? "" : `(${explode ? "true" : ""})`;
    return `${objectKey(name)}: ${write}${call}`;
  });
  return entries.length === 0 ? [] : [`pathStyles: { ${entries.join(", ")} }`];
}

export function hasPathStyle({ style, shape }: PathParameter): boolean {
  return style !== "simple" || !isPrimitive(shape);
}

export function isPrimitive({ type, anyOf, symbol }: Shape): boolean {
  if (symbol?.kind === "bigint") return true;
  if (anyOf?.some((option) => option.symbol?.kind === "bigint")) return anyOf.every(isPrimitive);
  return type === "string" || type === "number" || type === "integer" || type === "boolean";
}

function paramFields(writer: ModuleWriter, params: Params): string[] {
  const { placement, groups, styled } = params;
  const group = (name: string): string =>
    placement === "grouped" ? memberAccess("params", name, !params.required) : "params";
  const fields: string[] = [];
  if (groups.includes("query")) {
    fields.push(`query: ${group("query")}`);
    const query = styled.filter((parameter) => parameter.in === "query");
    if (query.length > 0) fields.push(`serializeQuery: ${styledQuery(writer, query)}`);
  }
  const headers = headerEntries(writer, params);
  if (headers.length > 0) fields.push(`headers: { ${headers.join(", ")} }`);
  if (params.body !== undefined) {
    fields.push(`body: ${group("body")}`, ...encodingFields(writer, params, params.body));
  }
  return fields;
}

export function styledQuery({ imports }: ModuleWriter, styled: readonly StyledParameter[]): string {
  const entries = styled.map(({ name, style, explode, allowReserved }): [string, string] => {
    const options: string[] = [];
    if (style === "json") options.push("json: true");
    else if (style !== "form") options.push(`style: ${stringLiteral(style)}`);
    if (style !== "json" && style !== "deepObject" && explode !== (style === "form")) {
      options.push(`explode: ${explode}`);
    }
    if (allowReserved) options.push("allowReserved: true");
    return [name, `{ ${options.join(", ")} }`];
  });
  return `${imports.symbol("styled")}(${constantObject(entries)})`;
}

export function headerEntries({ imports }: ModuleWriter, params: Params): string[] {
  const entries: string[] = [];
  for (const parameter of params.styled) {
    if (parameter.in !== "header") continue;
    const group = memberAccess("params", "header", !params.required);
    const name = stringLiteral(parameter.name);
    const value = memberAccess(group, parameter.name, !isRequired(params, "header"));
    const text =
      parameter.style === "json"
        ? `${imports.symbol("jsonValue")}(${name}, ${value})`
        : `${imports.symbol("header")}(${name}, ${value}${parameter.explode ? ", true" : ""})`;
    entries.push(`${objectKey(parameter.name)}: ${text}`);
  }
  const cookies = params.styled.filter((parameter) => parameter.in === "cookie");
  if (cookies.length > 0) entries.push(`cookie: ${cookieHeader({ imports }, params, cookies)}`);
  return entries;
}

function isRequired(params: Params, group: string): boolean {
  return params.required && params.shape.required?.includes(group) === true;
}

function cookieHeader(
  { imports }: Pick<ModuleWriter, "imports">,
  params: Params,
  styled: readonly StyledParameter[],
): string {
  const special = styled.filter(({ style, explode }) => style === "json" || !explode);
  const options = special.map(({ name, style }): [string, string] => [
    name,
    `{ ${style === "json" ? "json: true" : "explode: false"} }`,
  ]);
  const cookie = memberAccess("params", "cookie", !params.required);
  const values = isRequired(params, "cookie") ? cookie : `${cookie} ?? {}`;
  const more = options.length === 0 ? "" : `, ${constantObject(options)}`;
  return `${imports.symbol("cookies")}(${values}${more})`;
}
