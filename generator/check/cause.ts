import type { Manifest, ManifestInput } from "../write/manifest.js";

/** What can make the output differ from what was written. */
export type Cause =
  "spec" | "overlay" | "config" | "templates" | "generator" | "hand-edit" | "interrupted";

/** The inputs that are not what they were when the folder was written, by comparing the manifests. */
export function changedInputs(recorded: Manifest | undefined, fresh: Manifest): readonly Cause[] {
  if (recorded === undefined) return ["hand-edit"];
  const known = new Map(recorded.inputs.map((input) => [identity(input), input]));
  const now = new Map(fresh.inputs.map((input) => [identity(input), input]));
  const causes = new Set<Cause>();
  for (const [key, input] of [...now, ...known]) {
    if (known.get(key)?.sha256 !== now.get(key)?.sha256) causes.add(causeOf(input));
  }
  // With equal inputs, only the generator itself can have changed.
  if (recorded.unfold !== fresh.unfold || causes.size === 0) causes.add("generator");
  return [...causes];
}

function identity({ kind, path }: ManifestInput): string {
  return `${kind} ${path}`;
}

function causeOf({ kind }: ManifestInput): Cause {
  switch (kind) {
    case "overlay":
    case "config":
    case "templates":
      return kind;
    default:
      return "spec";
  }
}
