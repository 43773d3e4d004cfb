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

/**
 * Reads all templates. Tests among them are left out.
 * @throws UnfoldError where one is not TypeScript
 */
export async function readSymbols(folders: TemplateFolders): Promise<Symbols> {
  const modules = await Promise.all(
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
  return new Symbols(modules.flat());
}
