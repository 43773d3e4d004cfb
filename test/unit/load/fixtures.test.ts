import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { format, UnfoldError } from "../../../generator/support/diagnostic.js";
import { load, type Loaded } from "../../../generator/load/index.js";

// A folder is a case: openapi.{yaml,json}, the files it refers to, and its *.overlay.yaml in order.
// Accepted: `document.json` is what is loaded, `warnings.txt` what is said. Rejected: `error.txt`.

function cases(kind: "accept" | "reject"): { name: string; folder: string }[] {
  const root = join(import.meta.dirname, kind);
  return readdirSync(root).map((name) => ({ name, folder: join(root, name) }));
}

function loadCase(folder: string): Promise<Loaded> {
  const files = readdirSync(folder).sort();
  const source = files.find((file) => file.startsWith("openapi."));
  if (source === undefined) throw new Error(`${folder} has no document`);
  const overlays = files.filter((file) => file.endsWith(".overlay.yaml"));
  return load(source, { cwd: folder, overlays });
}

test.each(cases("accept"))("accepts $name", async ({ folder }) => {
  const { document, warnings } = await loadCase(folder);
  const json = `${JSON.stringify(document, null, 2)}\n`;
  await expect(json).toMatchFileSnapshot(join(folder, "document.json"));
  const text = warnings.map((warning) => `${format(warning)}\n`).join("");
  await expect(text).toMatchFileSnapshot(join(folder, "warnings.txt"));
});

test.each(cases("reject"))("rejects $name", async ({ folder }) => {
  const error: unknown = await loadCase(folder).catch((thrown: unknown) => thrown);
  if (!(error instanceof UnfoldError)) throw error;
  expect(error.diagnostic.location).toBeDefined();
  expect(error.diagnostic.hint).toBeDefined();
  await expect(`${format(error.diagnostic)}\n`).toMatchFileSnapshot(join(folder, "error.txt"));
});
