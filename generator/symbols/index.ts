/**
 * What the copied templates export, read from their text. In: the folders of templates. Out: a table that tells of a
 * name which module exports it, whether it is a type alone, and which modules it needs. Knows nothing of the document.
 */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { readRegularText } from "../support/regular-file.js";
import { parseTemplate } from "./parse.js";
import { Symbols } from "./table.js";

export { Symbols } from "./table.js";
export type { TemplateModule } from "./parse.js";

/** Name of a folder in the output's sources → absolute path of the templates that go there. */
export type TemplateFolders = ReadonlyMap<string, string>;

/** The folders inside of a dialect's templates that are of one version of its API. */
export interface VersionFolders {
  /** Name of the dialect's folder. */
  readonly folder: string;
  readonly versions: readonly string[];
  /** Those that the document has; the others are left out. */
  readonly present: readonly string[];
}

/**
 * Reads all templates. Tests among them are left out.
 * @throws UnfoldError where one is not TypeScript
 */
export async function readSymbols(
  folders: TemplateFolders,
  versions?: VersionFolders,
): Promise<Symbols> {
  const read = await Promise.all(
    Array.from(folders, async ([name, folder]) => {
      const files = await readdir(folder, { recursive: true });
      const paths = files.filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"));
      return paths.sort().map((file) => {
        const text = readRegularText(join(folder, file));
        const path = `${name}/${file.replaceAll("\\", "/").replace(/\.ts$/, "")}`;
        return parseTemplate(path, text, join(folder, file));
      });
    }),
  );
  const modules = read.flat().filter(({ path }) => isPresent(path, versions));
  const standIns = modules.flatMap(({ path }): [string, string][] => {
    const [folder, version, ...rest] = path.split("/");
    const isOwn = folder === versions?.folder && versions?.present.includes(version ?? "");
    return isOwn ? [[[folder, ...rest].join("/"), path]] : [];
  });
  return new Symbols(modules, new Map(standIns));
}

function isPresent(path: string, versions: VersionFolders | undefined): boolean {
  const [folder, version = ""] = path.split("/");
  if (folder !== versions?.folder || !versions?.versions.includes(version)) return true;
  return versions.present.includes(version);
}
