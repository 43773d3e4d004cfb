/** What the curl samples send equals what the client sends, over real sockets. */
import { execFile, execFileSync } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { build as bundle } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Project } from "../../../generator/config/index.js";
import { sampleCall } from "../../../generator/docs/samples/call.js";
import { credentials } from "../../../generator/docs/samples/credentials.js";
import { FILE, NUMBER, PATH } from "../../../generator/docs/samples/types.js";
import type { Model, Operation } from "../../../generator/model/types/index.js";
import { positional } from "../../../generator/model/types/positional.js";
import { build } from "../../../generator/run/build.js";
import { writeOutput } from "../../../generator/write/disk.js";
import config from "../../../unfold.config.js";
import { temporaryFolder } from "../../support/typecheck.js";
import { siteOf, type TestSite } from "../../support/docs/site.js";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

/** Whether there is a curl to run. */
const CURL = ((): boolean => {
  try {
    return execFileSync("curl", ["--version"]).length > 0;
  } catch {
    return false;
  }
})();

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly query: readonly (readonly [string, string])[];
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: unknown;
}

interface Recorder extends AsyncDisposable {
  readonly url: string;
  readonly sent: Sent[];
}

/** Headers of the samples that every client writes in the same way. */
const HEADERS = ["authorization", "cookie", "x-key", "x-trace", "if-match"];

