/** Names that stand for others that mean the same: each is still the type of its property. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import type { TypeName } from "../../../generator/model/types/index.js";
import { readModel } from "../../../generator/run/read-model.js";
import config from "../../../unfold.config.js";
import { COMPILERS, typecheck } from "../../support/typecheck.js";

const ROOT = join(import.meta.dirname, "../../..");

/** As the documentation of each kind of part says. */
const PARTS = {
  object: "Extract<T[K], object>",
  item: "Extract<T[K], readonly unknown[]>[number]",
  entry: "Extract<T[K], object>[string]",
  value: `Exclude<T[K], null | undefined | "">`,
};

it.each(COMPILERS)("are the types of their properties (TypeScript %s)", async (compiler) => {
  const [stripe] = config.projects;
  const { model } = await readModel(stripe!, { cwd: ROOT });
  const shared = sharedIn(model.typeNames, []);
  expect(shared.length).toBeGreaterThan(300);
  await mkdir(join(ROOT, "node_modules/.tmp"), { recursive: true });
  const folder = await mkdtemp(join(ROOT, "node_modules/.tmp/unfold-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const lines = shared.map(({ path, name: { target } }, n) => {
    if (target?.kind !== "member") throw new Error(`${path.join(".")} is no member`);
    const [own, owner] = [path, path.slice(0, -1)].map((names) => ["Stripe", ...names].join("."));
    const part = PARTS[target.part].replaceAll(
      "T[K]",
      `${owner}[${JSON.stringify(target.property)}]`,
    );
    return `type T${n} = ${part}; type O${n} = ${own}; const c${n}: Same<T${n}, O${n}> = true;`;
  });
  await writeFile(
    join(folder, "probe.ts"),
    `import { Stripe } from "../../../generated/src/index.js";
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
// @ts-expect-error two types that differ
const control: Same<Stripe.Customer, Stripe.Charge> = true;
${lines.join("\n")}
`,
  );
  expect(await typecheck(compiler, [folder])).toBe("");
});

interface Shared {
  readonly name: TypeName;
  readonly path: readonly string[];
}

function sharedIn(names: readonly TypeName[], around: readonly string[]): Shared[] {
  return names.flatMap((name) => {
    const path = [...around, name.name];
    return name.sameAs === undefined ? sharedIn(name.members, path) : [{ name, path }];
  });
}
