/** Where the runtime runs: with nothing but what the web has, and without keeping a process alive. */
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { ok, problem, type Server, serve } from "../../support/servers/server.js";

let server: Server;
afterEach(() => server?.[Symbol.asyncDispose]());

const entry = `
  export { createClient } from "./templates/runtime/client.js";
  export { multipart } from "./templates/runtime/encode/multipart.js";
  export { request } from "./templates/runtime/call/request.js";
  export { stripe } from "./templates/stripe/dialect.js";
  export { StripeError } from "./templates/stripe/errors/index.js";
  export { list } from "./templates/stripe/pages.js";
  export * from "./templates/stripe/webhooks/index.js";
`;
async function bundle(format: "iife" | "esm"): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: fileURLToPath(new URL("../../..", import.meta.url)) },
    bundle: true,
    format,
    globalName: "unfold",
    platform: "neutral",
    mainFields: ["module", "main"],
    write: false,
  });
  return outputFiles[0]?.text ?? "";
}

describe("a platform with nothing but the web's globals", () => {
  const web = {
    AbortController,
    AbortSignal,
    Blob,
    console,
    crypto,
    DOMException,
    fetch,
    File,
    FormData,
    Headers,
    ReadableStream,
    Request,
    Response,
    TextDecoder,
    TextEncoder,
    URL,
    URLSearchParams,
    setTimeout,
    clearTimeout,
  };

  const run = async (script: string): Promise<unknown> => {
    const context = createContext({ ...web, baseUrl: server.url });
    runInContext(await bundle("iife"), context);
    const result: unknown = await runInContext(
      `(async () => {
      const { createClient, constructEvent, constructEventAsync, generateTestHeader, list, multipart, request, stripe, StripeError } = unfold;
      const options = { apiKey: "sk_test_1", baseUrl, maxNetworkRetries: 0 };
      const client = createClient(stripe(options), "https://api.stripe.com", options);
      ${script}
    })()`,
      context,
    );
    return JSON.parse(JSON.stringify(result) ?? "null");
  };

  it("sends calls and reads responses", async () => {
    server = await serve(ok({ id: "x" }));
    const result = await run(
      `return request(client, { method: "POST", path: "/v1/x", body: { d: new Date(5000), e: ["f"] } });`,
    );
    expect(result).toEqual({ id: "x" });
    expect(String(server.received[0]?.body)).toBe("d=5&e[0]=f");
  });

  it("sends files", async () => {
    server = await serve(ok({ id: "x" }));
    await run(
      `return request(client, { method: "POST", path: "/", body: { file: new Blob(["data"]) }, encode: multipart });`,
    );
    expect(String(server.received[0]?.body)).toContain("data");
  });

  it("throws errors that are instances of their classes", async () => {
    server = await serve(problem(402));
    const script = `return request(client, { method: "GET", path: "/" }).catch((e) => [e instanceof StripeError, e.type]);`;
    expect(await run(script)).toEqual([true, "StripeCardError"]);
  });

  it("goes through lists", async () => {
    server = await serve(
      ok({ data: [{ id: "a" }], has_more: true }),
      ok({ data: [{ id: "b" }], has_more: false }),
    );
    expect(
      await run(`return list(client, { path: "/" }).autoPagingToArray({ limit: 9 });`),
    ).toEqual([{ id: "a" }, { id: "b" }]);
  });

  it("checks webhooks", async () => {
    server = await serve(ok({}));
    const script = `
      const header = await generateTestHeader({ payload: '{"id":"evt_1"}', secret: "whsec_1" });
      return constructEventAsync('{"id":"evt_1"}', header, "whsec_1");`;
    expect(await run(script)).toEqual({ id: "evt_1" });
  });

  it("refuses at once to check webhooks at once", async () => {
    server = await serve(ok({}));
    const script = `
      const header = await generateTestHeader({ payload: "{}", secret: "whsec_1" });
      try { constructEvent("{}", header, "whsec_1"); } catch (error) { return error.name; }`;
    expect(await run(script)).toBe("CryptoProviderOnlySupportsAsyncError");
  });
});

describe("a process", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "unfold-"));
    await writeFile(join(folder, "unfold.mjs"), await bundle("esm"));
    return () => rm(folder, { recursive: true });
  });

  const run = async (script: string): Promise<string> => {
    const file = join(folder, "main.mjs");
    await writeFile(
      file,
      `
      import { createClient, request, stripe } from "./unfold.mjs";
      const connect = (options) => createClient(stripe({ apiKey: "sk_test_1" }), "https://api.stripe.com", options);
      ${script}`,
    );
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [file], {
      timeout: 20_000,
    });
    return stdout + stderr;
  };

  it("ends when its calls have ended, whatever their timeouts", async () => {
    server = await serve(ok({ id: "x" }));
    expect(
      await run(
        `console.log(await request(connect({ baseUrl: "${server.url}" }), { method: "GET", path: "/" }));`,
      ),
    ).toBe("{ id: 'x' }\n");
  });

  it("does not wait for a deadline, when nothing else keeps it", async () => {
    expect(
      await run(`
      request(connect({ fetch: () => new Promise(() => {}) }), { method: "GET", path: "/" });
      console.log("end");`),
    ).toBe("end\n");
  });

  it("stays for the next attempt", async () => {
    expect(
      await run(`
      const client = connect({ maxNetworkRetries: 1, fetch: () => Promise.reject(new TypeError("no net")) });
      await request(client, { method: "GET", path: "/" }).catch((error) => console.log(error.message));`),
    ).toBe("GET api.stripe.com: no net\n");
  });
});
