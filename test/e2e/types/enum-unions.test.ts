/** Whatever a union of objects looks like: what narrows where enums are closed narrows where they are open. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ENUM_RULES } from "../../../generator/config/index.js";
import { build } from "../../../generator/run/build.js";
import { writeOutput } from "../../../generator/write/disk.js";
import { COMPILERS, temporaryFolder, typecheck } from "../../support/typecheck.js";

const VALUES = ["a", "b", "c", "d", 1, 2] as const;
type Value = (typeof VALUES)[number];

/** One object of the union: the values by which it may be told, and how its schema says so. */
interface Member {
  readonly values: readonly Value[];
  readonly isMarked: boolean;
  readonly isNamed: boolean;
  readonly isInherited: boolean;
}

interface Union {
  readonly members: readonly Member[];
  readonly keyword: "anyOf" | "oneOf";
  readonly hasDiscriminator: boolean;
  readonly isInline: boolean;
}

const member = fc.record({
  values: fc.subarray([...VALUES], { minLength: 1, maxLength: 2 }),
  isMarked: fc.boolean(),
  isNamed: fc.boolean(),
  isInherited: fc.boolean(),
});
const union: fc.Arbitrary<Union> = fc.record({
  members: fc.array(member, { minLength: 2, maxLength: 3 }),
  keyword: fc.constantFrom("anyOf", "oneOf"),
  hasDiscriminator: fc.boolean(),
  isInline: fc.boolean(),
});
const unions = fc.sample(union, 80);

/** `U3` is a union, `U3M0` its first member, `U3M0K` the enum of that, where it has a name. */
function schemasOf(
  { members, keyword, hasDiscriminator, isInline }: Union,
  n: number,
): readonly (readonly [string, object])[] {
  const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
  const named: [string, object][] = [];
  const options = members.map(({ values, isMarked, isNamed, isInherited }, m) => {
    const name = `U${n}M${m}`;
    const kind = { enum: values, ...(isMarked ? { "x-extensible-enum": true } : {}) };
    if (isNamed) named.push([`${name}K`, kind]);
    const properties = { kind: isNamed ? ref(`${name}K`) : kind, [`own${m}`]: { type: "string" } };
    const object = { type: "object", required: ["kind", `own${m}`], properties };
    if (isInherited) named.push([`${name}Base`, object]);
    const whole = isInherited ? { allOf: [ref(`${name}Base`)] } : object;
    if (isInline) return whole;
    named.push([name, whole]);
    return ref(name);
  });
  const mapping = members.flatMap(({ values }, m) =>
    values.map((value) => [String(value), `#/components/schemas/U${n}M${m}`] as const),
  );
  const discriminator = { propertyName: "kind", mapping: Object.fromEntries(mapping) };
  const told = hasDiscriminator && !isInline ? { discriminator } : {};
  return [...named, [`U${n}`, { [keyword]: options, ...told }]];
}

/** One statement for each value of each member, which compiles where the value tells that member from the others. */
function programOf({ members }: Union, n: number): string {
  const lines = members.flatMap(({ values }, m) =>
    values.map((value) => `value.kind === ${JSON.stringify(value)} ? value.own${m} : "",`),
  );
  const head = `import type { U${n} } from "./client/index.js";\ndeclare const value: U${n};`;
  return `${head}\nexport const all = [\n${lines.join("\n")}\n];\n`;
}

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
  const schemas = Object.fromEntries(unions.flatMap(schemasOf));
  const info = { title: "Unions", version: "1" };
  const document = { openapi: "3.1.0", info, paths: {}, components: { schemas } };
  await writeFile(join(folder.path, "openapi.json"), JSON.stringify(document));
  await writeFile(join(folder.path, "package.json"), '{ "type": "module" }');
  for (const enums of ENUM_RULES) {
    const project = { name: enums, document: "openapi.json", output: "", enums };
    const built = await build(project, { cwd: folder.path });
    await mkdir(join(folder.path, enums));
    await writeOutput(join(folder.path, enums, "client"), built.output, built.manifest);
    for (const [n, one] of unions.entries()) {
      await writeFile(join(folder.path, enums, `u${n}.ts`), programOf(one, n));
    }
  }
});
afterAll(() => folder.remove());

it.each(COMPILERS)("narrows as before (TypeScript %s)", async (compiler) => {
  const output = await typecheck(compiler, [folder.path]);
  const linesOf = (rule: string) => {
    const places = output.matchAll(new RegExp(`${rule}/u(\\d+)\\.ts\\((\\d+),`, "g"));
    return Array.from(places, ([, n, line]) => ({ one: unions[Number(n)], line: `${n}:${line}` }));
  };
  // What does not narrow where all enums are closed is no union that programs tell apart.
  const closed = new Set(linesOf("closed").map(({ line }) => line));
  for (const rule of ["auto", "open"]) {
    const lost = linesOf(rule).filter(({ one, line }) => isTold(one) && !closed.has(line));
    expect(lost).toEqual([]);
  }
  expect(unions.filter(isTold).length).toBeGreaterThan(unions.length / 6);
});

/** Whether no value is that of two members. */
function isTold(one: Union | undefined): boolean {
  const all = one?.members.flatMap(({ values }) => values) ?? [];
  return new Set(all).size === all.length;
}
