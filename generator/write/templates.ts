/** Templates: real TypeScript that is copied byte for byte under the banner. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { BANNER } from "./banner.js";

/** Name of a folder in the output's sources → absolute path of the templates that go there. */
export type TemplateFolders = ReadonlyMap<string, string>;

/** Path in the output's sources → text with the banner. Tests are left behind. */
export async function readTemplates(folders: TemplateFolders): Promise<Map<string, string>> {
  const lists = await Promise.all(
    Array.from(folders, async ([name, folder]) => {
      const files = await readdir(folder, { recursive: true });
      const paths = files.filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"));
      return Promise.all(
        paths.sort().map(async (path): Promise<[string, string]> => {
          const text = await readFile(join(folder, path), "utf8");
          return [`${name}/${path.replaceAll("\\", "/")}`, BANNER + text];
        }),
      );
    }),
  );
  return new Map(lists.flat());
}
