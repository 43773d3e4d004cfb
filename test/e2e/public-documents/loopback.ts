/** A server on loopback made of a document: what the client's own test fetch responds, over a real connection. */
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

type Fetch = (request: Request) => Promise<Response>;

export interface Loopback extends AsyncDisposable {
  readonly url: string;
}

/** What the test fetch refuses is a status that no document has, with the reason. */
export async function loopback(respond: Fetch): Promise<Loopback> {
  const server = createServer((message, outgoing) => {
    void (async () => {
      try {
        const response = await respond(await requestOf(message));
        outgoing.writeHead(response.status, Object.fromEntries(response.headers));
        outgoing.end(new Uint8Array(await response.arrayBuffer()));
      } catch (error) {
        outgoing.writeHead(418).end(String(error));
      }
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function requestOf(message: IncomingMessage): Promise<Request> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  const { method = "GET", url = "/", headers } = message;
  const body = chunks.length === 0 ? null : Buffer.concat(chunks);
  const sent = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    typeof value === "string" ? [[name, value]] : [],
  );
  return new Request(new URL(url, "http://127.0.0.1"), { method, headers: sent, body });
}
