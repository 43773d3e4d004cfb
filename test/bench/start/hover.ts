/** What the first hover in an editor takes of its language server, from its start on. */
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Usage } from "../process.js";

const SERVER = fileURLToPath(
  new URL("../../../node_modules/typescript/lib/tsserver.js", import.meta.url),
);
const HOOK = fileURLToPath(new URL("../usage-hook.cjs", import.meta.url));

interface Message {
  readonly request_seq?: number;
  readonly body?: { readonly displayString?: string };
}

/** Opens a file, and rests the pointer on the first `word`, as an editor does that also offers imports. */
export async function hover(file: string, word: string): Promise<Usage> {
  const folder = await mkdtemp(join(tmpdir(), "unfold-bench-"));
  const usage = join(folder, "usage");
  const server = spawn(process.execPath, [SERVER, "--disableAutomaticTypingAcquisition"], {
    env: { ...process.env, NODE_OPTIONS: `--require=${HOOK}`, UNFOLD_BENCH_USAGE: usage },
    stdio: ["pipe", "pipe", "inherit"],
  });
  try {
    const before = (await readFile(file, "utf8")).split(word, 1)[0] ?? "";
    const place = {
      line: before.split("\n").length,
      offset: before.length - before.lastIndexOf("\n"),
    };
    const preferences = { includePackageJsonAutoImports: "auto" };
    const requests = [
      ["configure", { preferences }],
      ["open", { file }],
      ["quickinfo", { file, ...place }],
    ] as const;
    for (const [seq, [command, args]] of requests.entries()) {
      const request = { seq, type: "request", command, arguments: args };
      server.stdin.write(`${JSON.stringify(request)}\n`);
    }
    const shown = await responseTo(requests.length - 1, createInterface(server.stdout));
    if (!shown?.includes(word)) throw new Error(`${file}: nothing is shown at ${word}`);
    server.stdin.write(`${JSON.stringify({ seq: 9, type: "request", command: "exit" })}\n`);
    await new Promise((resolve) => server.on("close", resolve));
    return JSON.parse(await readFile(usage, "utf8")) as Usage;
  } finally {
    server.kill();
    await rm(folder, { recursive: true });
  }
}

async function responseTo(seq: number, lines: AsyncIterable<string>): Promise<string | undefined> {
  for await (const line of lines) {
    if (!line.startsWith("{")) continue;
    const message = JSON.parse(line) as Message;
    if (message.request_seq === seq) return message.body?.displayString;
  }
  return undefined;
}
