/** What is said of lists when a client is made: proposals, rules that nothing fits, wrong configurations; and the reference. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { Project } from "../../../generator/config/index.js";
import { parseConfig } from "../../../generator/config/schema.js";
import { build } from "../../../generator/run/build.js";
import { writeDocs } from "../../../generator/run/docs.js";
import { readModel } from "../../../generator/run/read-model.js";
import { textsIn } from "../../support/project.js";
import { HERE, PROJECT, RULES } from "./project.js";

const { pagination: _, ...PLAIN } = PROJECT;
const toldOf = async (project: Project, strict = false) =>
  (await readModel(project, { cwd: HERE, strict })).warnings;

it("proposes a configuration, in one note that --strict lets be", async () => {
  const notes = await toldOf(PLAIN, true);
  expect(notes).toMatchObject([{ severity: "note", code: "pagination-possible" }]);
  expect(notes[0]?.message).toBe("GET /apples and 3 more look like pages of lists");
  expect(notes[0]?.hint).toContain(
    '{ kind: "cursor", next: "meta.next_cursor", parameter: "cursor" }, ' +
      '{ kind: "url", next: ["@odata.nextLink"] }, { kind: "link" }, ' +
      '{ kind: "offset", parameter: "skip", more: "has_more" }',
  );
});

it("proposes nothing where it is configured, acknowledged or left out", async () => {
  expect(await toldOf(PROJECT)).toEqual([]);
  expect(await toldOf({ ...PLAIN, acknowledged: [{ code: "pagination-possible" }] })).toEqual([]);
  expect(await toldOf({ ...PLAIN, include: ["operation:getBaskets"] })).toEqual([]);
});

it("leaves every operation as it is without a configuration", async () => {
  const { output } = await build(PLAIN, { cwd: HERE });
  const texts = [...output].filter(([file]) => file.startsWith("operations/"));
  expect(texts.map(([, text]) => text).join("\n")).not.toMatch(/PagePromise|pages\(/);
});

it("warns of a rule that no operation fits", async () => {
  const rules = [...RULES, { kind: "cursor", next: "after", parameter: "cursor" } as const];
  expect(await toldOf({ ...PROJECT, pagination: rules })).toMatchObject([
    {
      severity: "warning",
      code: "pagination-no-match",
      message: expect.stringContaining("rule 5"),
    },
  ]);
});

const WRONG: readonly [unknown, string][] = [
  [[], "projects.0.pagination has to be a list of at least 1"],
  [[{ kind: "cursor", parameter: "p" }], 'projects.0.pagination.0 lacks "next"'],
  [[{ kind: "link", nxt: "a" }], 'projects.0.pagination.0 has no option "nxt"'],
  [
    [{ kind: "page", parameter: "p", first: -1 }],
    "projects.0.pagination.0.first has to be a whole number from 0",
  ],
];
it.each(WRONG)("refuses %j", (pagination, message) => {
  expect(parseConfig({ projects: [{ ...PLAIN, pagination }] })).toMatchObject([{ message }]);
});

it("refuses rules beside a dialect with pages of its own", () => {
  const project = { ...PROJECT, dialect: { templates: "templates/orchard" } };
  expect(parseConfig({ projects: [project] })).toMatchObject([
    { message: expect.stringContaining("cannot stand beside dialect.templates") },
  ]);
});

it("iterates in the samples of the reference", async () => {
  const folder = await mkdtemp(join(tmpdir(), "unfold-pages-"));
  try {
    await writeDocs(PROJECT, folder, { cwd: HERE });
    const texts = await textsIn(folder);
    const page = [...(texts ?? [])].find(([file]) => /listapples.*\.md$/i.test(file))?.[1];
    expect(page).toContain("for await (const item of listApples(client");
    expect(page).toContain("pages, each");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
