/** The manifest: which files of the output folder are ours, and what they were made from. */
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
  /** Path → sha256 of what was written, sorted by path. The manifest itself is not listed. */
  readonly files: Readonly<Record<string, string>>;
}

export function sha256(data: string | Uint8Array): string {
  return createHash("sha256").update(data).digest("hex");
}

/** `files`: path relative to the output folder → text. */
export function createManifest(
  files: ReadonlyMap<string, string>,
  inputs: readonly ManifestInput[],
): Manifest {
  const entries = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  const hashes = entries.map(([path, text]) => [path, sha256(text)]);
  return { unfold: version, inputs, files: Object.fromEntries(hashes) };
}

export function manifestText(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

const manifestSchema = v.object({
  unfold: v.string(),
  inputs: v.array(v.object({ kind: v.string(), path: v.string(), sha256: v.string() })),
  files: v.record(v.string(), v.string()),
});

/** Reads a manifest's text; undefined where it is none of ours. */
export function parseManifest(text: string): Manifest | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return v.is(manifestSchema, value) ? value : undefined;
  } catch {
    return undefined;
  }
}
