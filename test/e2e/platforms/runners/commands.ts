/** Platforms that are a command which runs a file: Node, Bun and Deno. */
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { bundleProgram } from "../bundle.js";
import { type Platform, PATIENCE } from "../platform.js";

const main = `
import { program } from "./program.mjs";
const outcomes = await program(globalThis.process.argv.at(-1));
console.log(JSON.stringify(outcomes));
`;

/** @param args - what the command takes in front of a file */
export function command(
  name: string,
  binary: string,
  args: readonly string[] = [],
): Platform & { readonly binary: string } {
  return {
    name,
    binary,
    async run(apiUrl) {
      const folder = await mkdtemp(join(tmpdir(), "unfold-"));
      try {
        await writeFile(join(folder, "program.mjs"), await bundleProgram("esm"));
        const file = join(folder, "main.mjs");
        await writeFile(file, main);
        const { stdout, stderr } = await promisify(execFile)(binary, [...args, file, apiUrl], {
          timeout: PATIENCE,
          env: { HOME: folder, NO_COLOR: "1" },
        });
        return [...JSON.parse(stdout), quiet(stderr)];
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

function quiet(stderr: string) {
  const check = "no warning";
  return stderr === "" ? { check } : { check, failure: stderr };
}
