/** Runs a bundle in a page of headless Chromium, which calls the API across origins. */
import { execFileSync, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startStripeServer } from "../../support/servers/stripe-server.js";

/** The browser's command; undefined where there is none. */
export const CHROMIUM = ["chromium", "chromium-browser", "google-chrome"].find((command) => {
  try {
    return execFileSync(command, ["--version"], { stdio: ["ignore", "pipe", "ignore"] });
  } catch {
    return undefined;
  }
});

const PAGE = `<!doctype html><script type="module">
const told = (lines) => fetch("/told", { method: "POST", body: JSON.stringify(lines) });
try {
  const { program } = await import("/bundle.js");
  await told(await program(new URLSearchParams(location.search).get("api")));
} catch (error) {
  await told([String(error?.stack ?? error)]);
}
</script>`;

/** What the bundle's `program` saw; or, as the only line, what went wrong. */
export async function runInPage(chromium: string, bundle: string): Promise<string[]> {
  await using stripe = await startStripeServer();
  await using api = await listen(acrossOrigins(stripe.url));
  const profile = await mkdtemp(join(tmpdir(), "unfold-chromium-"));
  let tell: (lines: string[]) => void;
  const told = new Promise<string[]>((resolve) => (tell = resolve));
  await using site = await listen(async (request, response) => {
    if (request.method === "POST") tell(JSON.parse(await text(request)) as string[]);
    const script = request.url === "/bundle.js";
    response.setHeader("content-type", script ? "text/javascript" : "text/html");
    response.end(script ? bundle : PAGE);
  });
  const page = `${site.url}/?api=${encodeURIComponent(api.url)}`;
  const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"];
  const browser = spawn(chromium, [...flags, `--user-data-dir=${profile}`, page], {
    stdio: "ignore",
  });
  const closed = new Promise<string[]>((done) => {
    browser.on("close", (code) => done([`Chromium ended with ${code}`]));
  });
  try {
    return await Promise.race([told, closed]);
  } finally {
    browser.kill();
    await closed;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Passes calls on, and tells browsers that pages of other origins may call, too. */
function acrossOrigins(target: string): RequestListener {
  return async (request, response) => {
    response.setHeader("access-control-allow-origin", "*");
    response.setHeader("access-control-expose-headers", "*");
    if (request.method === "OPTIONS") {
      const asked = request.headers["access-control-request-headers"] ?? "";
      response.writeHead(204, {
        "access-control-allow-headers": asked,
        "access-control-allow-methods": "*",
      });
      response.end();
      return;
    }
    const { method = "GET", url = "" } = request;
    const body = method === "GET" ? {} : { body: await text(request) };
    const relayed = await fetch(target + url, {
      method,
      headers: { "content-type": request.headers["content-type"] ?? "" },
      ...body,
    });
    response.writeHead(relayed.status, { "content-type": "application/json" });
    response.end(await relayed.text());
  };
}

interface Site extends AsyncDisposable {
  readonly url: string;
}

async function listen(listener: RequestListener): Promise<Site> {
  const server: Server = createServer(listener);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

async function text(request: IncomingMessage): Promise<string> {
  let all = "";
  for await (const chunk of request.setEncoding("utf8")) all += chunk;
  return all;
}
