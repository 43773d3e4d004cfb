/** What looks like pages in a document of which the configuration tells nothing: told, and never acted upon. */
import type { PaginationRule } from "../../config/index.js";
import { type ModelContext, note } from "../context/index.js";
import type { Operation, Shape } from "../types/index.js";
import { match, queryNames } from "./match.js";
import { primitivesOf, propertiesOf, type Schemas } from "./shapes.js";

/** One note for the document, with the rules that would fit the most operations first. */
export function proposeRules(
  context: ModelContext,
  operations: readonly Operation[],
  schemas: Schemas,
): void {
  const found = new Map<string, { readonly rule: PaginationRule; readonly fit: Operation[] }>();
  for (const operation of operations) {
    const rule = guesses(operation, schemas).find((one) => match(one, operation, schemas));
    if (rule === undefined) continue;
    const key = JSON.stringify(rule);
    const entry = found.get(key) ?? { rule, fit: [] };
    entry.fit.push(operation);
    found.set(key, entry);
  }
  const rules = [...found.values()].sort((a, b) => b.fit.length - a.fit.length);
  const fit = rules.flatMap((rule) => rule.fit);
  const [first] = fit;
  if (first === undefined) return;
  const others = fit.length === 1 ? "" : ` and ${fit.length - 1} more`;
  const text = rules
    .slice(0, MOST)
    .map(({ rule }) => literal(rule))
    .join(", ");
  note(context, {
    code: "pagination-possible",
    message: `${first.method} ${first.path}${others} look like pages of lists`,
    pointer: "/paths",
    hint: `To iterate over all items, say in the project: pagination: [${text}]. If they are none, acknowledge this code.`,
  });
}

/** Rules that one note shows. */
const MOST = 6;

const NEXT_URL =
  /^(?:next_?page_?ur[il]|next_?ur[il]|next_?link|next_?page_?link|next_?href|next|@odata\.nextlink)$/i;
const NEXT_CURSOR = /^(?:next_?(?:page_?)?(?:cursor|token|marker|key)|end_?cursor|cursor|next)$/i;
const CURSOR_PARAMETER =
  /^(?:cursor|after|start_?cursor|next_?cursor|(?:next_?)?page_?(?:token|cursor)|(?:next_?|continuation_?)?token|(?:next_?)?marker)$/i;
const PAGE_PARAMETER = /^(?:page|page_?(?:number|no|num)|current_?page|p)$/i;
const OFFSET_PARAMETER = /^(?:offset|skip|\$skip|start|start_?at|start_?index)$/i;
const LIMIT_PARAMETER =
  /^(?:limit|count|size|top|\$top|max_?results|(?:per_?)?page_?size|per_?page)$/i;
const MORE = /^(?:has_?more|has_?next(?:_?page)?|more)$/i;

/** What the names of an operation stand for nearly everywhere, the surest first. */
function guesses(operation: Operation, schemas: Schemas): readonly PaginationRule[] {
  const { response, responseHeaders = [] } = operation;
  if (response.kind !== "json") return [];
  const places = placesIn(response.shape, schemas);
  const at = (pattern: RegExp, type: string) =>
    places
      .filter(([path]) => pattern.test(path.at(-1) ?? ""))
      .filter(([, shape]) => primitivesOf(schemas, shape).includes(type))
      .map(([path]) => path);
  const parameters = queryNames(operation);
  const named = (pattern: RegExp) => parameters.filter((name) => pattern.test(name));
  const [more] = at(MORE, "boolean");
  const flag = more === undefined ? {} : { more: written(more) };
  const cursors = at(NEXT_CURSOR, "string").flatMap((next) =>
    named(CURSOR_PARAMETER).map(
      (parameter) => ({ kind: "cursor", next: written(next), parameter, ...flag }) as const,
    ),
  );
  const urls = at(NEXT_URL, "string").map(
    (next) => ({ kind: "url", next: written(next) }) as const,
  );
  const links = responseHeaders.some(({ name }) => /^link$/i.test(name));
  const pages = named(PAGE_PARAMETER).map(
    (parameter) => ({ kind: "page", parameter, ...flag }) as const,
  );
  const offsets = parameters.some((name) => LIMIT_PARAMETER.test(name))
    ? named(OFFSET_PARAMETER).map((parameter) => ({ kind: "offset", parameter, ...flag }) as const)
    : [];
  return [...cursors, ...urls, ...(links ? [{ kind: "link" } as const] : []), ...pages, ...offsets];
}

type Place = readonly [path: readonly string[], shape: Shape];

/** The properties of what is returned, and theirs. */
function placesIn(whole: Shape, schemas: Schemas): readonly Place[] {
  return [...propertiesOf(schemas, whole)].flatMap(([name, shape]): readonly Place[] => {
    const inner = [...propertiesOf(schemas, shape)];
    return [[[name], shape], ...inner.map(([own, part]): Place => [[name, own], part])];
  });
}

function written(path: readonly string[]): string | readonly string[] {
  return path.some((name) => name.includes(".")) ? path : path.join(".");
}

/** `{ kind: "cursor", next: "meta.next" }` */
function literal(rule: PaginationRule): string {
  const members = Object.entries(rule).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return `{ ${members.join(", ")} }`;
}
