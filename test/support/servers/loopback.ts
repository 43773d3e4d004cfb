/** A server on loopback for one test. */
import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import type { Socket } from "node:net";
import { connect } from "node:net";
import { onTestFinished } from "vitest";

export interface Loopback {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  readonly requests: readonly IncomingMessage[];
}

export interface Proxy {
  readonly origin: string;
  /** `host:port` of every tunnel that was asked for. */
  readonly tunnels: readonly string[];
}

export async function serve(respond: RequestListener): Promise<Loopback> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    respond(request, response);
  });
  return { origin: await listen(server), requests };
}

/** A proxy that opens tunnels to hosts on loopback and refuses all others. */
export async function proxy(): Promise<Proxy> {
  const tunnels: string[] = [];
  const server = createServer().on("connect", (request, client: Socket, head: Buffer) => {
    const target = request.url ?? "";
    tunnels.push(target);
    const { hostname, port } = new URL(`http://${target}`);
    if (hostname !== "127.0.0.1") {
      client.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
      return;
    }
    const upstream = connect(Number(port), hostname, () => {
      client.write("HTTP/1.1 200 Connection established\r\n\r\n");
      upstream.write(head);
      upstream.pipe(client).pipe(upstream);
    });
    for (const end of [upstream, client]) {
      end.on("error", () => {
        upstream.destroy();
        client.destroy();
      });
    }
  });
  return { origin: await listen(server), tunnels };
}

async function listen(server: ReturnType<typeof createServer>): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return `http://127.0.0.1:${address.port}`;
}
