/** What the client has of its own keeps its names, whatever a document calls its parts: every such client compiles. */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Built, build } from "../../../generator/run/build.js";
import { COMPILERS, temporaryFolder, typecheck } from "../../support/typecheck.js";
import { CLIENTS, ownNames, type Settings, settingsOf } from "../../unit/symbols/clients.js";
import { documentOf } from "../../unit/symbols/own-names.js";

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let names: readonly string[];
beforeAll(async () => {
  folder = await temporaryFolder();
  await writeFile(join(folder.path, "package.json"), '{ "type": "module" }');
  names = await ownNames();
});
afterAll(() => folder.remove());

describe("names of the client's own", () => {
  it.each(CLIENTS)("are given to every part of a document: %s", async (name, settings) => {
    const first = CLIENTS.findIndex(([one]) => one === name);
    const { model } = await generate(`whole-${name}`, names, settings, first);
    expect(model.schemas.length).toBeGreaterThanOrEqual(names.length);
  });

  it.each(CLIENTS.flatMap(([name]) => COMPILERS.map((compiler) => [name, compiler] as const)))(
    "compile: %s, under TypeScript %s",
    async (name, compiler) => {
      expect(await typecheck(compiler, [join(folder.path, `whole-${name}`)])).toBe("");
    },
  );

  it("may be those that every object has, for each kind of operation", async () => {
    const own = Object.getOwnPropertyNames(Object.prototype);
    for (const first of [0, 1, 2, 3]) {
      await generate(`inherited-${first}`, own, settingsOf("class"), first);
      expect(await typecheck("7.0", [join(folder.path, `inherited-${first}`)])).toBe("");
    }
  });
});

async function generate(
  name: string,
  own: readonly string[],
  settings: Settings,
  first: number,
): Promise<Built> {
  const to = join(folder.path, name);
  await mkdir(to, { recursive: true });
  const document = documentOf(own, settings.dialect !== undefined, first);
  await writeFile(join(to, "openapi.json"), JSON.stringify(document));
  const built = await build(
    { name, document: "openapi.json", output: "client", ...settings },
    { cwd: to },
  );
  for (const [path, text] of built.output) {
    const file = join(to, "client", path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  return built;
}
