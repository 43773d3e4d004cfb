/** The generator on another version of Node: it makes the bytes that are committed, of the whole of Stripe. */
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import compile from "../compile.js";
import { MAIN } from "../../support/cli.js";
import { type Platform, PATIENCE } from "./platform.js";
import type { Outcome } from "./program.js";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

let compiled: Promise<void> | undefined;

/** The platform, on which the generator is tried as well as the client. */
export function withGenerator(platform: Platform & { readonly binary: string }): Platform {
  return {
    ...platform,
    run: async (apiUrl) => [...(await platform.run(apiUrl)), await checks(platform.binary)],
  };
}

async function checks(node: string): Promise<Outcome> {
  const check = "the generator makes the committed bytes";
  await (compiled ??= compile());
  try {
    await promisify(execFile)(node, [MAIN, "check"], { cwd: ROOT, timeout: PATIENCE });
    return { check };
  } catch (error) {
    const output = error instanceof Error && "stdout" in error ? String(error.stdout) : "";
    return { check, failure: output || String(error) };
  }
}
