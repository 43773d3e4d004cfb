/** A folder with a pinned document for each test, and `unfold` in it. */
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import type { RequestListener } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach } from "vitest";
import { type Finished, unfold } from "../../support/cli.js";

export const DOCUMENT = `
openapi: 3.1.0
info: { title: Small, version: "2024-01-01" }
paths:
  /things/{id}:
    get:
      operationId: getThing
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses:
        "200": { description: x, content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } } }
components:
  schemas:
    Thing: { type: object, properties: { name: { type: string }, size: { type: integer } } }
`;
export const NEXT = DOCUMENT.replace("2024-01-01", "2024-02-01").replace(
  "name: { type: string }, ",
  "",
);

export const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");
export const PINNED = {
  $comment: "kept",
  source: "api.yaml",
  sha256: hashOf(DOCUMENT),
  apiVersion: "2024-01-01",
};

const NO_PROXIES = Object.fromEntries(
  ["HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY"].flatMap((name) => [
    [name, ""],
    [name.toLowerCase(), ""],
  ]),
);

let cwd: string;

/** Makes the folder before each test of a file, and deletes it after. */
export function pullFolder(): void {
  beforeEach(async () => {
    cwd = await mkdtemp(join(tmpdir(), "unfold-pull-"));
    await mkdir(inFolder("node_modules"));
    await mkdir(inFolder("spec"));
    await write("spec/api.yaml", DOCUMENT);
    await write("spec/source.json", JSON.stringify(PINNED));
    await configure(["spec/source.json"]);
  });
  afterEach(() => rm(cwd, { recursive: true, force: true }));
}

export const inFolder = (path: string): string => join(cwd, path);
export const write = (path: string, text: string): Promise<void> => writeFile(inFolder(path), text);
export const read = (path: string): Promise<string> => readFile(inFolder(path), "utf8");
export const pin = async (): Promise<unknown> => JSON.parse(await read("spec/source.json"));
export const run = (...args: string[]): Promise<Finished> => runWith({}, ...args);

export function runWith(env: Record<string, string>, ...args: string[]): Promise<Finished> {
  // Node reads proxy settings of either case; the lower case wins.
  const lower = Object.fromEntries(Object.entries(env).map(([k, v]) => [k.toLowerCase(), v]));
  return unfold(args, { cwd, env: { ...NO_PROXIES, ...env, ...lower } });
}

export function configure(documents: readonly string[]): Promise<void> {
  const info = { name: "small", version: "1.4.2", description: "", license: "MIT" };
  const projects = documents.map((document, n) => ({
    name: n === 0 ? "small" : `small-${n}`,
    document,
    output: n === 0 ? "client" : `client-${n}`,
    package: info,
  }));
  return write("unfold.config.json", JSON.stringify({ projects }));
}

export const responding =
  (text: string | Buffer): RequestListener =>
  (_, response) =>
    void response.end(text);
