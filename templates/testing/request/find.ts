import { document } from "../document/document.js";
import { suggestion } from "./nearest.js";
import { operations } from "../document/operations.js";

/** Which operation a request calls. */
export interface Found {
  readonly key: string;
  readonly path: Readonly<Record<string, string>>;
}

interface Route {
  readonly key: string;
  readonly pattern: RegExp;
  readonly names: readonly string[];
}

/** Finds the operation of a request; a sentence where there is none. */
export function createFinder(): (method: string, pathname: string) => Found | string {
  let routes: ReadonlyMap<string, readonly Route[]> | undefined;
  const bases = document.bases.map((base) => new RegExp(`^${sourceOf(base)}(/.*)$`));

  return (method, pathname) => {
    routes ??= routesOf();
    for (const base of bases) {
      const path = base.exec(pathname)?.at(-1) ?? "";
      for (const { key, pattern, names } of routes.get(method) ?? []) {
        const values = pattern.exec(path)?.slice(1);
        if (values === undefined) continue;
        const decoded = names.map((name, n): [string, string] => [name, decode(values[n])]);
        return { key, path: Object.fromEntries(decoded) };
      }
    }
    const called = `${method} ${pathname}`;
    return `no operation of the API${suggestion(called, Object.keys(operations))}`;
  };
}

/** By method; those with fewer variables first, so that `/invoices/upcoming` is no `/invoices/{invoice}`. */
function routesOf(): ReadonlyMap<string, readonly Route[]> {
  const routes = new Map<string, Route[]>();
  for (const key of Object.keys(operations)) {
    const [method = "", path = ""] = key.split(/ ([^]*)/);
    const names = Array.from(path.matchAll(VARIABLE), ([, name = ""]) => name);
    const route = { key, pattern: new RegExp(`^${sourceOf(path)}$`), names };
    routes.set(method, [...(routes.get(method) ?? []), route]);
  }
  for (const list of routes.values()) list.sort((a, b) => a.names.length - b.names.length);
  return routes;
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
