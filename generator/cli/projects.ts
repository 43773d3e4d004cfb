import type { Project } from "../config.js";
import { UnfoldError } from "../diagnostic.js";
import { loadConfig } from "../load-config.js";
import type { RunOptions } from "../run-options.js";

/** Options that every command takes. */
export interface SharedOptions {
  readonly config?: string;
  readonly strict?: boolean;
  readonly allowRemote?: boolean;
}

export interface Selection {
  readonly projects: readonly Project[];
  readonly run: RunOptions;
}

/** The configuration's projects, or one made of a document and an output folder. */
export async function selectProjects(
  options: SharedOptions,
  document?: string,
  output?: string,
): Promise<Selection> {
  const run = { strict: options.strict === true, allowRemote: options.allowRemote === true };
  if (document === undefined) {
    if (output !== undefined) throw incomplete("--output is given without a document");
    const { config, cwd } = await loadConfig(process.cwd(), options.config);
    return { projects: config.projects, run: { ...run, cwd } };
  }
  if (output === undefined) throw incomplete("a document is given without --output");
  return {
    projects: [{ name: output, document, output }],
    run: { ...run, cwd: process.cwd() },
  };
}

function incomplete(message: string): UnfoldError {
  return new UnfoldError({
    code: "bad-arguments",
    message,
    hint: "Give both, or neither to use the configuration: unfold generate api.yaml -o client",
  });
}
