/** The whole of Stripe, generated twice in one process: nothing of a run goes into the next. */
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { build } from "../../../generator/run/build.js";
import config from "../../../unfold.config.js";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

it("is the same twice", async () => {
  const [project] = config.projects;
  if (project === undefined) throw new Error("the configuration has no project");
  const first = await build(project, { cwd: ROOT });
  const again = await build(project, { cwd: ROOT });
  expect(again.output).toEqual(first.output);
  expect(again.manifest).toEqual(first.manifest);
});
