import type { TestProject } from "vitest/node";
import { temporaryFolder } from "./typecheck.js";

declare module "vitest" {
  interface ProvidedContext {
    /** A folder for what several files of tests share; deleted when the run ends. */
    runFolder: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { path, remove } = await temporaryFolder();
  project.provide("runFolder", path);
  return remove;
}
