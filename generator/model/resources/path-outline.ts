/** Paths seen as resources: what stands in the document together tells collections from words that are verbs. */
import type { Operation } from "../types/index.js";

/** A static segment of a path, and whether variables follow it: `sources/{id}`. */
export interface PathPart {
  readonly word: string;
  readonly hasItem: boolean;
}

/** A path, split where its resource ends. */
export interface OutlinedPath {
  /** `["checkout", "sessions"]`: the segments that name the resource. */
  readonly resource: readonly string[];
  /** Whether the resource's own variables follow: `/customers/{customer}`. */
  readonly hasItem: boolean;
  /** What follows: `sources/{id}`, `verify`. */
  readonly rest: readonly PathPart[];
}

export class PathOutline {
  /** Words before the first variable, of every path. */
  readonly #heads = new Set<string>();
  /** Versions that are words of their paths. */
  readonly #versions: readonly string[];
  /** Every path without the names of its variables, and its operations. */
  readonly #paths = new Map<string, Operation[]>();

  constructor(operations: readonly Operation[], versions: readonly string[] = []) {
    this.#versions = versions;
    for (const operation of operations) {
      const parts = partsOf(operation.path, versions);
      this.#heads.add(keyOf(headOf(parts)));
      const key = formOf(operation.path);
      this.#paths.set(key, [...(this.#paths.get(key) ?? []), operation]);
    }
  }

  /** The shortest head that a path of the document has is the resource; what is longer lies within it. */
  outline(path: string): OutlinedPath {
    const parts = partsOf(path, this.#versions);
    const head = headOf(parts);
    const lengths = head.map((_, n) => n + 1);
    const shortest = lengths.find((n) => this.#heads.has(keyOf(head.slice(0, n)))) ?? head.length;
    const length = this.#isNested(parts) ? this.#nestedLength(path, parts, shortest) : shortest;
    return {
      resource: length === 0 ? ["root"] : parts.slice(0, length).map(({ word }) => word),
      hasItem: parts[length - 1]?.hasItem === true,
      rest: parts.slice(length),
    };
  }

  /** In a version of its own, what lies under an item is a resource too. */
  #isNested([first]: readonly PathPart[]): boolean {
    return first !== undefined && this.#versions.includes(first.word);
  }

  /** As far as there are items, or a collection of them. */
  #nestedLength(path: string, parts: readonly PathPart[], shortest: number): number {
    const isResource = (n: number): boolean =>
      parts[n]?.hasItem === true || (n === parts.length - 1 && this.isCollection(path));
    let length = shortest;
    while (length < parts.length && isResource(length)) length++;
    return length;
  }

  /** The operations at a path. */
  at(path: string): readonly Operation[] {
    return this.#paths.get(formOf(path)) ?? [];
  }

  /** Whether a path holds items: it returns a list, or paths go on from it with a variable. */
  isCollection(path: string): boolean {
    const item = `${formOf(path)}/{}`;
    for (const form of this.#paths.keys()) {
      if (form === item || form.startsWith(`${item}/`)) return true;
    }
    return this.at(path).some((operation) => operation.method === "GET" && returnsList(operation));
  }
}

/** Whether an operation returns a container of items, or a plain array. */
export function returnsList({ response }: Operation): boolean {
  return response.kind === "page" || (response.kind === "json" && response.shape.type === "array");
}

/**
 * A path's prefix that ends with its version (`/api/v1`) says nothing, unless the version is one of these; neither do
 * variables before the first word.
 */
function partsOf(path: string, versions: readonly string[]): PathPart[] {
  const segments = path.split("/").filter((segment) => segment !== "");
  const version = segments.findIndex((segment) => /^v\d+(?:\.\d+)*$/i.test(segment));
  const plain = segments.findIndex(isVariable);
  const isWord = versions.includes(segments[version] ?? "");
  const start = version >= 0 && (plain < 0 || version < plain) ? version + (isWord ? 0 : 1) : 0;
  const parts: PathPart[] = [];
  for (const segment of segments.slice(start)) {
    const last = parts.at(-1);
    if (!isVariable(segment)) parts.push({ word: segment, hasItem: false });
    else if (last !== undefined) parts[parts.length - 1] = { ...last, hasItem: true };
  }
  return parts;
}

function isVariable(segment: string): boolean {
  return segment.includes("{");
}

function headOf(parts: readonly PathPart[]): readonly PathPart[] {
  const end = parts.findIndex(({ hasItem }) => hasItem);
  return end < 0 ? parts : parts.slice(0, end + 1);
}

function keyOf(parts: readonly PathPart[]): string {
  return parts.map(({ word }) => word).join("/");
}

function formOf(path: string): string {
  return path.replace(/\{[^{}]*\}/g, "{}").replace(/\/+$/, "");
}
