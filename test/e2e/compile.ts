import { run } from "../support/typecheck.js";

/** Compiles the generator once, as it is published, so that tests can run its command line in processes of its own. */
export default async function compile(): Promise<void> {
  const problems = await run("7.0", [
    "-p",
    "tsconfig.build.json",
    "--outDir",
    "node_modules/.tmp/build",
  ]);
  if (problems !== "") throw new Error(problems);
}