async function record(): Promise<Recorder> {
  const sent: Sent[] = [];
  const server = createServer((request, response) => {
    void read(request).then((one) => {
      sent.push(one);
      response.writeHead(200, { "content-type": "application/json" });
      response.end('{"object":"list","data":[],"has_more":false}');
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    sent,
    [Symbol.asyncDispose]: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

async function read(request: IncomingMessage): Promise<Sent> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { method = "", url = "", headers } = request;
  const [path = "", search = ""] = url.split("?");
  return {
    method,
    path,
    query: [...new URLSearchParams(search)],
    headers: Object.fromEntries(HEADERS.map((name) => [name, headers[name]?.toString()])),
    body: await bodyOf(Buffer.concat(chunks), headers["content-type"]),
  };
}

/** The media type and what is in it, however it is written. */
async function bodyOf(bytes: Buffer, type: string | undefined): Promise<unknown> {
  if (bytes.length === 0) return undefined;
  const essence = type?.split(";")[0];
  const text = bytes.toString();
  switch (essence) {
    case "application/json":
      return [essence, JSON.parse(text)];
    case "application/x-www-form-urlencoded":
      return [essence, [...new URLSearchParams(text)]];
    case "multipart/form-data": {
      const form = await new Response(new Uint8Array(bytes), {
        headers: { "content-type": type ?? "" },
      }).formData();
      const parts = [...form].map(async ([name, value]) => [
        name,
        typeof value === "string" ? value : await value.text(),
      ]);
      return [essence, await Promise.all(parts)];
    }
    default:
      return [essence, text];
  }
}

type Exported = Readonly<Record<string, (...args: unknown[]) => unknown>>;

/** Bundles the client: what is generated is TypeScript. */
async function load(folder: string, source: string): Promise<Exported> {
  const outfile = join(folder, "bundle.mjs");
  const contents = `export * from "./client.js"; export * from "./operations/index.js";`;
  await bundle({
    stdin: { contents, resolveDir: source },
    outfile,
    bundle: true,
    format: "esm",
    platform: "neutral",
    logLevel: "error",
  });
  return (await import(pathToFileURL(outfile).href)) as Exported;
}

/** A value of a sample as the program has it. */
function live(value: unknown): unknown {
  if (value === FILE) return new Blob(["…"]);
  if (Array.isArray(value)) return value.map(live);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, live(inner)]));
}

async function clientSends(
  api: Exported,
  model: Model,
  operation: Operation,
  url: string,
  paths?: readonly string[],
): Promise<void> {
  const { path, params, expanded } = sampleCall(model, operation);
  const options = { ...credentials(model, operation), baseUrl: url, maxNetworkRetries: 0 };
  const client = api["createClient"]?.(options);
  const own = new Set(positional(operation));
  const values = path.filter(({ parameter }) => own.has(parameter)).map(({ value }) => value);
  const given =
    paths === undefined
      ? params
      : JSON.parse(JSON.stringify(expanded), (_, value: unknown) => {
          return Array.isArray(value) && value[0] === PATH ? paths : value;
        });
  const response = api[operation.name]?.(client, ...values, live(given));
  // What the response is made of is not what this is about.
  await Promise.resolve(response).catch(() => undefined);
}

/** Runs commands in one shell, in this order. */
async function runAll(folder: string, commands: readonly string[]): Promise<void> {
  await writeFile(join(folder, ".curlrc"), "silent\noutput = /dev/null\n");
  await writeFile(join(folder, "file"), "…");
  await writeFile(join(folder, "run.sh"), commands.join("\n"));
  const options = { cwd: folder, env: { ...process.env, CURL_HOME: folder }, maxBuffer: 1 << 26 };
  await promisify(execFile)("sh", ["run.sh"], options);
}

const [stripe] = config.projects;
const GENERATED: readonly (readonly [
  name: string,
  cwd: string,
  project: Omit<Project, "output">,
])[] = [
  ["Stripe", ROOT, stripe ?? { name: "", document: "" }],
  ["library", join(ROOT, "test/fixtures"), { name: "library", document: "library.yaml" }],
  ["media types", join(ROOT, "test/fixtures"), { name: "media", document: "media.yaml" }],
];

const title = CURL
  ? "the curl samples of %s"
  : "the curl samples of %s (skipped: there is no curl)";

describe.skipIf(!CURL).each(GENERATED)(title, (name, cwd, project) => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let api: Exported;
  let site: TestSite;
  beforeAll(async () => {
    folder = await temporaryFolder();
    const output = join(folder.path, "client");
    const whole = { ...project, output };
    site = await siteOf(whole, cwd);
    if (name === "Stripe") api = await load(folder.path, join(ROOT, "generated/src"));
    else {
      const built = await build(whole, { cwd });
      await mkdir(folder.path, { recursive: true });
      await writeOutput(output, built.output, built.manifest);
      api = await load(folder.path, output);
    }
  });
  afterAll(() => folder.remove());

  it.each([
    ["plain", undefined],
    ["expanded", ["first.path", "second"]],
  ] as const)("are what the client sends: %s", async (_, paths) => {
    await using curl = await record();
    await using own = await record();
    const { model, operations } = site;
    const asked: Operation[] = [];
    const commands: string[] = [];
    for (const [n, page] of operations.entries()) {
      const operation = model.operations[n];
      const sample = page.samples.find(({ id }) => id === "curl");
      const text = paths === undefined ? sample?.text : expandedText(sample?.expanded, paths);
      if (operation === undefined || text === undefined) continue;
      asked.push(operation);
      commands.push(
        text.replace(
          /https:\/\/[^/?' ]+(?:\/v[23](?=\/(?:books|loans|pictures|sounds)))?/,
          curl.url,
        ),
      );
    }
    // Only Stripe's document says what can be expanded.
    expect(asked.length > 0).toBe(paths === undefined || name === "Stripe");
    await runAll(folder.path, commands);
    for (const operation of asked) await clientSends(api, model, operation, own.url, paths);
    expect(curl.sent).toHaveLength(asked.length);
    expect(own.sent).toHaveLength(asked.length);
    for (const [n, one] of curl.sent.entries()) {
      expect({ name: asked[n]?.name, ...one }).toEqual({ name: asked[n]?.name, ...own.sent[n] });
    }
  });
});

/** What the page's script makes of it. */
function expandedText(
  expanded:
    { readonly text: string; readonly each: string; readonly separator: string } | undefined,
  paths: readonly string[],
): string | undefined {
  if (expanded === undefined) return undefined;
  const parts = paths.map((path, n) =>
    expanded.each.replaceAll(PATH, path).replaceAll(NUMBER, String(n)),
  );
  return expanded.text.replace(expanded.each, () => parts.join(expanded.separator));
}
