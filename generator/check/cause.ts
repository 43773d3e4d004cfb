import type { Manifest, ManifestInput } from "../write/manifest.js";

/** What can make the output differ from what was written. */
export type Cause =
  | "spec"
  | "overlay"
  | "config"
  | "templates"
  | "generator"
  | "hand-edit"
  | "interrupted"
  | "not-generated";

/** One thing that is not what it was when the folder was written. */
export interface ChangedInput {
  readonly cause: Cause;
  /** As the manifest names it; the versions, of the generator. */
  readonly path: string;
}

/** What has changed since the folder was written, by comparing the manifests; nothing where there was none. */
export function changedInputs(
  recorded: Manifest | undefined,
  fresh: Manifest,
): readonly ChangedInput[] {
  if (recorded === undefined) return [];
  const known = new Map(recorded.inputs.map((input) => [identity(input), input]));
  const now = new Map(fresh.inputs.map((input) => [identity(input), input]));
  const inputs = new Map([...known, ...now]);
  const changed = [...inputs]
    .filter(([key]) => known.get(key)?.sha256 !== now.get(key)?.sha256)
    .map(([, input]): ChangedInput => ({ cause: causeOf(input), path: input.path }));
  if (recorded.unfold === fresh.unfold) return changed;
  return [...changed, { cause: "generator", path: `${recorded.unfold} → ${fresh.unfold}` }];
}

export function causesOf(
  recorded: Manifest | undefined,
  changed: readonly ChangedInput[],
): readonly Cause[] {
  if (recorded === undefined) return ["not-generated"];
  // With equal inputs, only the generator itself can have changed.
  return changed.length === 0 ? ["generator"] : [...new Set(changed.map(({ cause }) => cause))];
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
