import { readdirSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import manifest from "../../../package.json" with { type: "json" };
import { tools } from "../../../generator/run/fingerprint.js";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

test("every dependency counts, with its installed version", () => {
  const wanted = Object.entries(manifest.dependencies).sort(([a], [b]) => (a < b ? -1 : 1));
  expect(tools()).toEqual(wanted);
});

test("every package that the generator uses is a dependency, and every dependency is used", () => {
  const folder = join(ROOT, "generator");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const used = files
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) => packagesIn(readFileSync(join(folder, file), "utf8")));
  // openapi-fetch is what the output depends on; preact makes the elements of `.tsx`.
  const known = [...new Set([...used, "openapi-fetch", "preact"])].sort();
  // A peer is the project's own, which has it or not.
  const all = { ...manifest.dependencies, ...manifest.peerDependencies };
  expect(known).toEqual(Object.keys(all).sort());
});

/** What is imported for its values, or loaded by name. */
function packagesIn(text: string): string[] {
  const found = text.matchAll(
    /(?:^import (?!type)[^;]*?from |\bimport\(|createRequire\(import\.meta\.url\)\(|\brequire\()"([^".{][^"]*)"/gm,
  );
  return Array.from(found, ([, name = ""]) => name)
    .filter((name) => !isBuiltin(name))
    .map((name) => /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name);
}
