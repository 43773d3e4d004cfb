/** Projects that use the client's tarball, each in a folder of its own, far from this repository's packages. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { startStripeServer } from "../../support/servers/stripe-server.js";
import { install, packed } from "../../support/package/packed.js";

/** What every consumer sees of the server's responses. */
export const SEEN = ["ada@example.com", "StripeInvalidRequestError"];

export interface Consumer extends AsyncDisposable {
  readonly folder: string;
  /** Runs one of the project's programs; what it printed. Fails when it prints an error or exits with one. */
  run(command: string, ...args: readonly string[]): Promise<string>;
  /** `node program` with a server to call; the lines it printed. */
  start(program: string): Promise<string[]>;
}

/** Copies the project `name`, and `shared/…` as its `sources/`, and installs what its `package.json` asks for. */
export async function consumer(name: string, shared?: string): Promise<Consumer> {
  const folder = await mkdtemp(join(tmpdir(), `unfold-${name}-`));
  await cp(join(import.meta.dirname, name), folder, { recursive: true });
  if (shared !== undefined) {
    const from = join(import.meta.dirname, "shared", shared);
    await cp(from, join(folder, "sources"), { recursive: true });
  }
  await cp((await packed()).tarball, join(folder, "unfold-stripe.tgz"));
  await install(folder);
  return {
    folder,
    run: (command, ...args) => run(folder, command, args),
    async start(program) {
      await using server = await startStripeServer();
      const printed = await run(folder, process.execPath, [program], { API: server.url });
      return printed.trim().split("\n");
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

async function run(
  cwd: string,
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const own = join(cwd, "node_modules", ".bin", command);
  const file = existsSync(own) ? own : command;
  try {
    const options = { cwd, env: { ...process.env, NO_COLOR: "1", ...env }, maxBuffer: 16 << 20 };
    return (await promisify(execFile)(file, args, options)).stdout;
  } catch (cause) {
    if (!(cause instanceof Error && "stdout" in cause && "stderr" in cause)) throw cause;
    throw new Error(`${command} ${args.join(" ")}\n${cause.stdout}${cause.stderr}`, { cause });
  }
}
