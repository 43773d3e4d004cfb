import { existsSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import type { Project } from "../config/index.js";
import { UnfoldError } from "../support/diagnostic.js";
import { readRegularText } from "../support/regular-file.js";
import { packageRoot } from "../support/package-root.js";

/** The templates a project's output takes: name of the folder in its sources → absolute path. */
export function templateFolders(
  { dialect, testing = false }: Project,
  cwd: string,
  expand: boolean,
): ReadonlyMap<string, string> {
  const own = join(packageRoot, "templates");
  const folders = new Map([["runtime", join(own, "runtime")]]);
  if (expand) folders.set("expand", join(own, "expand"));
  if (testing !== false) folders.set("testing", join(own, "testing"));
  if (dialect?.templates !== undefined) {
    const name = basename(dialect.templates);
    if (OUTPUT.has(name)) throw taken(dialect.templates);
    folders.set(name, resolve(cwd, dialect.templates));
  }
  return folders;
}

/** The folders that the output has besides the dialect's. */
const OUTPUT = new Set(
  "runtime expand testing schemas operations resources names node_modules".split(" "),
);

function taken(templates: string): UnfoldError {
  return new UnfoldError({
    code: "bad-template-folder",
    message: `the output has a folder of its own called ${JSON.stringify(basename(templates))}`,
    location: { file: templates },
    hint: "Give the folder of `dialect.templates` another name, best that of the API.",
  });
}

/**
 * The text that a dialect's package has as its README; undefined where the dialect has none of its own. Those of the
 * versions that the document has stand where it says `{{versions}}`.
 */
export function readmeTemplate(folder: string, versions: readonly string[]): string | undefined {
  const sections = versions.map((version) => textIn(join(folder, version)) ?? "");
  return textIn(folder)?.replace(/^\{\{versions\}\}\n/m, () =>
    sections.map((section) => `${section}\n`).join(""),
  );
}

function textIn(folder: string): string | undefined {
  const file = join(folder, "README.md");
  return existsSync(file) ? readRegularText(file) : undefined;
}
