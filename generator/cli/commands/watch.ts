/** `generate --watch`: generates again when an input of a project changes, until it is ended. */
import { resolve } from "node:path";
import { watch } from "chokidar";
import type { Project } from "../../config/index.js";
import type { Generated } from "../../run/generate.js";
import { complain } from "../support/output.js";
import { reportError } from "../support/exit.js";

/** Editors write a file in several steps; milliseconds without a change before the next run. */
const CALM = 100;

export interface WatchOptions {
  readonly cwd: string;
  /** Ends the watch. */
  readonly signal: AbortSignal;
  readonly run: (project: Project) => Promise<Generated>;
}

/** Returns when the signal has fired and no run is at work any more. */
export async function watchProjects(
  projects: readonly Project[],
  options: WatchOptions,
): Promise<void> {
  const { signal } = options;
  const watchers = await Promise.all(projects.map((project) => watchProject(project, options)));
  if (!signal.aborted) {
    complain("Watching for changes; Ctrl-C ends it.");
    await new Promise((resolveEnd) => signal.addEventListener("abort", resolveEnd));
  }
  await Promise.all(watchers.map((watcher) => watcher.close()));
}

async function watchProject(
  project: Project,
  { cwd, signal, run }: WatchOptions,
): Promise<{ close(): Promise<void> }> {
  let timer: NodeJS.Timeout | undefined;
  const sources = localFiles([project.document, ...(project.overlays ?? [])], cwd);
  const watcher = watch(sources, { ignoreInitial: true });
  const again = async (): Promise<void> => {
    try {
      const { inputs } = await run(project);
      watcher.add(localFiles(inputs, cwd));
    } catch (error) {
      if (signal.aborted) return;
      // What is wrong now may be right after the next change.
      reportError(error, false);
      watcher.add(sources);
    }
  };
  let running = Promise.resolve();
  watcher.on("all", () => {
    clearTimeout(timer);
    timer = setTimeout(() => (running = running.then(again)), CALM);
  });
  // Before the first run, or a change while it reads would be lost.
  if (sources.length > 0) await new Promise<void>((ready) => watcher.once("ready", ready));
  running = again();
  await running;
  return {
    close: async () => {
      clearTimeout(timer);
      await running;
      await watcher.close();
    },
  };
}

function localFiles(paths: readonly string[], cwd: string): string[] {
  return paths.filter((path) => !/^(?:npm:|https?:)/.test(path)).map((path) => resolve(cwd, path));
}
