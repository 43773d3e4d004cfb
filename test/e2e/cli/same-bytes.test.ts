/** The same bytes wherever they are made. Other versions of Node: `npm run test:platforms`. */
import { execFileSync } from "node:child_process";
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import { unfoldProcess } from "../../support/cli.js";
import { textsIn } from "../../support/project.js";

const DOCUMENT = fileURLToPath(new URL("../../fixtures/places.yaml", import.meta.url));

/** Where letters, their order, numbers and days are not those of the one who wrote the document. */
const PLACES = [
  { LC_ALL: "en_US.UTF-8", LANG: "en_US.UTF-8", TZ: "UTC" },
  { LC_ALL: "de_DE.UTF-8", LANG: "de_DE.UTF-8", TZ: "Pacific/Apia" },
  { LC_ALL: "sv_SE.UTF-8", LANG: "sv_SE.UTF-8", TZ: "America/St_Johns" },
];

const SHOW = `[(1.5).toLocaleString(), ["z", "ä"].sort(new Intl.Collator().compare), new Date(0)].join(" ")`;

/** The output, made in a folder of its own. */
async function generate(env: Readonly<Record<string, string>>) {
  const cwd = await mkdtemp(join(tmpdir(), "unfold-place-"));
  onTestFinished(() => rm(cwd, { recursive: true, force: true }));
  await copyFile(DOCUMENT, join(cwd, "api.yaml"));
  expect(await unfoldProcess(["generate", "api.yaml", "-o", "client"], { cwd, env })).toMatchObject(
    {
      code: 0,
      stderr: "",
    },
  );
  return textsIn(join(cwd, "client"));
}

describe("the output", () => {
  it("is the same in any locale and time zone", async () => {
    const shown = PLACES.map((place) =>
      execFileSync(process.execPath, ["-p", SHOW], {
        env: { ...process.env, ...place },
      }).toString(),
    );
    // The places are told apart by the process: what is the same is so for another reason.
    expect(new Set(shown).size).toBe(PLACES.length);
    const [first, ...others] = await Promise.all(PLACES.map(generate));
    expect([...(first?.keys() ?? [])]).toContain("schemas/istanbul.ts");
    for (const other of others) expect(other).toEqual(first);
  });
});
