/** The types of the official SDK against those generated here, property by property. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { type Comparison, compareTypes } from "./compare-types.js";

const GENERATED = fileURLToPath(new URL("../../../generated/src/index.js", import.meta.url));

interface Group {
  readonly reason: string;
  readonly types?: readonly string[];
  readonly properties?: readonly string[];
}

const groups = parse(
  readFileSync(new URL("differences.yaml", import.meta.url), "utf8"),
) as readonly Group[];
const known = {
  types: groups.flatMap(({ types = [] }) => types),
  properties: groups.flatMap(({ properties = [] }) => properties),
};

describe("stripe@15.12.0 and what is generated", () => {
  let found: Comparison;
  beforeAll(() => {
    found = compareTypes("stripe", GENERATED);
  });

  it("are compared as a whole", () => {
    expect(found.types).toBeGreaterThan(6000);
    expect(found.compared).toBeGreaterThan(16_000);
  });

  it("share as many names as the README says", () => {
    const readme = readFileSync(new URL("../../../README.md", import.meta.url), "utf8");
    const shared = Math.floor((100 * (found.types - found.missing.length)) / found.types);
    const total = found.types.toLocaleString("en-US");
    expect(readme.replaceAll("\n", " ")).toContain(`${shared} % of the ${total} names`);
  });

  it("have types of the same names, but for those listed", () => {
    expect([...found.missing].sort()).toEqual([...known.types].sort());
  });

  it("have the same properties, but for those listed", () => {
    expect([...found.properties].sort()).toEqual([...known.properties].sort());
  });
});

it("every difference has one reason", () => {
  for (const all of [known.types, known.properties]) expect(new Set(all).size).toBe(all.length);
  expect(groups.map(({ reason }) => reason)).toEqual(
    groups.map(() => expect.stringMatching(/\w\.$/)),
  );
});
