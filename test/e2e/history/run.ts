/**
 * `npm run test:history -- DIR`: each document of a folder in the place of Stripe's pinned one, with the project's
 * configuration and overlays as they are, through the generator and both compilers.
 */
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { build } from "../../../generator/run/build.js";
import { format, UnfoldError } from "../../../generator/support/diagnostic.js";
import config from "../../../unfold.config.js";
import { COMPILERS, temporaryFolder, typecheck } from "../../support/typecheck.js";

const ROOT = resolve(import.meta.dirname, "../../..");

async function tryDocument(document: string): Promise<boolean> {
  const [stripe] = config.projects;
  if (stripe === undefined) throw new Error("There is no project");
  const { path, remove } = await temporaryFolder();
  try {
    const built = await build({ ...stripe, document, output: "client" }, { cwd: ROOT });
    await writeFile(join(path, "package.json"), '{ "type": "module" }');
    for (const [file, text] of built.output) {
      await mkdir(dirname(join(path, file)), { recursive: true });
      await writeFile(join(path, file), text);
    }
    const { operations, schemas } = built.model;
    const counts = `${operations.length} operations, ${schemas.length} schemas`;
    console.log(`${basename(document)}: ${counts}, ${built.warnings.length} warnings`);
    if (process.argv.includes("--warnings")) console.log(built.warnings.map(format).join("\n"));
    for (const compiler of COMPILERS) {
      const problems = await typecheck(compiler, [path]);
      if (problems !== "") return complain(document, `TypeScript ${compiler}:\n${problems}`);
    }
    return true;
  } catch (error) {
    if (!(error instanceof UnfoldError)) throw error;
    return complain(document, format(error.diagnostic));
  } finally {
    await remove();
  }
}

function complain(document: string, what: string): false {
  console.error(`${basename(document)}: ${what.split("\n").slice(0, 20).join("\n")}`);
  return false;
}

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error("Name a folder of OpenAPI documents: npm run test:history -- DIR");
  process.exit(2);
}
const documents = (await readdir(folder)).filter((name) => /\.(json|ya?ml)$/.test(name)).sort();
if (documents.length === 0) console.error(`${folder} has no .json or .yaml file`);
let all = documents.length > 0;
for (const name of documents) all = (await tryDocument(resolve(folder, name))) && all;
process.exitCode = all ? 0 : 1;
