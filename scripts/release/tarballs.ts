/** Both tarballs, made in `dist/` and looked at by linters of packages. */
import { execFile } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { unfold } from "./unfold.js";

const run = promisify(execFile);

export interface Tarballs {
  /** Paths relative to the repository. */
  readonly generator: string;
  readonly client: string;
}

export async function makeTarballs(root: string): Promise<Tarballs> {
  await mkdir(join(root, "dist"), { recursive: true });
  const packing = await run("npm", ["pack", "--pack-destination", "dist"], { cwd: root });
  const generator = `dist/${packing.stdout.trim().split("\n").at(-1) ?? ""}`;
  const client = (await unfold(root, ["pack", "--quiet"])).trim();
  return { generator, client };
}

/** @throws {Error} with what publint or attw says, where one of them finds a fault */
export async function checkTarballs(root: string, tarballs: Tarballs): Promise<void> {
  for (const tarball of Object.values(tarballs))
    await lint(root, "publint", "run", tarball, "--strict");
  // The generator is ES modules only, as a tool may be.
  await lint(root, "attw", tarballs.generator, "--quiet", "--profile", "esm-only");
  await lint(root, "attw", tarballs.client, "--quiet");
}

async function lint(root: string, command: string, ...args: readonly string[]): Promise<void> {
  const env = { ...process.env, NO_COLOR: "1" };
  try {
    await run(join(root, "node_modules", ".bin", command), args, { cwd: root, env });
  } catch (cause) {
    const said = cause instanceof Error && "stdout" in cause ? String(cause.stdout) : String(cause);
    throw new Error(`${command} ${args.join(" ")}\n${said}`, { cause });
  }
}
