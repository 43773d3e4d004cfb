import { createHash } from "node:crypto";
import type { Location } from "../../support/diagnostic.js";
import { UnfoldError } from "../../support/diagnostic.js";
import { formatPointer } from "../../openapi/pointer.js";
import { deeperThanTheStack } from "../parse/depth.js";
import type { Json } from "../parse/json-value.js";
import { jsonPositions, parseJson } from "../parse/json.js";
import { type Fail, Lines, type Positions } from "../parse/positions.js";

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
  const { root, positions } = await parse(text, isJson(url, text), fail).catch((error: unknown) => {
    throw deeperThanTheStack(error, name);
  });
  return {
    name,
    url,
    sha256,
    root,
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

interface Parsed {
  readonly root: Json;
  readonly positions: () => Positions;
}

async function parse(text: string, json: boolean, fail: Fail): Promise<Parsed> {
  if (json) {
    const root = parseJson(text, fail);
    let positions: Positions | undefined;
    return { root, positions: () => (positions ??= jsonPositions(text)) };
  }
  // Most documents are JSON: they do not wait for the YAML library.
  const { parseYaml } = await import("../parse/yaml.js");
  const { value, positions } = parseYaml(text, fail);
  return { root: value, positions: () => positions };
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
