/** Templates: real TypeScript that is copied byte for byte under the banner. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { BANNER } from "./banner.js";

/** Path inside the folder → text with the banner. Tests are left behind. */
export async function readTemplates(folder: string): Promise<Map<string, string>> {
  const names = await readdir(folder, { recursive: true });
  const paths = names.filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts")).sort();
  const texts = await Promise.all(paths.map((path) => readFile(join(folder, path), "utf8")));
  return new Map(paths.map((path, n) => [path.replaceAll("\\", "/"), BANNER + (texts[n] ?? "")]));
}
