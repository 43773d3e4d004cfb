/** A headless browser. The page comes from another origin than the API, so that CORS applies. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { bundleProgram } from "../bundle.js";
import { type Platform, PATIENCE } from "../platform.js";
import type { Outcome } from "../program.js";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const binary = PLACES.find((place) => existsSync(place));

export const chromium: Platform = {
  name: "chromium",
  binary,
  missing: binary ? undefined : "is not installed (apt-get install chromium)",
  async run(apiUrl) {
    const site = await serveSite(apiUrl);
    const profile = await mkdtemp(join(tmpdir(), "unfold-"));
    const child = spawn(binary ?? "", [...FLAGS, `--user-data-dir=${profile}`, site.url], {
      stdio: "ignore",
    });
    const ended = once(child, "exit").then(() => Promise.reject(new Error("chromium has ended")));
    const late = AbortSignal.timeout(PATIENCE);
    const timeout = once(late, "abort").then(() => Promise.reject(late.reason));
    try {
      return await Promise.race([site.outcomes, ended, timeout]);
    } finally {
      child.kill();
      await ended.catch(() => {});
      await site.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  },
};

/** Serves a page that runs the program, and takes what it posts at the end. */
async function serveSite(apiUrl: string) {
  const script = await bundleProgram("iife");
  const page = `<!doctype html><script src="/program.js"></script><script>
    unfold.program(${JSON.stringify(apiUrl)})
      .then((outcomes) => fetch("/outcomes", { method: "POST", body: JSON.stringify(outcomes) }));
  </script>`;
  const { promise: outcomes, resolve } = deferred<readonly Outcome[]>();
  const server = createServer(async (request, response) => {
    if (request.method === "POST") {
      resolve(JSON.parse(await text(request)));
      response.end();
      return;
    }
    const isScript = request.url === "/program.js";
    response.setHeader("content-type", isScript ? "text/javascript" : "text/html");
    response.end(isScript ? script : page);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const close = () =>
    new Promise((closed) => {
      server.closeAllConnections();
      server.close(closed);
    });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, outcomes, close };
}

/** `Promise.withResolvers`, which Node 20 lacks. */
function deferred<T>() {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((settle) => (resolve = settle));
  return { promise, resolve };
}
