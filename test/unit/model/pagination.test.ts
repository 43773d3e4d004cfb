/** What looks like pages is looked for in time that grows with the schemas, not with the ways to reach them. */
import { expect, it } from "vitest";
import { itemsOf, propertiesOf, shapeAt } from "../../../generator/model/pagination/shapes.js";
import type { Shape } from "../../../generator/model/types/index.js";

class Counted extends Map<string, Shape> {
  reads = 0;
  override get(key: string): Shape | undefined {
    this.reads++;
    return super.get(key);
  }
}

const LENGTH = 12;
const ref = (n: number): Shape => ({ $ref: `#/components/schemas/S_${n}` });

/** Each schema refers to the next one twice; the last one has what is looked for. */
function chain(link: (next: Shape) => Shape, end: Shape): Counted {
  const links = Array.from({ length: LENGTH }, (_, n) => [`S_${n}`, link(ref(n + 1))] as const);
  return new Counted([...links, [`S_${LENGTH}`, end]]);
}

const OBJECT: Shape = { type: "object", properties: { next: { type: "string" } } };
const LIST: Shape = { type: "array", items: { type: "integer" } };
const LINKS: readonly (readonly [string, (next: Shape) => Shape])[] = [
  ["allOf", (next) => ({ allOf: [next, { allOf: [next] }] })],
  ["anyOf", (next) => ({ anyOf: [next, { anyOf: [next] }] })],
  ["oneOf", (next) => ({ oneOf: [next, next, { oneOf: [next] }] })],
];

it.each(LINKS)("finds properties through %s", (_, link) => {
  const schemas = chain(link, OBJECT);
  expect([...propertiesOf(schemas, ref(0)).keys()]).toEqual(["next"]);
  expect(shapeAt(schemas, ref(0), ["next"])).toEqual({ type: "string" });
  expect(schemas.reads).toBeLessThan(10 * LENGTH);
});

it.each(LINKS.slice(1))("finds items through %s", (_, link) => {
  const schemas = chain(link, LIST);
  expect(itemsOf(schemas, ref(0))).toEqual({ type: "integer" });
  expect(schemas.reads).toBeLessThan(10 * LENGTH);
});

it("finds nothing in a cycle of schemas that refer to each other", () => {
  const schemas = new Counted([
    ["S_0", { anyOf: [ref(1), ref(0)] }],
    ["S_1", ref(0)],
  ]);
  expect(propertiesOf(schemas, ref(0)).size).toBe(0);
  expect(shapeAt(schemas, ref(0), ["next"])).toBeUndefined();
  expect(itemsOf(schemas, ref(0))).toBeUndefined();
});
