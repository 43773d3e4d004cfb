import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { type Diagnostic, UnfoldError } from "../../../generator/support/diagnostic.js";

/** A folder with these files, by relative path; objects are written as JSON. */
export function folder(files: Record<string, unknown>): string {
  const root = mkdtempSync(join(tmpdir(), "unfold-load-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  }
  return root;
}

/** The diagnostic that a promise is rejected with. */
export async function diagnosticOf(promise: Promise<unknown>): Promise<Diagnostic> {
  const error: unknown = await promise.then(
    () => new Error("nothing was refused"),
    (thrown: unknown) => thrown,
  );
  if (error instanceof UnfoldError) return error.diagnostic;
  throw error;
}

export const EMPTY = { openapi: "3.1.0", paths: {} };

/** A document of these schemas. */
export function schemas(map: Record<string, unknown>): unknown {
  return { openapi: "3.1.0", components: { schemas: map } };
}
