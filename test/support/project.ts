/** A project of one small document in a folder of its own. */
import { mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const DOCUMENT = `
openapi: 3.1.0
info: { title: Small, version: "1" }
servers: [{ url: "https://small.test" }]
paths:
  /things/{id}:
    get:
      operationId: getThing
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses:
        "200": { description: x, content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } } }
components:
  schemas:
    Thing: { type: object, properties: { name: { type: string } } }
    Other: { type: object, properties: { size: { type: integer } } }
`;

export interface SmallProject {
  readonly cwd: string;
  write(path: string, text: string): Promise<void>;
  read(path: string): Promise<string>;
  remove(): Promise<void>;
}

/** The folder holds `api.yaml`, a configuration that writes `client`, and a place for the cache. */
export async function smallProject(): Promise<SmallProject> {
  const cwd = await realpath(await mkdtemp(join(tmpdir(), "unfold-flow-")));
  const project: SmallProject = {
    cwd,
    write: (path, text) => writeFile(join(cwd, path), text),
    read: (path) => readFile(join(cwd, path), "utf8"),
    remove: () => rm(cwd, { recursive: true, force: true }),
  };
  // The cache of earlier runs is kept in the nearest node_modules.
  await mkdir(join(cwd, "node_modules"));
  await project.write("api.yaml", DOCUMENT);
  const projects = [{ name: "small", document: "api.yaml", output: "client" }];
  await project.write("unfold.config.json", JSON.stringify({ projects }));
  return project;
}

/** Path → text of every file in a folder; undefined where there is no folder. */
export async function textsIn(folder: string): Promise<ReadonlyMap<string, string> | undefined> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => {});
  if (entries === undefined) return undefined;
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const texts = await Promise.all(paths.map((path) => readFile(path, "utf8")));
  return new Map(paths.map((path, n) => [path.slice(folder.length + 1), texts[n] ?? ""]));
}
