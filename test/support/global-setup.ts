import { run } from "./typecheck.js";

/** Compiles the generator once, as it is published, so that tests can run its command line. */
export default async function setup(): Promise<void> {
  const problems = await run("7.0", [
    "-p",
    "tsconfig.build.json",
    "--outDir",
    "node_modules/.tmp/build",
  ]);
  if (problems !== "") throw new Error(problems);
}
