/** Generates one document with everything that can be had of it, in a process of its own. Prints a {@link Report}. */
import { mkdir, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { build } from "../../../generator/run/build.js";
import { format, UnfoldError } from "../../../generator/support/diagnostic.js";

export interface Report {
  readonly operations: number;
  readonly schemas: number;
  readonly warnings: readonly string[];
  readonly seconds: number;
  /** Peak, in MB. */
  readonly memory: number;
  readonly error?: string;
}

const [document = "", output = ""] = process.argv.slice(2);
const start = performance.now();
try {
  const project = { name: "document", document: basename(document), output } as const;
  const settings = { ...project, resources: "paths", raw: true } as const;
  const built = await build(settings, { cwd: dirname(document) });
  for (const [path, text] of built.output) {
    await mkdir(dirname(join(output, path)), { recursive: true });
    await writeFile(join(output, path), text);
  }
  const { operations, schemas } = built.model;
  report(operations.length, schemas.length, built.warnings.map(format));
} catch (error) {
  if (!(error instanceof UnfoldError)) throw error;
  report(0, 0, [], format(error.diagnostic));
}

function report(operations: number, schemas: number, warnings: string[], error?: string): void {
  const seconds = (performance.now() - start) / 1000;
  const memory = Math.round(process.resourceUsage().maxRSS / 1024);
  const counts = { operations, schemas, warnings, seconds, memory };
  const result: Report = error === undefined ? counts : { ...counts, error };
  process.stdout.write(JSON.stringify(result));
}
