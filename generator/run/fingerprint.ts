/** What besides the document decides the output: the generator itself, its tools, the configuration, the templates. */
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { canonicalJson } from "../support/canonical-json.js";
import { dependencies, installedVersion } from "../support/package-root.js";

/** Whatever the generator depends on, with its version: any of them may decide a byte of the output. */
export function tools(): readonly (readonly [name: string, version: string])[] {
  return dependencies.map((name) => [name, installedVersion(name)] as const);
}

/** A hash that is the same as long as equal documents make equal output. */
export async function fingerprint(settings: unknown, templates: Iterable<string>): Promise<string> {
  const hash = createHash("sha256");
  hash.update(canonicalJson([settings, tools()]));
  const generator = fileURLToPath(new URL("..", import.meta.url));
  const folders = [generator, ...templates];
  for (const text of (await Promise.all(folders.map(readFolder))).flat()) hash.update(text);
  return hash.digest("hex");
}

/** Names and contents of the code and texts in a folder, in a stable order. */
async function readFolder(folder: string): Promise<string[]> {
  const names = (await readdir(folder, { recursive: true })).filter((name) =>
    /\.([jt]sx?|md|css)$/.test(name),
  );
  const texts = await Promise.all(names.sort().map((name) => readFile(join(folder, name), "utf8")));
  return names.flatMap((name, n) => [name, texts[n] ?? ""]);
}
