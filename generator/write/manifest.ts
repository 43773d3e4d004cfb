/**
 * The manifest: which files of the output folder are ours, and what they were made from.
 *
 * It is committed with the output, so that two branches that change different schemas change it both. Each thing has a
 * line of its own, and git may keep the lines of both sides (`merge=union`, see the emitted `.gitattributes`): a path
 * may stand there twice, with a hash of each side.
 */
import { createHash } from "node:crypto";
import * as v from "valibot";
import { version } from "../support/package-root.js";

export const MANIFEST = ".unfold.json";

/** One thing that the output was made from. `kind`: `document`, `pin`, `overlay`, `reference`, `config`, `templates`. */
export interface ManifestInput {
  readonly kind: string;
  readonly path: string;
  readonly sha256: string;
}

export interface Manifest {
  /** Version of the generator. */
  readonly unfold: string;
  readonly inputs: readonly ManifestInput[];
  /** Path → sha256 of what was written, sorted by path; several after a merge. The manifest itself is not listed. */
  readonly files: ReadonlyMap<string, readonly string[]>;
}

export function sha256(data: string | Uint8Array): string {
  return createHash("sha256").update(data).digest("hex");
}

/** `files`: path relative to the output folder → text. */
export function createManifest(
  files: ReadonlyMap<string, string | Uint8Array>,
  inputs: readonly ManifestInput[],
): Manifest {
  const entries = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    unfold: version,
    inputs,
    files: new Map(entries.map(([path, text]) => [path, [sha256(text)]])),
  };
}

/** The last line of a list: without it, the line before it would have no comma, which a merge cannot add. */
const END = "";

export function manifestText({ unfold, inputs, files }: Manifest): string {
  const lines = {
    unfold,
    inputs: [...inputs.map(({ kind, path, sha256: hash }) => `${kind} ${path} ${hash}`), END],
    files: [
      ...[...files].flatMap(([path, hashes]) => hashes.map((hash) => `${path} ${hash}`)),
      END,
    ],
  };
  return `${JSON.stringify(lines, null, 2)}\n`;
}

const manifestSchema = v.object({
  unfold: v.string(),
  inputs: v.array(v.string()),
  files: v.array(v.string()),
});

/** Reads a manifest's text; undefined where it is not one of ours. */
export function parseManifest(text: string): Manifest | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (!v.is(manifestSchema, value)) return undefined;
    const inputs = value.inputs.map((line) => /^(\S+) (.*) (\S+)$/.exec(line) ?? []);
    const files = new Map<string, string[]>();
    for (const line of value.files) {
      const [, path, hash] = /^(.*) (\S+)$/.exec(line) ?? [];
      if (path === undefined || hash === undefined) continue;
      files.set(path, [...(files.get(path) ?? []), hash]);
    }
    return {
      unfold: value.unfold,
      inputs: inputs.flatMap(([, kind, path, hash]) =>
        kind && path && hash ? [{ kind, path, sha256: hash }] : [],
      ),
      files,
    };
  } catch {
    return undefined;
  }
}
