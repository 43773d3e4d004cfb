import {
  type Alias,
  type Document,
  type ErrorCode,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
} from "yaml";
import { type Json, type JsonObject, setMember } from "./json-value.js";
import type { Duplicate, Fail, Positions } from "./positions.js";
import { isMergeKey, keyText, startOf, yamlPositions } from "./yaml-positions.js";

/** Nodes that aliases may add to a document; a few lines of YAML can otherwise ask for 10^9. */
const MAX_ALIASED_NODES = 500_000;

/** YAML 1.2, core schema, and the merge key `<<` of 1.1 that many documents rely on. */
export function parseYaml(text: string, fail: Fail): ParsedYaml {
  const document = compose(text, fail);
  const converter = new Converter(fail);
  const value = document.contents === null ? null : converter.convert(document.contents);
  const { aliases, duplicates } = converter;
  return { value, duplicates, positions: yamlPositions(document, aliases) };
}

export interface ParsedYaml {
  readonly value: Json;
  readonly duplicates: readonly Duplicate[];
  readonly positions: Positions;
}

function compose(text: string, fail: Fail): Document.Parsed {
  const document = parseDocument(text, {
    schema: "core",
    resolveKnownTags: false,
    prettyErrors: false,
    // The check of the library compares each key with each other one.
    uniqueKeys: false,
  });
  const [error] = document.errors;
  if (error !== undefined) {
    // The library tells of a stack that is full as of a place, but the place is chance.
    if (error.code === "RESOURCE_EXHAUSTION") throw new RangeError(error.message);
    const message = MESSAGES[error.code] ?? error.message;
    fail(error.pos[0], message, "Fix the YAML at this place");
  }
  return document;
}

/** Where the library's own words are about its interface. */
const MESSAGES: Readonly<Partial<Record<ErrorCode, string>>> = {
  MULTIPLE_DOCS: "The file holds more than one YAML document",
};

/**
 * Nodes to plain values. Every alias becomes a copy of its own, so that no two places of a document
 * share an object that an overlay may change at only one of them.
 */
class Converter {
  readonly aliases = new Map<Alias, Node>();
  readonly duplicates: Duplicate[] = [];
  readonly #anchors = new Map<string, Node>();
  readonly #open = new Set<Node>();
  readonly #fail: Fail;
  #insideAlias = 0;
  #aliasedNodes = 0;

  constructor(fail: Fail) {
    this.#fail = fail;
  }

  convert(node: unknown): Json {
    if (this.#insideAlias > 0) this.#aliasedNodes += 1;
    if (isAlias(node)) return this.#alias(node);
    if (isScalar(node)) {
      if (node.anchor !== undefined) this.#anchors.set(node.anchor, node);
      return scalar(node.value, node.source);
    }
    if (!isMap(node) && !isSeq(node)) return null;
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, node);
    this.#open.add(node);
    const value = isSeq(node)
      ? node.items.map((item) => this.convert(item))
      : this.#map(node.items);
    this.#open.delete(node);
    return value;
  }

  #alias(node: Alias): Json {
    const offset = node.range?.[0] ?? 0;
    const anchored = this.aliases.get(node) ?? this.#anchors.get(node.source);
    if (anchored === undefined) {
      return this.#fail(
        offset,
        `there is no anchor '&${node.source}' before this alias`,
        "Define the anchor above, or use `$ref`",
      );
    }
    if (this.#open.has(anchored)) {
      return this.#fail(
        offset,
        `the alias '*${node.source}' stands inside its own anchor`,
        "Use `$ref` for a structure that contains itself",
      );
    }
    if (this.#aliasedNodes > MAX_ALIASED_NODES) {
      return this.#fail(
        offset,
        `aliases expand to more than ${MAX_ALIASED_NODES} nodes`,
        "Use `$ref` instead of YAML aliases",
      );
    }
    this.aliases.set(node, anchored);
    this.#insideAlias += 1;
    const value = this.convert(anchored);
    this.#insideAlias -= 1;
    return value;
  }

  #map(pairs: readonly { key: unknown; value: unknown }[]): JsonObject {
    const object: JsonObject = {};
    const written = new Map<string, number>();
    for (const { key, value } of pairs) {
      if (isMergeKey(key)) {
        for (const [name, item] of this.#merge(value)) {
          if (Object.hasOwn(object, name)) continue;
          setMember(object, name, item);
        }
        continue;
      }
      const name = this.#key(key);
      const first = written.get(name);
      if (first === undefined) written.set(name, startOf(key));
      // Within an alias it was told where it is written.
      else if (this.#insideAlias === 0) {
        this.duplicates.push({ key: name, first, again: startOf(key) });
      }
      setMember(object, name, this.convert(value));
    }
    return object;
  }

  #merge(source: unknown): [string, Json][] {
    const value = this.convert(source);
    const maps = Array.isArray(value) ? value : [value];
    return maps.flatMap((map) => {
      if (typeof map === "object" && map !== null && !Array.isArray(map))
        return Object.entries(map);
      return this.#fail(
        startOf(source),
        "the merge key '<<' takes a map or a list of maps",
        "Merge an alias of a map",
      );
    });
  }

  #key(key: unknown): string {
    const node = isAlias(key) ? this.#anchors.get(key.source) : key;
    if (!isScalar(node))
      return this.#fail(startOf(key), "a key of a map has to be a string", "Write the key as text");
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, node);
    return keyText(node.value, node.source);
  }
}

function scalar(value: unknown, source: string | undefined): Json {
  switch (typeof value) {
    case "string":
    case "number":
    case "boolean":
      return value;
    default:
      return value === null || value === undefined ? null : (source ?? String(value));
  }
}
