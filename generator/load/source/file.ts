import { createHash } from "node:crypto";
import { type Diagnostic, type Location, UnfoldError } from "../../support/diagnostic.js";
import { formatPointer } from "../../openapi/pointer.js";
import { deeperThanTheStack } from "../parse/depth.js";
import type { Json } from "../parse/json-value.js";
import { findDuplicates } from "../parse/json-duplicates.js";
import { jsonPositions, parseJson } from "../parse/json.js";
import { type Duplicate, type Fail, Lines, type Positions } from "../parse/positions.js";

/** Bytes that were read, and what to call their source. */
export interface Bytes {
  /** For people: relative to the working directory, or a URL. */
  readonly name: string;
  /** `file:` or `http(s):`; relative references of the content are resolved against it. */
  readonly url: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

export interface SourceFile {
  readonly name: string;
  readonly url: string;
  readonly sha256: string;
  /** Changed in place by overlays and the resolution of references. */
  readonly root: Json;
  /** Warnings of keys that stand twice in one object. */
  readonly duplicates: readonly Omit<Diagnostic, "severity">[];
  /** Whether the text may hold `$id`, `$anchor` or `$dynamicAnchor`. */
  mayHaveIds(): boolean;
  /** Where the node that `tokens` lead to stands in the file, or its nearest ancestor. */
  place(tokens: readonly string[]): Location;
}

export async function parseFile({ name, url, bytes, sha256 }: Bytes): Promise<SourceFile> {
  const text = decode(name, bytes);
  const lines = new Lines(text);
  const fail: Fail = (offset, message, hint) => {
    throw new UnfoldError({
      code: "syntax",
      message,
      location: { file: name, ...lines.at(offset) },
      hint,
    });
  };
  const parsed = await parse(text, isJson(url, text), fail).catch((error: unknown) => {
    throw deeperThanTheStack(error, name);
  });
  const { root, positions } = parsed;
  return {
    name,
    url,
    sha256,
    root,
    duplicates: parsed.duplicates.map((duplicate) => duplicateKey(name, lines, duplicate)),
    mayHaveIds: () => /\$(?:id|anchor|dynamicAnchor)\b/.test(text),
    place(tokens) {
      const { offset, depth } = positions().find(tokens);
      const pointer = formatPointer(tokens.slice(0, depth));
      return { file: name, ...lines.at(offset), pointer };
    },
  };
}

export function hashed(name: string, url: string, bytes: Uint8Array): Bytes {
  return { name, url, bytes, sha256: createHash("sha256").update(bytes).digest("hex") };
}

function duplicateKey(
  file: string,
  lines: Lines,
  { key, first, again }: Duplicate,
): Omit<Diagnostic, "severity"> {
  const { line, column } = lines.at(first);
  const told = JSON.stringify(key.length > 80 ? `${key.slice(0, 79)}…` : key);
  return {
    code: "duplicate-key",
    message: `the key ${told} stands twice in one object, first at ${file}:${line}:${column}; this one counts`,
    location: { file, ...lines.at(again) },
    hint: "Remove one of the two",
  };
}

interface Parsed {
  readonly root: Json;
  readonly duplicates: readonly Duplicate[];
  readonly positions: () => Positions;
}

async function parse(text: string, json: boolean, fail: Fail): Promise<Parsed> {
  if (json) {
    const root = parseJson(text, fail);
    let positions: Positions | undefined;
    const duplicates = findDuplicates(text, root);
    return { root, duplicates, positions: () => (positions ??= jsonPositions(text)) };
  }
  // Most documents are JSON: they do not wait for the YAML library.
  const { parseYaml } = await import("../parse/yaml.js");
  const { value, duplicates, positions } = parseYaml(text, fail);
  return { root: value, duplicates, positions: () => positions };
}

function isJson(url: string, text: string): boolean {
  const path = url.replace(/[?#].*$/s, "").toLowerCase();
  if (path.endsWith(".json")) return true;
  if (path.endsWith(".yaml") || path.endsWith(".yml")) return false;
  return /^\s*[{[]/.test(text);
}

function decode(name: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new UnfoldError(
      {
        code: "not-utf8",
        message: `${name} is not text in UTF-8`,
        location: { file: name },
        hint: "Save the file as UTF-8",
      },
      { cause },
    );
  }
}
