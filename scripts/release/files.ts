/** The version and the changelog, in the files that have them. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const UNRELEASED = "## Unreleased";

export interface Entry {
  readonly version: string;
  /** ISO 8601: `2026-01-31`. */
  readonly date: string;
  /** What has changed in the client, as Markdown. */
  readonly notes: string;
}

/**
 * A changelog whose unreleased section has become that of a version, with an empty one before it.
 *
 * @throws {Error} where there is no unreleased section, or nothing stands in it
 * @example releasedChangelog("# Changelog\n\n## Unreleased\n\n- More.\n", { version: "1.1.0", date: "2026-01-31", notes: "" })
 */
export function releasedChangelog(changelog: string, { version, date, notes }: Entry): string {
  const [head = "", ...rest] = changelog.split(`${UNRELEASED}\n`);
  const [body = "", ...older] = rest.join(`${UNRELEASED}\n`).split(/^(?=## )/m);
  if (rest.length === 0) throw new Error(`CHANGELOG.md has no section "${UNRELEASED}"`);
  if (body.trim() === "" && notes === "")
    throw new Error(`"${UNRELEASED}" of CHANGELOG.md is empty`);
  const client = notes === "" ? [] : ["### The client", notes.replace(/^#+ /gm, "#### ")];
  const entry = [`## ${version} (${date})`, body.trim(), ...client].filter((text) => text !== "");
  const parts = [head.trimEnd(), UNRELEASED, ...entry, older.join("").trim()];
  return `${parts.filter((text) => text !== "").join("\n\n")}\n`;
}

/** `package.json`, its lock file and the configuration get the version, CHANGELOG.md an entry of it. */
export async function writeRelease(root: string, entry: Entry): Promise<void> {
  const { version } = entry;
  await edit(root, "package.json", (text) => withVersion(text, version, 1));
  // The lock file has it for itself and for the package at its root.
  await edit(root, "package-lock.json", (text) => withVersion(text, version, 2));
  await edit(root, "unfold.config.ts", (text) =>
    text.replace(/(package: \{[^}]*?\bversion: )"[^"]*"/, `$1"${version}"`),
  );
  await edit(root, "CHANGELOG.md", (text) => releasedChangelog(text, entry));
}

/** Replaces the first `count` versions, which are those of the package itself. */
function withVersion(text: string, version: string, count: number): string {
  let left = count;
  return text.replace(/"version": "[^"]*"/g, (found) =>
    left-- > 0 ? `"version": "${version}"` : found,
  );
}

async function edit(root: string, name: string, change: (text: string) => string): Promise<void> {
  const file = join(root, name);
  await writeFile(file, change(await readFile(file, "utf8")));
}
