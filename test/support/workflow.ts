/** Reads a GitHub workflow and runs the shell steps of its jobs. */
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { parse } from "yaml";

type Variables = Readonly<Record<string, string>>;

interface Step {
  readonly name?: string;
  readonly run?: string;
  readonly uses?: string;
  readonly env?: Variables;
}

export interface Workflow {
  readonly env?: Variables;
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
}

export interface Finished {
  readonly code: number;
  /** What it wrote to stdout and stderr. */
  readonly output: string;
}

export interface Shell {
  readonly cwd: string;
  readonly env: Variables;
}

export async function readWorkflow(file: string): Promise<Workflow> {
  return parse(await readFile(file, "utf8"));
}

/**
 * Runs the shell steps of a job up to the first that fails, each as GitHub does: `bash -e`.
 * `expressions`: the text between `${{` and `}}` → its value.
 */
export async function runJob(
  workflow: Workflow,
  job: string,
  { cwd, env }: Shell,
  expressions: Variables,
): Promise<readonly (Finished & { readonly name: string })[]> {
  const finished: (Finished & { readonly name: string })[] = [];
  for (const { name = "", run, env: own = {} } of workflow.jobs[job]?.steps ?? []) {
    if (run === undefined) continue;
    const variables = evaluated({ ...workflow.env, ...own }, expressions);
    const result = await bash(run, { cwd, env: { ...variables, ...env } });
    finished.push({ name, ...result });
    if (result.code !== 0) break;
  }
  return finished;
}

function evaluated(variables: Variables, expressions: Variables): Variables {
  const entries = Object.entries(variables).map(([name, value]): [string, string] => {
    const text = value.replace(/\$\{\{\s*(.*?)\s*\}\}/g, (_, expression: string) => {
      const known = expressions[expression];
      if (known === undefined) throw new Error(`the value of ${expression} is not known`);
      return known;
    });
    return [name, text];
  });
  return Object.fromEntries(entries);
}

export function bash(script: string, { cwd, env }: Shell): Promise<Finished> {
  return new Promise((resolve) => {
    const options = { cwd, env: { ...process.env, ...env } };
    execFile("bash", ["-e", "-c", script], options, (error, stdout, stderr) => {
      const code = error === null ? 0 : Number(error.code ?? 1);
      resolve({ code, output: stdout + stderr });
    });
  });
}
