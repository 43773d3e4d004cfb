/** A part of a document: which operations are wanted, and what goes with the others. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Project, Selector } from "../../../generator/config/index.js";
import { UnfoldError } from "../../../generator/support/diagnostic.js";
import { readModel } from "../../../generator/run/read-model.js";
import { unfold } from "../../support/cli.js";
import { FIXTURES, start } from "./program.js";

const cwd = join(FIXTURES, "selection");

async function select(given: Pick<Project, "include" | "exclude">, strict = false) {
  const project = { name: "selection", document: "openapi.yaml", output: "client", ...given };
  const { model, warnings } = await readModel(project, { cwd, strict });
  return { names: model.operations.map(({ name }) => name), model, warnings };
}

const ALL = await select({});

it("is what the program gets, with what it needs and no more", async () => {
  await using program = await start("selection");
  expect((await program.sent("shops")).url).toBe("/shops");
});

describe("a selector", () => {
  it.each<[Selector, readonly string[]]>([
    ["tag:pets", ["listPets", "internalReindex", "addPet", "oldPatch", "secret"]],
    ["tag:p*", ["listPets", "internalReindex", "addPet", "oldPatch", "secret"]],
    ["path:/pets", ["listPets", "internalReindex", "addPet", "oldPatch"]],
    ["path:/pets/**", ["listPets", "internalReindex", "addPet", "oldPatch", "secret"]],
    ["path:/pets/*/secret", ["secret"]],
    ["path:/pets/{id}/secret", ["secret"]],
    ["path:/*", ["listPets", "internalReindex", "addPet", "oldPatch", "listShops"]],
    ["path:**", ALL.names],
    ["operation:list*", ["listPets", "listShops"]],
    ["operation:internal_reindex", ["internalReindex"]],
    ["deprecated", ["oldPatch"]],
  ])("%s", async (selector, names) => {
    expect(new Set((await select({ include: [selector] })).names)).toEqual(new Set(names));
    const others = ALL.names.filter((name) => !names.includes(name));
    expect((await select({ exclude: [selector] })).names).toEqual(others);
  });

  it("that finds nothing is a warning, and an error where warnings are", async () => {
    const { warnings, names } = await select({ exclude: ["tag:pet", "deprecated"] });
    expect(names).toHaveLength(ALL.names.length - 1);
    expect(warnings.filter(({ code }) => code === "selector-no-match")).toMatchObject([
      { message: 'no operation matches "tag:pet"', location: { pointer: "/paths" } },
    ]);
    const refused = select({ include: ["tag:pets"], exclude: ["path:/pet"] }, true);
    await expect(refused).rejects.toThrow(UnfoldError);
  });

  it("need not find anything where it is `deprecated`", async () => {
    const { warnings } = await select({ include: ["tag:orders"], exclude: ["deprecated"] });
    expect(warnings.map(({ code }) => code)).toEqual(["undeclared-path-parameter"]);
  });
});

describe("what is left out", () => {
  it("takes along what only it needs", async () => {
    const keys = async (given: Pick<Project, "include" | "exclude">) =>
      (await select(given)).model.schemas.map(({ key }) => key);
    expect(await keys({ include: ["tag:orders"] })).toEqual(["Pet", "Person", "Order", "Line"]);
    expect(await keys({ exclude: ["tag:orders", "path:/shops/**"] })).toEqual([
      "Pet",
      "NewPet",
      "Person",
    ]);
  });

  it("is warned of no more", async () => {
    const codes = async (given: Pick<Project, "include" | "exclude">) =>
      (await select(given)).warnings.map(({ location }) => location?.pointer);
    expect(ALL.warnings.map(({ location }) => location?.pointer)).toEqual([
      "/paths/~1pets~1{id}~1secret/get",
      "/paths/~1orders~1{id}/get",
    ]);
    expect(await codes({ include: ["tag:orders"] })).toEqual(["/paths/~1orders~1{id}/get"]);
    expect(await codes({ include: ["path:/shops/**"] })).toEqual([]);
  });

  it("leaves the names of others as they are", async () => {
    const { model } = await select({ include: ["path:/shops/**"] });
    const whole = new Map(ALL.model.operations.map((operation) => [operation.name, operation]));
    for (const operation of model.operations) expect(operation).toEqual(whole.get(operation.name));
  });
});

describe("on the command line", () => {
  it("selectors stand in the place of the configuration's", async () => {
    const { stdout, stderr, code } = await unfold(
      ["list", "openapi.yaml", "--include", "tag:pets", "--exclude", "deprecated"].concat(
        "--exclude",
        "operation:internal*",
      ),
      { cwd },
    );
    expect(stdout.split("\n").map((line) => line.split(" ")[0])).toEqual([
      "listPets",
      "addPet",
      "secret",
      "",
    ]);
    expect([code, stderr.match(/undeclared-path-parameter/g)]).toEqual([
      0,
      ["undeclared-path-parameter"],
    ]);
  });

  it("a selector of another kind is refused", async () => {
    const { stderr, code } = await unfold(["list", "openapi.yaml", "--include", "pets"], { cwd });
    expect(code).toBe(2);
    expect(stderr).toMatch(/"pets" selects no operations \[bad-arguments\]/);
  });
});
