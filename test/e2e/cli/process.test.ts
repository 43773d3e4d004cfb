/** The command line as a process: what `unfold` of `support/cli.ts`, which most tests use, says and does in its place. */
import { join } from "node:path";
import { expect, it } from "vitest";
import { type Finished, unfold, unfoldProcess } from "../../support/cli.js";
import { smallProject, textsIn } from "../../support/project.js";

const COMMANDS: readonly (readonly [what: string, args: readonly string[]])[] = [
  ["what is asked for", ["--help"]],
  ["what is done", ["generate"]],
  ["what is wrong with the arguments", ["generate", "--frobnicate"]],
  ["what is wrong with the document", ["list", "missing.yaml"]],
  ["that the output is stale", ["check"]],
];

it.each(COMMANDS)("says %s as a process and in this one", async (_, args) => {
  const [one, other] = [await smallProject(), await smallProject()];
  try {
    const [process, here] = [await unfoldProcess(args, one), await unfold(args, other)];
    expect(timeless(here)).toEqual(timeless(process));
    const output = await textsIn(join(one.cwd, "client"));
    expect(await textsIn(join(other.cwd, "client"))).toEqual(output);
  } finally {
    await Promise.all([one.remove(), other.remove()]);
  }
});

function timeless({ code, stdout, stderr }: Finished): Finished {
  return { code, stdout: stdout.replace(/[\d.]+ s$/m, "0 s"), stderr };
}
