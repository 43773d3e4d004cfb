/** Prism, a mock server that checks requests: what it says of each. It is installed on demand, and not kept here. */
import { execFile, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const VERSION = "5.8.3";
const FOLDER = fileURLToPath(
  new URL(`../../../../node_modules/.tmp/prism-${VERSION}`, import.meta.url),
);
const ERRORS = "https://stoplight.io/prism/errors#";

export interface Prism extends AsyncDisposable {
  readonly url: string;
}

/** Serves a document on loopback. */
export async function startPrism(document: string): Promise<Prism> {
  await install();
  const port = await freePort();
  const cli = join(FOLDER, "node_modules/@stoplight/prism-cli/dist/index.js");
  const args = [cli, "mock", "-h", "127.0.0.1", "-p", String(port), "-v", "info", document];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  await new Promise<void>((resolve, reject) => {
    let said = "";
    const hear = (chunk: Buffer) => {
      if (said.includes("is listening")) return;
      said += String(chunk);
      if (said.includes("is listening")) resolve();
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    void ended.then(() => reject(new Error(`Prism does not start: ${said.slice(-2000)}`)));
  });
  return {
    url: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      child.kill();
      await ended;
    },
  };
}

/** Why Prism refuses a request; undefined where it does not. Its own trouble with a response is no refusal. */
export async function refusal(response: Response): Promise<string | undefined> {
  const violations = response.headers.get("sl-violations");
  const body = await response.text();
  const found = requestViolations(violations);
  if (found !== undefined) return found;
  if (!response.headers.get("content-type")?.startsWith("application/problem+json")) {
    return undefined;
  }
  const { type = "", detail = "", validation = [] } = problemOf(body);
  const kind = type.startsWith(ERRORS) ? type.slice(ERRORS.length) : "";
  if (response.status === 500 || kind === "" || kind === "NOT_FOUND") {
    return body === "" && response.status === 422 ? "UNPROCESSABLE_ENTITY" : undefined;
  }
  const all = validation.map(({ location, message }) => `${location.join(".")} ${message}`);
  return `${kind}: ${all.length === 0 ? detail : all.join("; ")}`;
}

interface Violation {
  readonly location: readonly string[];
  readonly severity: string;
  readonly message: string;
}

interface Problem {
  readonly type?: string;
  readonly detail?: string;
  readonly validation?: readonly Violation[];
}

function problemOf(text: string): Problem {
  try {
    return JSON.parse(text) as Problem;
  } catch {
    return {};
  }
}

function requestViolations(header: string | null): string | undefined {
  if (header === null) return undefined;
  if (header.startsWith("Too many")) return header.includes('["request"') ? header : undefined;
  const all = (JSON.parse(header) as Violation[]).filter(
    ({ location, severity }) => location[0] === "request" && severity === "Error",
  );
  if (all.length === 0) return undefined;
  return all.map(({ location, message }) => `${location.join(".")} ${message}`).join("; ");
}

async function install(): Promise<void> {
  if (existsSync(FOLDER)) return;
  const partial = `${FOLDER}.partial`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true });
  await writeFile(join(partial, "package.json"), '{ "private": true }');
  const args = ["install", "--no-audit", "--no-fund", `@stoplight/prism-cli@${VERSION}`];
  await promisify(execFile)("npm", args, { cwd: partial });
  await rename(partial, FOLDER);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
