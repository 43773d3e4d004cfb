/** The manifest: which files of the output folder are ours, and what they were made from. */
import { createHash } from "node:crypto";
import { version } from "../root.js";
import type { Output } from "./assemble.js";

export const MANIFEST = ".unfold.json";

/** One file that the output was made from. */
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

export function createManifest(output: Output, inputs: readonly ManifestInput[]): Manifest {
  const paths = [...output.keys()].sort();
  const files = paths.map((path) => [path, sha256(output.get(path) ?? "")]);
  return { unfold: version, inputs, files: Object.fromEntries(files) };
}

export function manifestText(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** Reads a manifest's text; undefined where it is none of ours. */
export function parseManifest(text: string): Manifest | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isManifest(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isManifest(value: unknown): value is Manifest {
  return (
    typeof value === "object" &&
    value !== null &&
    "unfold" in value &&
    typeof value.unfold === "string" &&
    "inputs" in value &&
    Array.isArray(value.inputs) &&
    "files" in value &&
    typeof value.files === "object" &&
    value.files !== null &&
    Object.values(value.files).every((hash) => typeof hash === "string")
  );
}
