/** The runtime of Cloudflare's workers. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { bundleProgram } from "../bundle.js";
import { type Platform, PATIENCE } from "../platform.js";
import type { Outcome } from "../program.js";

const worker = `
import { program } from "./program.mjs";
export default {
  async fetch(request) {
    return Response.json(await program(new URL(request.url).searchParams.get("api")));
  },
};
`;

const configOf = (compatibility: string) => `
using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = (
      modules = [
        (name = "worker.mjs", esModule = embed "worker.mjs"),
        (name = "program.mjs", esModule = embed "program.mjs"),
      ],
      ${compatibility},
      globalOutbound = "loopback",
    )),
    (name = "loopback", network = (allow = ["local"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
`;

const WEB_ONLY = 'compatibilityDate = "2024-09-01"';
const WITH_NODE = 'compatibilityDate = "2025-09-01", compatibilityFlags = ["nodejs_compat"]';

/** Workers with the web's globals alone, and those that ask for Node's API. */
export function workerd(binary: string, { node = false } = {}): Platform {
  return {
    name: node ? "workerd-node" : "workerd",
    binary,
    async run(apiUrl) {
      const folder = await mkdtemp(join(tmpdir(), "unfold-"));
      await writeFile(join(folder, "program.mjs"), await bundleProgram("esm"));
      await writeFile(join(folder, "worker.mjs"), worker);
      await writeFile(join(folder, "config.capnp"), configOf(node ? WITH_NODE : WEB_ONLY));
      const child = spawn(binary, ["serve", "config.capnp", "--control-fd=3"], {
        cwd: folder,
        stdio: ["ignore", "inherit", "inherit", "pipe"],
      });
      try {
        const port = await portOf(child.stdio[3]);
        const url = `http://127.0.0.1:${port}/?api=${encodeURIComponent(apiUrl)}`;
        const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE) });
        return (await response.json()) as readonly Outcome[];
      } finally {
        const ended = once(child, "exit");
        if (child.kill()) await ended;
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

/** workerd tells on a pipe of its own where it listens: `{"event":"listen","socket":"http","port":1234}` */
async function portOf(control: unknown): Promise<number> {
  const lines = createInterface({ input: control as NodeJS.ReadableStream });
  for await (const line of lines) {
    const { event, port } = JSON.parse(line) as { event: string; port?: number };
    if (event === "listen" && port !== undefined) return port;
  }
  throw new Error("workerd ended before it listened");
}
