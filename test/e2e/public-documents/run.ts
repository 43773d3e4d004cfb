/** `npm run test:documents`: large public documents, whole, through the generator and both compilers, and their values. */
import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { COMPILERS, temporaryFolder, typecheck } from "../../support/typecheck.js";
import { countDiscriminators } from "./discriminators.js";
import { fetchDocuments } from "./fetch.js";
import type { Report } from "./generate.js";
import { judgeValues } from "./judge.js";
import { runPrograms } from "./programs.js";
import { judgeRequests } from "./requests/index.js";
import { SOURCES } from "./sources.js";

const WORKER = fileURLToPath(new URL("generate.ts", import.meta.url));

async function tryDocument(document: string): Promise<boolean> {
  const { path, remove } = await temporaryFolder();
  try {
    await writeFile(join(path, "package.json"), '{ "type": "module" }');
    const client = join(path, "client");
    await mkdir(client);
    const args = ["--import", "tsx", WORKER, document, client];
    const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 64 << 20 });
    const report = JSON.parse(stdout) as Report;
    if (report.error !== undefined) return complain(document, report.error);
    const { operations, schemas, seconds, memory, warnings } = report;
    const columns = [`${operations} operations, ${schemas} schemas, ${warnings.length} warnings`];
    columns.push(`generate ${seconds.toFixed(1)} s ${memory} MB`);
    const problems: string[] = [];
    for (const compiler of COMPILERS) {
      const output = await typecheck(compiler, [path], { extendedDiagnostics: true });
      problems.push(...output.split("\n").filter((line) => /error TS/.test(line)));
      columns.push(`tsc ${compiler} ${figure(output, "Total time")} ${memoryOf(output)}`);
    }
    console.log(`${basename(document)}: ${columns.join("; ")}`);
    return problems.length === 0 || complain(document, problems.slice(0, 10).join("\n"));
  } finally {
    await remove();
  }
}

function complain(document: string, what: string): false {
  console.error(`${basename(document)}:\n${what}`);
  return false;
}

function figure(output: string, name: string): string {
  return new RegExp(`^${name}:\\s+(\\S+)`, "m").exec(output)?.[1] ?? "?";
}

function memoryOf(output: string): string {
  return `${Math.round(Number.parseInt(figure(output, "Memory used"), 10) / 1024)} MB`;
}

/** One part alone, where it is named. */
const parts = process.argv.slice(2).filter((word) => word.startsWith("--"));
const has = (part: string): boolean => parts.length === 0 || parts.includes(part);
const only = process.argv.slice(2).find((word) => !word.startsWith("--"));

let all = !has("--programs") || (await runPrograms(only));
if (has("--values")) all = (await judgeValues()) && all;
if (has("--requests")) all = (await judgeRequests(only)) && all;
if (has("--discriminators")) all = (await countDiscriminators()) && all;
for (const source of parts.length > 0 ? [] : SOURCES) {
  for (const document of await fetchDocuments(source)) {
    all = (await tryDocument(document)) && all;
  }
}
process.exitCode = all ? 0 : 1;
