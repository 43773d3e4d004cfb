import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { load, type Loaded } from "../../../generator/load/index.js";
import { METHODS } from "../../../generator/openapi/index.js";
import { isReference, target } from "../../../generator/openapi/reference.js";

const cwd = join(import.meta.dirname, "../../..");

/** With every overlay, of which each action has to match something. */
function loadStripe(): Promise<Loaded> {
  const overlays = readdirSync(join(cwd, "spec/overlays")).map((file) => `spec/overlays/${file}`);
  return load("spec/source.json", { cwd, overlays: overlays.sort(), strict: true });
}

test("the pinned document is all of Stripe", async () => {
  const { document, pin, warnings } = await load("spec/source.json", { cwd });
  const paths = Object.values(document.paths ?? {});
  const operations = paths.flatMap((item) =>
    METHODS.filter((method) => Object.hasOwn(item, method)),
  );
  expect(pin?.apiVersion).toBe("2024-04-10");
  expect(warnings).toEqual([]);
  expect([paths.length, operations.length]).toEqual([365, 533]);
  expect(Object.keys(document.components?.schemas ?? {})).toHaveLength(979);
});

test("everything is frozen, and each reference leads somewhere", async () => {
  const { document } = await loadStripe();
  let references = 0;
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    if (!Object.isFrozen(node))
      throw new Error(`${JSON.stringify(node).slice(0, 80)} is not frozen`);
    if (isReference(node)) {
      references += 1;
      expect(target(document, node.$ref)).toBeTypeOf("object");
    }
    for (const value of Object.values(node)) visit(value);
  };
  visit(document);
  expect(references).toBeGreaterThan(3000);
});
