/** The types of lists that the configuration tells of. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COMPILERS, temporaryFolder, typecheck } from "../../support/typecheck.js";
import { makeOrchard, PROJECT } from "./project.js";

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());

describe("lists by configuration", () => {
  it.each(COMPILERS)("are typed, with the items of all pages (TypeScript %s)", async (compiler) => {
    const { built } = await makeOrchard(folder.path);
    expect(built.warnings).toEqual([]);
    expect(await typecheck(compiler, [folder.path], { exactOptionalPropertyTypes: true })).toBe("");
  });

  it("are methods, too", async () => {
    const { built } = await makeOrchard(folder.path, { ...PROJECT, resources: "tags" });
    expect([...built.output.values()].join("\n")).toContain("PagePromise<Result<ApplePage>");
    expect(await typecheck("7.0", [folder.path])).toBe("");
  });
});
