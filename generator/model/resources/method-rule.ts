/**
 * The rule that names an operation as a method of its resource, from method, path and the shape of the response:
 * `list create retrieve update del` on a collection and its items, the same verbs with a noun on what lies under an
 * item (`listLineItems`), and words that are verbs as they are (`expire`, `search`).
 */
import type { HttpMethod } from "../../config/index.js";
import { componentKey } from "../types/references.js";
import { camelCase, isReserved, pascalCase } from "../names/identifiers.js";
import type { OutlinedPath, PathOutline, PathPart } from "./path-outline.js";
import { singular } from "../names/singular.js";
import type { Operation } from "../types/index.js";

export function methodName(operation: Operation, outline: PathOutline): string {
  const path = outline.outline(operation.path);
  const last = path.rest.at(-1);
  if (last === undefined) return ownMethod(operation, path, outline);
  const before = path.rest.slice(0, -1).map(noun).join("");
  if (last.hasItem) return nestedVerb(operation, outline) + before + noun(last);
  return wordMethod(operation, path, outline, last.word, before);
}

/** On the resource itself. */
function ownMethod(operation: Operation, path: OutlinedPath, outline: PathOutline): string {
  const { method } = operation;
  if (path.hasItem) return method === "GET" ? "retrieve" : changing(operation, outline, "del");
  const isCollection = outline.isCollection(operation.path);
  if (method === "GET") return isCollection ? "list" : "retrieve";
  const isSingleton = !isCollection && outline.at(operation.path).some(isGet);
  if (method === "POST" && !isSingleton) return "create";
  return changing(operation, outline, "del");
}

/** A word at the end of a path: something under an item that can be listed or read, or else a verb. */
function wordMethod(
  operation: Operation,
  path: OutlinedPath,
  outline: PathOutline,
  word: string,
  before: string,
): string {
  const { method } = operation;
  const isVerbOfCollection =
    path.rest.length === 1 && !path.hasItem && outline.isCollection(parentOf(operation.path));
  if (!isVerbOfCollection) {
    if (outline.isCollection(operation.path)) {
      if (method === "GET") return `list${before}${pascalCase(word)}`;
      if (method === "POST") return `create${before}${pascalCase(singular(word))}`;
      return `${changing(operation, outline, "delete")}${before}${pascalCase(word)}`;
    }
    const isRead = outline.at(operation.path).some((other) => isGet(other) && isJson(other));
    if (method === "GET" && isRead) return `retrieve${before}${pascalCase(word)}`;
    const made = method === "POST" && !isRead ? madeName(operation, word) : undefined;
    if (made !== undefined) return `create${before}${made}`;
    if (method !== "GET" && (method !== "POST" || isRead)) {
      return `${changing(operation, outline, "delete")}${before}${pascalCase(word)}`;
    }
  }
  const verb = camelCase(word);
  const of = before !== "" ? before : pascalCase(singular(path.resource.at(-1) ?? ""));
  return before !== "" || isReserved(verb) ? `${verb.replace(/_$/, "")}${of}` : verb;
}

/** The verb of a method that is called on one item under an item. */
function nestedVerb(operation: Operation, outline: PathOutline): string {
  return operation.method === "GET" ? "retrieve" : changing(operation, outline, "delete");
}

/** Of the methods that change something, the one that says so least strictly is the update. */
function changing({ method, path }: Operation, outline: PathOutline, del: string): string {
  const others = outline.at(path).map((operation) => operation.method);
  const has = (...methods: HttpMethod[]) => methods.some((name) => others.includes(name));
  switch (method) {
    case "DELETE":
      return del;
    case "PATCH":
      return "update";
    case "PUT":
      return has("PATCH", "POST") ? "replace" : "update";
    case "POST":
      return has("PATCH", "PUT") ? "post" : "update";
    case "GET":
    case "HEAD":
    case "OPTIONS":
    case "TRACE":
    case "QUERY":
      return method.toLowerCase();
  }
}

/** `login_links` returns a `login_link`: the call makes one. */
function madeName({ response }: Operation, word: string): string | undefined {
  if (response.kind !== "json" || response.shape.$ref === undefined) return undefined;
  const name = componentKey(response.shape.$ref)?.split(".").at(-1) ?? "";
  return [word, singular(word)].map(pascalCase).find((text) => text === pascalCase(name));
}

function noun({ word, hasItem }: PathPart): string {
  return pascalCase(hasItem ? singular(word) : word);
}

function isGet({ method }: Operation): boolean {
  return method === "GET";
}

function isJson({ response }: Operation): boolean {
  return response.kind === "json" || response.kind === "page";
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/"));
}
