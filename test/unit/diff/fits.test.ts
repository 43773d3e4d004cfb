/** Whether a type fits another, held against the compiler on random pairs. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { fits } from "../../../generator/diff/shapes/fits.js";
import type { NamedSchema, Shape } from "../../../generator/model/types/index.js";
import { openTypes } from "../../../generator/model/types/shape.js";
import { schemaRef } from "../../../generator/model/types/references.js";
import { COMPILERS, temporaryFolder, typecheck } from "../../support/typecheck.js";

const NAMES = ["A", "B", "C"] as const;

/** Small shapes that refer to each other, also in cycles. A union holds one object at most: of several, the compiler knows more. */
const shapes = fc.letrec<{ shape: Shape; object: Shape; plain: Shape }>((tie) => ({
  plain: fc.constantFrom<Shape>(
    { type: "string" },
    { type: "integer" },
    { type: "number" },
    { type: "boolean" },
    { enum: ["a"] },
    { enum: ["a", "b"] },
    { enum: [1] },
    { type: "string", enum: ["a", "b"], open: true },
    { enum: [1], open: true },
  ),
  object: fc
    .dictionary(fc.constantFrom("x", "y", "z"), tie("shape"), { maxKeys: 3 })
    .chain((properties) =>
      fc
        .subarray(Object.keys(properties))
        .map((required): Shape => ({ type: "object", properties, required })),
    ),
  shape: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    tie("plain"),
    tie("plain").map((shape): Shape => ({ ...shape, nullable: true })),
    fc.constantFrom(...NAMES).map((name): Shape => ({ $ref: schemaRef(name) })),
    tie("object"),
    tie("shape").map((items): Shape => ({ type: "array", items })),
    fc.tuple(tie("plain"), tie("object")).map((anyOf): Shape => ({ anyOf })),
  ),
}));

const side = fc.tuple(shapes.object, shapes.object, shapes.object);

/** One thing that changes in an object from one version to the next. */
const edit = fc.record({
  at: fc.nat({ max: 2 }),
  name: fc.constantFrom("x", "y", "z"),
  how: fc.constantFrom("drop", "require", "release", "null", "retype"),
  shape: shapes.shape,
});

type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

function edited(before: readonly Shape[], { at, name, how, shape }: Edit): readonly Shape[] {
  return before.map((object, n) => {
    if (n !== at) return object;
    const { required = [] } = object;
    const { [name]: old, ...others } = object.properties ?? {};
    const rest = required.filter((one) => one !== name);
    if (how === "drop") return { ...object, properties: others, required: rest };
    if (how === "release") return { ...object, required: rest };
    const now = how === "null" && old?.anyOf === undefined ? { ...old, nullable: true } : old;
    const given = how === "retype" ? shape : (now ?? shape);
    return {
      ...object,
      properties: { ...others, [name]: given },
      required: how === "require" ? [...rest, name] : required,
    };
  });
}

/** A third of them have nothing in common; the others are two versions. */
const pairs = fc.record({ old: side, other: side, edit });
const cases = fc.sample(pairs, { numRuns: 300, seed: 17 }).map(({ old, other, edit: one }, n) => {
  return { old, now: n % 3 === 0 ? other : edited(old, one), n };
});

function named(side: readonly Shape[], prefix: string): ReadonlyMap<string, NamedSchema> {
  return new Map(
    NAMES.map((name, n) => {
      const shape = renamed(side[n] ?? {}, prefix);
      return [prefix + name, { key: prefix + name, name, module: "x", shape }];
    }),
  );
}

/** What both sides call alike counts as the same; here nothing may. */
function renamed(shape: Shape, prefix: string): Shape {
  const text = JSON.stringify(shape).replaceAll("schemas/", `schemas/${prefix}`);
  return JSON.parse(text) as Shape;
}

/** As the compiler holds code to it: what may be absent is listed, so a property that is gone is missed. */
function typeOf(shape: Shape, prefix: string): string {
  const { $ref, enum: values, anyOf, items, properties, required = [], nullable } = shape;
  const text = ((): string => {
    if ($ref !== undefined) return prefix + $ref.slice(-1);
    if (values !== undefined) {
      const others = openTypes(shape).map(
        (type) => `(${type === "string" ? type : "number"} & {})`,
      );
      return [...values.map((value) => JSON.stringify(value)), ...others].join(" | ");
    }
    if (anyOf !== undefined) return anyOf.map((one) => typeOf(one, prefix)).join(" | ");
    if (items !== undefined) return `(${typeOf(items, prefix)})[]`;
    if (properties === undefined) return shape.type === "integer" ? "number" : String(shape.type);
    const fields = Object.entries(properties).map(
      ([name, inner]) =>
        `${name}: ${typeOf(inner, prefix)}${required.includes(name) ? "" : " | undefined"}`,
    );
    // Against a type without fields, to which everything is assignable.
    return `{ is: "object"; ${fields.join("; ")} }`;
  })();
  return nullable === true ? `${text} | null` : text;
}

it.each(COMPILERS)("a response's type fits where TypeScript %s says so", async (compiler) => {
  const folder = await temporaryFolder();
  await mkdir(join(folder.path, "pairs"));
  const expected: string[] = [];
  for (const { old, now, n } of cases) {
    const declare = (types: readonly Shape[], prefix: string): string =>
      types.map((one, at) => `type ${prefix}${NAMES[at]} = ${typeOf(one, prefix)};`).join("\n");
    const text = `${declare(old, "Old")}\n${declare(now, "New")}
declare const value: NewA;\nexport const target: OldA = value;\n`;
    await writeFile(join(folder.path, "pairs", `p${n}.ts`), text);
    const [values, targets] = [named(now, "New"), named(old, "Old")];
    const sides = { direction: "response", values, targets } as const;
    const isFit = fits({ $ref: schemaRef("NewA") }, { $ref: schemaRef("OldA") }, sides);
    if (!isFit) expected.push(`p${n}`);
  }
  const output = await typecheck(compiler, [join(folder.path, "pairs")]);
  const refused = new Set(Array.from(output.matchAll(/pairs\/(p\d+)\.ts\(/g), ([, name]) => name));
  await folder.remove();
  expect([...refused].sort()).toEqual(expected.sort());
  // Both happen, or the test would say nothing.
  expect(expected.length).toBeGreaterThan(cases.length / 5);
  expect(expected.length).toBeLessThan((cases.length * 4) / 5);
});
