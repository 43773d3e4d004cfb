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
  const known = new Set(recorded.inputs.map(identity));
  const now = new Set(fresh.inputs.map(identity));
  const differing = [
    ...recorded.inputs.filter((input) => !now.has(identity(input))),
    ...fresh.inputs.filter((input) => !known.has(identity(input))),
  ];
  // After a merge, the manifest has the hashes of both sides: one that fits is enough.
  const same = new Set(fresh.inputs.filter((input) => known.has(identity(input))).map(nameOf));
  const names = new Map(differing.map((input) => [nameOf(input), input]));
  const changed = [...names]
    .filter(([name]) => !same.has(name))
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

function nameOf({ kind, path }: ManifestInput): string {
  return `${kind} ${path}`;
}

function identity(input: ManifestInput): string {
  return `${nameOf(input)} ${input.sha256}`;
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
