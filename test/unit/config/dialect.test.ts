/** What a dialect may say, and what contradicts itself. */
import { describe, expect, it } from "vitest";
import { parseConfig } from "../../../generator/config/schema.js";
import type { Dialect } from "../../../generator/config/index.js";
import config from "../../../unfold.config.js";
import { HARBOUR } from "../../feature/dialects/harbour/project.js";

const { dialect } = HARBOUR;
const [list] = dialect.lists;

/** The messages of what is wrong with a project of this dialect. */
function problems(given: object): readonly string[] {
  const projects = [{ name: "a", document: "a.yaml", output: "a", dialect: given }];
  const found = parseConfig({ projects });
  return "projects" in found ? [] : found.map(({ message }) => message);
}

describe("a dialect", () => {
  it("may be Stripe's or Harbour's", () => {
    expect(problems(dialect)).toEqual([]);
    expect(problems(config.projects[0]?.dialect ?? {})).toEqual([]);
  });

  it("may do without templates", () => {
    const { expansion } = dialect;
    const given: Dialect = {
      expansion,
      id: "no",
      variants: ["kind"],
      nullableIsPresent: true,
      deleted: { prefix: "gone_", property: "gone" },
      dates: [{ format: "date-time", unit: "text" }],
    };
    expect(problems(given)).toEqual([]);
  });

  it.each<[string, object, string]>([
    [
      "a name that is not a function's",
      { templates: "templates/my-api" },
      "templates has to be a folder named like",
    ],
    [
      "a name that is taken",
      { templates: "templates/runtime/" },
      "templates has to be a folder named like",
    ],
    ["lists without code", { lists: dialect.lists }, "lists needs code"],
    ["events without code", { events: dialect.events }, "events needs code"],
    [
      "numbers as dates without code",
      { dates: [{ format: "t", unit: "seconds" }] },
      "dates.0.unit needs code",
    ],
    ["null without code", { nullUnsets: true }, "nullUnsets needs code"],
    [
      "maps without code",
      { maps: [{ property: "metadata", takes: ["number"] }] },
      "maps needs code",
    ],
    [
      "a map that takes nothing more",
      { templates: "templates/a", maps: [{ property: "metadata", takes: [] }] },
      "maps.0.takes has to be",
    ],
    ["an unknown unit", { dates: [{ format: "t", unit: "days" }] }, "dates.0.unit has to be"],
    ["no parameter", { expansion: { parameters: [], targets: "x-link" } }, "parameters has to be"],
    [
      "a depth of nothing",
      { expansion: { ...dialect.expansion, depth: 0 } },
      "depth has to be a whole number from 1 to 6",
    ],
    [
      "half a depth",
      { expansion: { ...dialect.expansion, depth: 2.5 } },
      "depth has to be a whole number",
    ],
    ["a mistyped option", { expansions: {} }, 'has no option "expansions"'],
    [
      "items that are not property",
      { ...dialect, lists: [{ ...list, items: "data" }] },
      'lists.0.properties lacks "data"',
    ],
    [
      "two names for one segment",
      {
        ...dialect,
        lists: [list, { ...list, items: "rows", properties: ["rows"] }],
        expansion: { parameters: [{ name: "embed", listPrefix: true }], targets: "x-link" },
      },
      'lists.1.items must be "items"',
    ],
    [
      "an object in the place of the type",
      { ...dialect, events: { ...dialect.events, objectAt: ["kind"] } },
      'objectAt cannot be inside of "kind"',
    ],
    [
      "old values inside of the object",
      { ...dialect, events: { ...dialect.events, previousAt: ["payload", "entity", "old"] } },
      "previousAt must be a place of its own",
    ],
    [
      "a version in the place of the type",
      { ...dialect, events: { ...dialect.events, versionAt: "kind" } },
      "versionAt must be a property of its own",
    ],
  ])("refuses %s", (_, given, message) => {
    const found = problems(given);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(message);
  });
});
