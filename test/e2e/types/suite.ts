import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compile, type Compiler } from "../../support/types/compile.js";
import { readDocument } from "../../support/types/document.js";
import { type Program, programs, type Selection } from "./programs.js";
import { Walk } from "../../support/types/walk.js";

/** The repository. */
const root = new URL("../../../", import.meta.url);

/** What the generated suite found with one compiler. */
export interface SuiteResult {
  readonly valid: number;
  readonly invalid: number;
  /** One line for each check that does not hold: the program's name and the check. */
  readonly failures: readonly string[];
}

/** How many checks go into one run of the compiler; bounds its memory. */
const CHECKS_PER_RUN = 30_000;

/** Makes the suite from the document and compiles it against the package at `entry`. */
export async function runSuite(
  compiler: Compiler,
  entry: string,
  selection: Selection,
): Promise<SuiteResult> {
  const all = programs(new Walk(readDocument(root)), entry, selection);
  const folder = mkdtempSync(join(tmpdir(), "unfold-types-"));
  try {
    const failures: string[] = [];
    for (const batch of batches(all)) failures.push(...(await check(compiler, folder, batch)));
    return { valid: sum(all, "valid"), invalid: sum(all, "invalid"), failures };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function batches(all: readonly Program[]): Program[][] {
  const result: Program[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const program of all) {
    if (size >= CHECKS_PER_RUN) {
      result.push([]);
      size = 0;
    }
    result.at(-1)?.push(program);
    size += program.valid + program.invalid;
  }
  return result;
}

async function check(
  compiler: Compiler,
  folder: string,
  batch: readonly Program[],
): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  const lines = new Map<string, string[]>();
  for (const { name, text } of batch) {
    writeFileSync(join(folder, `${name}.ts`), text);
    lines.set(`${name}.ts`, text.split("\n"));
  }
  const { code, output } = await compile(compiler, folder, [...lines.keys()]);
  const found = [...output.matchAll(/^(.+\.ts)\((\d+),\d+\): error (TS\d+: .*)$/gm)];
  const failures = found.map(([all, file, line]) => {
    const text = lines.get(file ?? "")?.[Number(line) - 1];
    return text === undefined ? all : `${file ?? ""}: ${text}`;
  });
  return code !== 0 && failures.length === 0 ? [output] : failures;
}

function sum(all: readonly Program[], key: "valid" | "invalid"): number {
  return all.reduce((total, program) => total + program[key], 0);
}
