import { copyFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readModel } from "../../../generator/run/read-model.js";
import config from "../../../unfold.config.js";
import { COMPILERS, typecheck } from "../../support/typecheck.js";
import { makeToday } from "./client.js";
import { STRIPE_TODAY } from "./project.js";

const PACKAGE = { name: "@acme/stripe", version: "1.0.0", description: "Stripe", license: "MIT" };

const made = await makeToday();
await copyFile(join(import.meta.dirname, "types.ts"), join(made.folder, "types.ts"));

it.each(COMPILERS)("compiles, and types what is asked for (TypeScript %s)", async (compiler) => {
  expect(await typecheck(compiler, [made.folder])).toBe("");
  const exact = { exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true };
  expect(await typecheck(compiler, [made.folder], exact)).toBe("");
});

it("has a README of its version, whose programs compile", async () => {
  const { model } = await readModel({ ...STRIPE_TODAY, package: PACKAGE }, { cwd: "." });
  const { readme = "" } = model.output.package ?? {};
  expect(readme).toMatch(/^## The second version$/m);
  expect(readme).not.toContain("{{versions}}");
  const [section = ""] = /^## The second version$[^]*?(?=^## Files$)/m.exec(readme) ?? [];
  const programs = Array.from(section.matchAll(/^```ts\n([^]*?)^```/gm), ([, program]) => program);
  expect(programs).toHaveLength(4);
  const head = "declare const process: { env: Record<string, string | undefined> };\n";
  const whole = head + programs.join("").replace('"@unfold/stripe"', '"./client/index.js"');
  await writeFile(
    join(made.folder, "readme.ts"),
    whole.replace("import Stripe", "import { Stripe }"),
  );
  expect(await typecheck("7.0", [made.folder])).toBe("");
});

it("has none where the document lacks the version", async () => {
  const [stripe] = config.projects;
  const { model } = await readModel(stripe!, { cwd: "." });
  expect(model.output.package?.readme).not.toMatch(/second version|\{\{versions/);
});

it("has nothing to warn of", () => {
  expect(made.warnings).toEqual([]);
});
