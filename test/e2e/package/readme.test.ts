/** The package's README: every block of TypeScript in it compiles, and does what it says, against a server on loopback. */
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { serve } from "../../support/servers/loopback.js";
import { startStripeServer } from "../../support/servers/stripe-server.js";
import { run } from "../../support/typecheck.js";
import { packed } from "../../support/package/packed.js";

interface Block {
  readonly heading: string;
  readonly code: string;
}

let folder: string;
let readme: string;
let blocks: readonly Block[];

beforeAll(async () => {
  const client = await packed();
  readme = await readFile(join(client.folder, "node_modules/@unfold/stripe/README.md"), "utf8");
  blocks = blocksOf(readme);
  folder = await mkdtemp(join(client.folder, "readme-"));
  await mkdir(join(folder, "built"));
  await Promise.all(blocks.map(({ code }, n) => writeFile(join(folder, `${n}.ts`), whole(code))));
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify(CONFIG));
  await writeFile(join(folder, "start.js"), START);
}, 300_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const CONFIG = {
  compilerOptions: {
    target: "es2022",
    lib: ["es2022", "dom", "dom.iterable", "dom.asynciterable"],
    module: "nodenext",
    types: ["node"],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    verbatimModuleSyntax: true,
    outDir: "built",
  },
};

/** Sends what is meant for Stripe to the test's server, runs a block, and delivers a webhook to it. */
const START = `
import http from "node:http";
import https from "node:https";
https.request = ({ host, pathname, search }, options) => {
  if (!host.endsWith(".stripe.com")) throw new Error("a block calls " + host);
  return http.request(new URL(process.env.API + pathname + search), { ...options, agent: undefined });
};
const { POST } = await import(process.argv[2]);
if (POST) {
  const { generateTestHeader } = await import("@unfold/stripe");
  const object = { id: "cus_1", object: "customer", email: "ada@example.com" };
  const payload = JSON.stringify({ object: "event", type: "customer.created", data: { object } });
  const secret = process.env.STRIPE_WEBHOOK_SECRET;
  const headers = { "stripe-signature": await generateTestHeader({ payload, secret }) };
  const response = await POST(
    new Request("https://shop.example", { method: "POST", body: payload, headers }),
  );
  if (!response.ok) throw new Error("the webhook was not taken");
}
`;

function blocksOf(text: string): Block[] {
  const found: Block[] = [];
  for (const section of text.split(/^(?=#+ )/m)) {
    const heading = /^#+ (.*)/.exec(section)?.[1] ?? "";
    for (const [, code = ""] of section.matchAll(/^```ts\n([^]*?)^```$/gm)) {
      found.push({ heading, code });
    }
  }
  return found;
}

/** A block with the \`stripe\` that the first one makes, where it uses it and does not make one itself. */
function whole(code: string): string {
  if (/\bconst stripe\b/.test(code)) return code;
  const head = 'import Stripe from "@unfold/stripe";\n';
  const stripe = "const stripe = new Stripe(process.env.STRIPE_SECRET_KEY!);\n";
  return `${head}${/\bstripe\./.test(code) ? stripe : ""}${code}export {};\n`;
}

/** Runs all blocks under a heading; what they printed, and which requests they sent. */
async function runAll(heading: string): Promise<{ printed: string; sent: string[] }> {
  const stripe = await startStripeServer();
  onTestFinished(() => stripe[Symbol.asyncDispose]());
  const api = await serve(async (request, response) => {
    const { method = "", url = "" } = request;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    if (url === "/v1/files") return response.end('{ "id": "file_1", "object": "file" }');
    if (url === "/v1/quotes/qt_123/pdf") return response.end("%PDF");
    const body = method === "GET" ? {} : { body: Buffer.concat(chunks) };
    const headers = { "content-type": request.headers["content-type"] ?? "" };
    const relayed = await fetch(stripe.url + url, { method, headers, ...body });
    return response.writeHead(relayed.status).end(await relayed.text());
  });
  const env = {
    ...process.env,
    API: api.origin,
    STRIPE_SECRET_KEY: "sk_test_123",
    STRIPE_WEBHOOK_SECRET: "whsec_test",
  };
  let printed = "";
  for (const [n] of blocks.entries()) {
    if (blocks[n]?.heading !== heading) continue;
    const args = [join(folder, "start.js"), join(folder, "built", `${n}.js`)];
    printed += (await promisify(execFile)(process.execPath, args, { env })).stdout;
  }
  return { printed, sent: api.requests.map(({ method, url }) => `${method} ${url}`) };
}

const EXPIRE = "POST /v1/checkout/sessions/cs_test_123/expire";
const GET = "GET /v1/checkout/sessions/cs_test_123";

describe("the README of the package", () => {
  it("has nothing left to fill in, and says what it was made from", () => {
    expect(readme).not.toMatch(/\{\{|undefined/);
    expect(readme).toMatch(/^# @unfold\/stripe\n/);
    expect(readme).toContain("It speaks API version 2024-04-10");
  });

  it("compiles in full", async () => {
    expect(blocks.length).toBeGreaterThan(9);
    expect(await run("5.9", ["-p", folder, "--pretty", "false"])).toBe("");
  });

  it.each<[heading: string, printed: RegExp, sent: readonly string[]]>([
    ["@unfold/stripe", /^$/, [EXPIRE]],
    ["Two shapes", /^$/, [GET, EXPIRE]],
    ["Expand", /^ada@example.com\n$/, [EXPIRE]],
    ["Pages", /^cs_test_\w+\n(.*\n)*\d+ false\n$/, ["?limit=100", "?limit=10", ""].map(list)],
    ["Errors", /^session Only Checkout/, ["POST /v1/checkout/sessions/cs_test_completed/expire"]],
    ["Webhooks", /^ada@example.com\n$/, []],
    ["Files", /^file_1\n4\n$/, ["POST /v1/files", "GET /v1/quotes/qt_123/pdf"]],
    ["Coming from stripe-node", /^cus_\w+\n$/, [EXPIRE]],
    ["One request", /^(null|req_1)\n$/, [EXPIRE]],
    [
      "Testing your own code",
      /^cs_test_123 expired customer_1\n\[ 'customer' \]\ntrue\ncustomer.created\n$/,
      [],
    ],
  ])("does what it says: %s", async (heading, printed, sent) => {
    const done = await runAll(heading);
    expect(done.printed).toMatch(printed);
    expect(done.sent).toEqual(sent);
  });

  it("leaves no block untested", () => {
    const tested =
      /Two shapes|Coming from|Expand|Pages|Errors|Webhooks|Files|One request|Testing|@unfold/;
    expect(blocks.filter(({ heading }) => !tested.test(heading))).toEqual([]);
  });
});

function list(query: string): string {
  return `GET /v1/checkout/sessions${query}`;
}
