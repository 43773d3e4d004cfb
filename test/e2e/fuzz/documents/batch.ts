/** Sends documents through the pipeline, and what comes out of it through both compilers, as one program. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { UnfoldError } from "../../../../generator/support/diagnostic.js";
import { type Compiler, COMPILERS, typecheck } from "../../../support/typecheck.js";
import { createWorkshop, type Workshop } from "../../../support/workshop.js";
import { documents, type FuzzDocument } from "./documents.js";

export interface Failure {
  readonly document: FuzzDocument;
  /** What went wrong: a crash, or the first problem of a compiler. */
  readonly what: string;
}

export interface Outcome {
  readonly failures: readonly Failure[];
  /** How many documents were refused with a diagnostic, by its code. */
  readonly refused: ReadonlyMap<string, number>;
  readonly generated: number;
}

export function sample(seed: number, runs: number): readonly FuzzDocument[] {
  return fc.sample(documents, { seed, numRuns: runs });
}

export async function tryDocuments(
  all: readonly FuzzDocument[],
  compilers: readonly Compiler[] = COMPILERS,
): Promise<Outcome> {
  const workshop = await createWorkshop();
  try {
    const failures: Failure[] = [];
    const refused = new Map<string, number>();
    for (const [n, document] of all.entries()) {
      const what = await generate(workshop, n, document);
      if (what === undefined) continue;
      if (what instanceof UnfoldError) {
        const { code } = what.diagnostic;
        refused.set(code, (refused.get(code) ?? 0) + 1);
      } else failures.push({ document, what: String(what instanceof Error ? what.stack : what) });
    }
    const problems = await compile(workshop, compilers);
    for (const [n, what] of problems) {
      const document = all[n];
      if (document !== undefined) failures.push({ document, what });
    }
    const count = [...refused.values()].reduce((sum, each) => sum + each, 0);
    return { failures, refused, generated: all.length - count };
  } finally {
    await workshop.remove();
  }
}

async function generate(workshop: Workshop, n: number, document: FuzzDocument): Promise<unknown> {
  const folder = join(workshop.path, `${n}`);
  await mkdir(folder, { recursive: true });
  const { resources, calls, raw } = document;
  await writeFile(join(folder, "openapi.json"), JSON.stringify(document.document));
  try {
    const { output } = await workshop.generate(`${n}`, folder, { resources, calls, raw });
    for (const [path, text] of output) {
      if (text !== Buffer.from(text).toString()) return `${path} cannot be written as UTF-8`;
      const hidden = HIDDEN.exec(text)?.[0];
      if (hidden !== undefined)
        return `${path} holds U+${hidden.codePointAt(0)?.toString(16)} as it is`;
    }
    return undefined;
  } catch (error) {
    return error;
  }
}

/** What cannot be seen, but for what prose needs and the line feed. */
const HIDDEN = /(?!\n|\u200c|\u200d|\ufe0e|\ufe0f)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{DI}]/u;

/** The first problem of the compilers about each document. */
async function compile(
  workshop: Workshop,
  compilers: readonly Compiler[],
): Promise<ReadonlyMap<number, string>> {
  const first = new Map<number, string>();
  for (const compiler of compilers.toReversed()) {
    const output = await typecheck(compiler, [workshop.path]);
    for (const line of output.split("\n")) {
      const [, n] = /unfold-\w+\/(\d+)\/client\//.exec(line) ?? [];
      if (n !== undefined && !first.has(Number(n))) first.set(Number(n), `${compiler}: ${line}`);
      if (n === undefined && /error TS/.test(line)) first.set(0, `${compiler}: ${line}`);
    }
  }
  return first;
}
