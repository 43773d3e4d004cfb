/** Which version comes next: what `unfold diff` says of the client since the last tag. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import * as v from "valibot";
import { nextVersion } from "../../generator/diff/rules/version.js";
import { unfold } from "./unfold.js";

const run = promisify(execFile);

const BUMPS = ["none", "patch", "minor", "major"] as const;
const report = v.object({ projects: v.array(v.object({ bump: v.picklist(BUMPS) })) });

export interface Next {
  readonly version: string;
  /** The tag that the client was compared with; undefined before the first release. */
  readonly since: string | undefined;
  /** Release notes of the client's changes, as Markdown; empty where there are none. */
  readonly notes: string;
}

/**
 * The next version of both packages.
 *
 * @param current - the version that `package.json` has
 * @param wanted - a version given by hand, for what `unfold diff` does not see: changes of the generator itself
 * @throws {Error} where `wanted` is not a version, or is lower than what the client's changes ask for
 */
export async function nextRelease(
  root: string,
  current: string,
  wanted: string | undefined,
): Promise<Next> {
  const since = await lastTag(root);
  if (since === undefined)
    return { version: checked(wanted ?? current, current), since, notes: "" };
  const json = await unfold(root, ["diff", `git:${since}`, "--format", "json"]);
  const { projects } = v.parse(report, JSON.parse(json));
  const greatest = Math.max(0, ...projects.map(({ bump }) => BUMPS.indexOf(bump)));
  // What is tagged is released: with the same client, the generator has changed at least.
  const bump = BUMPS[Math.max(1, greatest)] ?? "patch";
  const least = nextVersion(since.replace(/^v/, ""), bump);
  const notes = await unfold(root, ["diff", `git:${since}`, "--format", "markdown"]);
  return {
    version: checked(wanted ?? least, least),
    since,
    notes: greatest === 0 ? "" : notes.trim(),
  };
}

async function lastTag(root: string): Promise<string | undefined> {
  const args = ["describe", "--tags", "--abbrev=0", "--match", "v[0-9]*"];
  const tag = await run("git", args, { cwd: root }).catch(() => undefined);
  return tag?.stdout.trim();
}

function checked(version: string, least: string): string {
  if (!/^\d+\.\d+\.\d+$/.test(version)) {
    throw new Error(`${version} is not a version. Write --version 1.2.3`);
  }
  if (version.localeCompare(least, "en", { numeric: true }) < 0) {
    throw new Error(`${version} is too low: the changes since the last tag need ${least}`);
  }
  return version;
}
