/** What grows without an end: chains of schemas, and documents that are wide in one direction. */
import { Session } from "node:inspector/promises";
import { setFlagsFromString } from "node:v8";
import { join } from "node:path";
import { writeFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { build } from "../../../generator/run/build.js";
import { UnfoldError } from "../../../generator/support/diagnostic.js";
import { diffModels } from "../../../generator/diff/index.js";
import { readModel } from "../../../generator/run/read-model.js";
import { CHAINS, DEEP, type LargeDocument, WIDE } from "../../support/large-documents.js";
import { COMPILERS, temporaryFolder, typecheck } from "../../support/typecheck.js";
import { createWorkshop } from "../../support/workshop.js";

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
const session = new Session();
beforeAll(async () => {
  folder = await temporaryFolder();
  session.connect();
});
afterAll(async () => {
  session.disconnect();
  await folder.remove();
});

/** Everything that is done with a document, but for the disk. */
async function run(make: LargeDocument, size: number): Promise<void> {
  await writeFile(join(folder.path, "a.json"), JSON.stringify(make(size)));
  const project = {
    name: "a",
    document: "a.json",
    output: "client",
    raw: true,
    testing: true,
    resources: "paths",
    dialect: { expansion: { parameters: [{ name: "with", listed: true }] } },
  } as const;
  const { model } = await readModel(project, { cwd: folder.path });
  diffModels(model, (await build(project, { cwd: folder.path })).model);
}

/** Schemas that consist of the next one; in the others it is the type of a part. */
const CONSISTS = /^(?:references|nullable|(?:all|any|one)Of|items twice)/;

describe("a chain of 2,000 schemas", () => {
  test.each(Object.keys(CHAINS))("by %s is generated, or one error says where", async (name) => {
    const error: unknown = await run(CHAINS[name] ?? unknown, 2000).catch((thrown) => thrown);
    if (!CONSISTS.test(name)) return expect(error).toBeUndefined();
    if (!(error instanceof UnfoldError)) throw error;
    const { code, location, hint } = error.diagnostic;
    expect([code, location?.file, typeof hint]).toEqual(["too-deep", "a.json", "string"]);
    expect(location?.pointer).toMatch(/^\/(?:paths|components)\//);
  });
});

function unknown(): never {
  throw new Error("there is no such document");
}

describe("what is as long and as deep as it may be", () => {
  it.each(COMPILERS)("compile under TypeScript %s", async (compiler) => {
    const workshop = await createWorkshop();
    try {
      // A schema that is reached in two ways from each one above would be read 2 ** 45 times.
      const chains = Object.entries(CHAINS).map(([name, make]) => {
        return make(name === "references" ? 190 : name.endsWith("twice") ? 45 : 95);
      });
      const deep = Object.entries(DEEP).map(([name, make]) => make(name === "anyOf" ? 48 : 70));
      for (const [n, document] of [...chains, ...deep].entries()) {
        await writeFile(join(folder.path, "openapi.json"), JSON.stringify(document));
        await workshop.generate(`${n}`, folder.path);
      }
      expect(await typecheck(compiler, [workshop.path])).toBe("");
    } finally {
      await workshop.remove();
    }
  });
});

/** How often each function and block of the code was run, by where it stands: the same on each machine. */
async function countsOf(make: LargeDocument, size: number): Promise<ReadonlyMap<string, number>> {
  await session.post("Profiler.enable");
  await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  await run(make, size);
  const { result } = await session.post("Profiler.takePreciseCoverage");
  await session.post("Profiler.stopPreciseCoverage");
  const counts = new Map<string, number>();
  for (const { url, functions } of result) {
    for (const { functionName, ranges } of functions) {
      for (const { startOffset, count } of ranges) {
        const place = `${functionName} in ${url.replace(/^.*\/(?=generator|node_modules)/, "")}:${startOffset}`;
        counts.set(place, Math.max(count, counts.get(place) ?? 0));
      }
    }
  }
  return counts;
}

const SIZE = 150;

describe("in a document of twice the size", () => {
  // Optimized code does not count what it has inlined.
  beforeAll(() => setFlagsFromString("--no-opt"));

  test.each(Object.entries(WIDE))("%s: nothing runs four times as often", async (_, make) => {
    await run(make, 10);
    const once = await countsOf(make, SIZE);
    const twice = await countsOf(make, 2 * SIZE);
    // What runs with the square of the size does so about once for each pair.
    const grown = [...twice].filter(([place, count]) => {
      return count > SIZE * SIZE && count > 3 * (once.get(place) ?? 0);
    });
    expect(grown).toEqual([]);
  });
});
