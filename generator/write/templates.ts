/** Templates: real TypeScript that is copied byte for byte under the banner. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { readRegularText } from "../support/regular-file.js";
import { BANNER } from "./banner.js";

/** Name of a folder in the output's sources → absolute path of the templates that go there. */
export type TemplateFolders = ReadonlyMap<string, string>;

/** Path in the output's sources → text with the banner. Tests are left behind. */
export async function readTemplates(folders: TemplateFolders): Promise<Map<string, string>> {
  const lists = await Promise.all(
    Array.from(folders, async ([name, folder]): Promise<[string, string][]> => {
      const files = await readdir(folder, { recursive: true });
      const paths = files.filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"));
      return paths.sort().map((path) => {
        const text = readRegularText(join(folder, path));
        return [`${name}/${path.replaceAll("\\", "/")}`, BANNER + text];
      });
    }),
  );
  return new Map(lists.flat());
}
