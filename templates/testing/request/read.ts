/** What a request was made of: its query, headers and body, as the caller has given them. */
import { check } from "./check.js";
import type { ValueKind, ParameterLocation, TestOperation } from "../document/data.js";
import { nested, type Pair, parse, pairsUp, styled } from "./fields.js";
import { takeKeys } from "./keys.js";
import { isArray, isObject, membersOf } from "../document/members.js";

export interface Read {
  /** As the function takes them. */
  readonly params: Readonly<Record<string, unknown>> | undefined;
  /** A sentence each. */
  readonly problems: readonly string[];
}

interface Raw {
  readonly value: unknown;
  /** Whether numbers are texts in it. */
  readonly isText: boolean;
}

/** @param nests - whether queries and forms nest with brackets */
export async function readRequest(
  request: Request,
  operation: TestOperation,
  path: Readonly<Record<string, string>>,
  search: readonly Pair[],
  nests: boolean,
): Promise<Read> {
  const problems: string[] = [];
  const parts = new Map<string, unknown>([["path", path]]);
  const take = (place: ParameterLocation, kind: ValueKind, raw: Raw): void => {
    const checked = check(kind, raw.value, "", raw.isText);
    problems.push(...checked.problems);
    parts.set(place, checked.value);
  };
  for (const [name, kind] of Object.entries(operation.path ?? {})) {
    problems.push(...check(kind, path[name], name, true).problems);
  }
  const { header, cookie, styles = {}, needsBody } = operation;
  const query = withExpand(operation.query ?? {}, operation, operation.body === undefined);
  const body = operation.body && withExpand(operation.body, operation, true);
  const { query: own, problems: wrong } = takeKeys(search, operation);
  problems.push(...wrong);
  const value = nests ? nested(own) : styled(own, query, styles.query ?? {});
  take("query", query, { value, isText: true });
  if (header !== undefined) {
    take("header", header, {
      value: headers(request.headers, header, styles.header ?? {}),
      isText: true,
    });
  }
  if (cookie !== undefined) {
    const value = styled(cookies(request.headers), cookie, styles.cookie ?? {});
    take("cookie", cookie, { value, isText: true });
  }
  const sent = await readBody(request, body ?? "any", styles.body ?? {}, nests);
  if (body === undefined && sent !== undefined) problems.push("no body is taken");
  if (body !== undefined && sent === undefined && needsBody) problems.push("a body is missing");
  if (body !== undefined && sent !== undefined) take("body", body, sent);
  return { params: together(parts, operation), problems };
}

/** As the function takes them: in groups, or the one there is. */
function together(
  parts: ReadonlyMap<string, unknown>,
  { groups, query, body }: TestOperation,
): Read["params"] {
  if (groups === undefined && query === undefined && body === undefined) return undefined;
  const only = body === undefined ? "query" : "body";
  const params = groups
    ? Object.fromEntries(groups.map((name) => [name, parts.get(name)]))
    : parts.get(only);
  return params as Read["params"];
}

function withExpand(
  kind: ValueKind,
  { expand, listed }: TestOperation,
  isHere: boolean,
): ValueKind {
  const path: ValueKind = listed ? ["enum", ...listed] : "string";
  return expand && isHere ? ["and", kind, { [expand]: ["array", path] }] : kind;
}

/** Only those that the document knows: others are everyone's. */
function headers(headers: Headers, kind: ValueKind, styles: Readonly<Record<string, string>>) {
  const entries = Object.entries(membersOf(kind)?.properties ?? {}).flatMap(([name, inner]) => {
    const text = headers.get(name);
    if (text === null) return [];
    const style = styles[name] ?? "";
    if (style === "json") return [[name, parse(text)]];
    const items = text.split(",").map((item) => item.trim());
    if (isArray(inner)) return [[name, items]];
    if (!isObject(inner)) return [[name, text]];
    return [[name, style.endsWith("!") ? pairsUp(items) : Object.fromEntries(items.map(pairOf))]];
  });
  return Object.fromEntries(entries) as Record<string, unknown>;
}

function cookies(headers: Headers): readonly Pair[] {
  const texts = (headers.get("cookie") ?? "").split(/; */).filter(Boolean);
  return texts.map((text) => {
    const [name, value] = pairOf(text);
    return [decodeURIComponent(name), decodeURIComponent(value)];
  });
}

function pairOf(text: string): readonly [string, string] {
  const [name = "", ...rest] = text.split("=");
  return [name, rest.join("=")];
}

/** undefined: none was sent. */
async function readBody(
  request: Request,
  kind: ValueKind,
  styles: Readonly<Record<string, string>>,
  nests: boolean,
): Promise<Raw | undefined> {
  const type = request.headers.get("content-type") ?? "";
  if (/^multipart\/form-data/i.test(type)) {
    const pairs = [...(await request.formData())];
    return { value: nests ? nested(pairs) : styled(pairs, kind, styles, true), isText: true };
  }
  if (/^application\/x-www-form-urlencoded/i.test(type)) {
    const pairs = [...new URLSearchParams(await request.text())];
    if (pairs.length === 0 && kind === "any") return undefined;
    return { value: nests ? nested(pairs) : styled(pairs, kind, styles, true), isText: true };
  }
  const body = await request.blob();
  if (body.size === 0 && type === "") return undefined;
  if (!/\bjson\b/i.test(type)) return { value: body, isText: false };
  return { value: parse(await body.text()), isText: false };
}
