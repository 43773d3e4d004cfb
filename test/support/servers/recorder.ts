/** A server on loopback that hands over what it was asked. */
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

export interface Recorded {
  readonly method: string;
  /** The path as it came, without the query. */
  readonly path: string;
  /** With its question mark; empty without one. */
  readonly query: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface Recorder extends AsyncDisposable {
  readonly port: number;
  /** `http://127.0.0.1:…` */
  readonly url: string;
  /** What came since the last time. */
  take(): readonly Recorded[];
}

const HEADERS = { "content-type": "application/json", "request-id": "req_1" };
const RESPONSE = '{"id":"x","object":"list","data":[],"has_more":false,"url":"/"}';

export async function startRecorder(): Promise<Recorder> {
  let recorded: Recorded[] = [];
  // Some of Stripe's queries, with all that can stand in them, are longer than what Node allows by itself.
  const server = createServer({ maxHeaderSize: 1 << 20 }, (message, response) => {
    const chunks: Buffer[] = [];
    message.on("data", (chunk: Buffer) => chunks.push(chunk));
    message.on("end", () => {
      const { method = "", url = "", headers } = message;
      const [path = "", ...rest] = url.split("?");
      const query = rest.length > 0 ? `?${rest.join("?")}` : "";
      recorded.push({ method, path, query, headers, body: Buffer.concat(chunks) });
      response.writeHead(200, HEADERS).end(RESPONSE);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    take() {
      const taken = recorded;
      recorded = [];
      return taken;
    },
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
