import { document } from "../document/document.js";
import { suggestion } from "./nearest.js";
import { operations } from "../document/operations.js";
import { membersOf } from "../document/members.js";
import { operationOf } from "../document/tables.js";
import type { Pair } from "./fields.js";
import { hasFixed, type QueryInPath, queryInPath, takeOut } from "./query-in-path.js";

/** Which operation a request calls. */
export interface Found {
  readonly key: string;
  readonly path: Readonly<Record<string, string>>;
  /** The query without what the path has of it. */
  readonly query: readonly Pair[];
}

interface Route {
  readonly key: string;
  readonly pattern: RegExp;
  readonly names: readonly string[];
  readonly inPath: QueryInPath;
  /** `#share`, as a URL has it; empty where the path has none. */
  readonly fragment: string;
}

/**
 * Finds the operation of a request; a sentence where there is none. Of several that differ by a fragment alone, which is
 * not sent, the client's URL tells which it is; without it, the one that is preferred.
 *
 * @param isPreferred - by method and path
 */
export function createFinder(
  isPreferred: (key: string) => boolean,
): (method: string, url: URL) => Found | string {
  let routes: ReadonlyMap<string, readonly Route[]> | undefined;
  const bases = document.bases.map((base) => new RegExp(`^${sourceOf(base)}(/.*)$`));

  return (method, { pathname, searchParams, hash }) => {
    routes ??= routesOf();
    for (const base of bases) {
      const path = base.exec(pathname)?.at(-1) ?? "";
      const found = (routes.get(method) ?? []).filter(
        ({ pattern, inPath }) => pattern.test(path) && hasFixed(inPath, searchParams),
      );
      const [first] = found;
      if (first === undefined) continue;
      const same = found.filter((route) => isSame(route, first));
      const route =
        only(same, ({ fragment }) => fragment === hash) ??
        only(same, ({ key }) => isPreferred(key)) ??
        only(same, () => true);
      return route === undefined ? ambiguity(same) : read(route, path, searchParams);
    }
    const called = `${method} ${pathname}`;
    return `no operation of the API${suggestion(called, Object.keys(operations))}`;
  };
}

function read({ key, pattern, names, inPath }: Route, path: string, query: URLSearchParams): Found {
  const values = pattern.exec(path)?.slice(1) ?? [];
  const decoded = names.map((name, n): [string, string] => [name, decode(values[n])]);
  const own = takeOut(inPath, query, (name) => !isInQuery(key, name));
  return { key, path: Object.fromEntries([...decoded, ...own.path]), query: own.query };
}

/** Whether no request tells one from the other. */
function isSame(a: Route, b: Route): boolean {
  const textOf = ({ pattern, inPath }: Route) => `${pattern.source} ${JSON.stringify(inPath)}`;
  return textOf(a) === textOf(b);
}

function only<T>(all: readonly T[], test: (one: T) => boolean): T | undefined {
  const found = all.filter(test);
  return found.length === 1 ? found[0] : undefined;
}

function ambiguity(routes: readonly Route[]): string {
  const keys = routes.map(({ key }) => key).join(" or ");
  return `it may be ${keys}, which no request tells; give an override for one of them, or call its function`;
}

/** By method; those with fewer variables first, so that `/invoices/upcoming` is no `/invoices/{invoice}`. */
function routesOf(): ReadonlyMap<string, readonly Route[]> {
  const routes = new Map<string, Route[]>();
  for (const key of Object.keys(operations)) {
    const [method = "", path = ""] = key.split(/ ([^]*)/);
    // A fragment is not sent.
    const [, pathname = "", search = "", fragment = ""] =
      /^([^?#]*)\??([^#]*)(#[^]*)?$/.exec(path) ?? [];
    const names = Array.from(pathname.matchAll(VARIABLE), ([, name = ""]) => name);
    const route = {
      key,
      pattern: new RegExp(`^${sourceOf(pathname)}$`),
      names,
      inPath: queryInPath(search),
      fragment: new URL(fragment, "http://any").hash,
    };
    routes.set(method, [...(routes.get(method) ?? []), route]);
  }
  for (const list of routes.values()) {
    list.sort(
      (a, b) => a.names.length - b.names.length || b.inPath.fixed.length - a.inPath.fixed.length,
    );
  }
  return routes;
}

function isInQuery(key: string, name: string): boolean {
  const { query } = operationOf(key);
  return query !== undefined && Object.hasOwn(membersOf(query)?.properties ?? {}, name);
}

const VARIABLE = /\{([^{}]+)\}/g;

/** The path of a template, as a regular expression has it. */
function sourceOf(template: string): string {
  const parts = template.split(VARIABLE);
  return parts.map((part, n) => (n % 2 ? "([^/]+?)" : escape(encodeURI(part)))).join("");
}

function escape(text: string): string {
  return text.replaceAll(/[$()*+.?[\\\]^{|}]/g, "\\$&");
}

function decode(text = ""): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
