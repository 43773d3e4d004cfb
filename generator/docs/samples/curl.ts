/** The request of a sample as a curl command. */
import type { Model } from "../../model/types/index.js";
import { member } from "../../openapi/pointer.js";
import type { SampleCall } from "./call.js";
import { curlCredentials } from "./credentials.js";
import { nestedPairs, pathText, queryPairs, styledText } from "./encode.js";
import { bodyArguments } from "./curl-body.js";
import { shellWord } from "../../encode/shell.js";
import { type Expanded, NUMBER, PATH, type Sample } from "./types.js";

export function curlSample(model: Model, call: SampleCall): Sample {
  const { params } = call.operation;
  const parameter = params?.expandParameter;
  const text = curlText(model, call, call.params);
  const expanded: Expanded | undefined =
    call.expanded === undefined || parameter === undefined
      ? undefined
      : eachPath(curlText(model, call, call.expanded));
  return {
    id: "curl",
    title: "curl",
    language: "bash",
    text: `${text}\n`,
    ...(expanded === undefined ? {} : { expanded }),
  };
}

/** The line with the path is repeated, and its number counts; elsewhere the path alone is. */
function eachPath(text: string): Expanded | undefined {
  const lines = text.split("\n");
  const at = lines.findIndex((line) => line.includes(PATH));
  const line = lines[at] ?? "";
  const numbered = line.replace(`[0]=${PATH}`, `[${NUMBER}]=${PATH}`);
  if (numbered === line) return { text: `${text}\n`, each: PATH, separator: "," };
  const each = numbered.replace(/ \\$/, "");
  const end = line.endsWith(" \\") ? " \\" : "";
  lines[at] = each + end;
  return { text: `${lines.join("\n")}\n`, each, separator: " \\\n" };
}

/** One argument a line. */
function curlText(model: Model, call: SampleCall, params: unknown): string {
  const { operation } = call;
  const { method, server, params: taken } = operation;
  const auth = curlCredentials(model, operation);
  const isQuery = taken?.placement === "query";
  const isNested = model.output.nested;
  const group = (name: string): object => {
    if (taken?.placement === name) return Object(params);
    const found = taken?.placement === "grouped" ? member(params, name) : undefined;
    return typeof found === "object" && found !== null ? found : {};
  };
  const query = queryPairs(group("query"), { nested: isNested, styled: taken?.styled ?? [] });
  const asData = isQuery && isNested && auth.query.length === 0;
  const base = withVariables(model, server ?? model.api.server);
  const pairs = [...(asData ? [] : query), ...nestedPairs(Object.fromEntries(auth.query))];
  const path = pathText(call);
  const search = pairs.length === 0 ? "" : `${path.includes("?") ? "&" : "?"}${pairs.join("&")}`;
  const url = `${base}${path}${search}`;
  const headers = [...auth.headers, ...styledHeaders(group("header"))];
  const cookies = [
    ...auth.cookies.map(([name, value]) => `${name}=${value}`),
    ...queryPairs(group("cookie"), { nested: false, styled: taken?.styled ?? [] }),
  ];
  const body = taken?.body === undefined ? [] : bodyArguments(taken, bodyOf(call, params));
  const isGet = method === "GET" || (method === "POST" && body.length > 0 && !body.includes("-T"));
  return [
    `curl${/[[\]{}]/.test(url) ? " -g" : ""}${isGet ? "" : method === "HEAD" ? " --head" : ` -X ${method}`} ${shellWord(url)}`,
    ...(asData && query.length > 0 ? ["-G"] : []),
    ...(auth.user === undefined ? [] : [`-u ${shellWord(auth.user)}`]),
    ...headers.map(([name, value]) => `-H ${shellWord(`${name}: ${value}`)}`),
    ...(cookies.length === 0 ? [] : [`-b ${shellWord(cookies.join("; "))}`]),
    ...(operation.accept === undefined ? [] : [`-H ${shellWord(`Accept: ${operation.accept}`)}`]),
    ...(asData ? query.map((pair) => `-d ${shellWord(pair)}`) : []),
    ...body,
  ].join(" \\\n  ");
}

function bodyOf({ operation }: SampleCall, params: unknown): unknown {
  return operation.params?.placement === "grouped" ? member(params, "body") : params;
}

function styledHeaders(values: object): [string, string][] {
  return Object.entries(values).map(([name, value]): [string, string] => [name, styledText(value)]);
}

function withVariables({ api }: Model, server: string): string {
  const url = server === "" ? "https://api.example.com" : server;
  return url.replaceAll(/\{([^{}]+)\}/g, (whole, name: string) => {
    return api.variables.find((variable) => variable.name === name)?.default ?? whole;
  });
}
