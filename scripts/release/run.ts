/**
 * `npm run release`: prepares both packages, and publishes nothing.
 *
 * `-- --dry-run` says which version comes next and changes no file; `-- --version 1.2.3` asks for a higher one, where the
 * generator has changed more than the client.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { writeRelease } from "./files.js";
import { checkTarballs, makeTarballs } from "./tarballs.js";
import { unfold } from "./unfold.js";
import { nextRelease } from "./version.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

try {
  await release();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function release(): Promise<void> {
  const { values } = parseArgs({
    options: { version: { type: "string" }, "dry-run": { type: "boolean" } },
  });
  const manifest: unknown = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8"));
  const current = String(Reflect.get(Object(manifest), "version"));
  const { version, since, notes } = await nextRelease(ROOT, current, values.version);
  console.log(
    `${current} → ${version}, ${since === undefined ? "the first release" : `since ${since}`}`,
  );
  if (values["dry-run"] === true) return;

  const date = new Date().toISOString().slice(0, "2026-01-31".length);
  await writeRelease(ROOT, { version, date, notes });
  console.log("package.json, unfold.config.ts and CHANGELOG.md have the version; generating");
  await unfold(ROOT, ["generate", "--quiet"]);
  console.log("packing");
  const tarballs = await makeTarballs(ROOT);
  await checkTarballs(ROOT, tarballs);
  console.log(`publint and attw find no fault:
  ${tarballs.generator}
  ${tarballs.client}
Next: look at \`git diff\`, run \`npm run test:all\`, commit, and
  git tag v${version}
  npm publish ${tarballs.generator}
  npm publish ${tarballs.client} --access public`);
}
