/** A server in a process of its own, so that its work is not counted as a client's. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";

export interface BenchServer extends Disposable {
  readonly port: number;
}

/** Responds to every request with a Checkout Session. */
export async function startBenchServer(): Promise<BenchServer> {
  const child = fork(fileURLToPath(import.meta.url), ["serve"]);
  const [port]: unknown[] = await once(child, "message");
  return { port: Number(port), [Symbol.dispose]: () => void child.kill() };
}

function serve(): void {
  const file = new URL(
    "../fixtures/checkout-sessions/checkout-session-retrieved.json",
    import.meta.url,
  );
  const session = Buffer.from(JSON.stringify(JSON.parse(readFileSync(file, "utf8"))));
  const headers = {
    "content-type": "application/json",
    "content-length": session.length,
    "request-id": "req_1",
    "stripe-version": "2024-04-10",
  };
  const server = createServer((message, response) => {
    message.resume();
    message.on("end", () => response.writeHead(200, headers).end(session));
  });
  server.listen(0, "127.0.0.1", () => {
    const address = server.address();
    process.send?.(typeof address === "object" && address?.port);
  });
  process.on("disconnect", () => process.exit());
}

if (process.argv[2] === "serve") serve();
