/** Two branches change different schemas and generate: git merges what both have written. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, it } from "vitest";
import { unfold } from "../../support/cli.js";
import { smallProject, type SmallProject } from "../../support/project.js";

const execute = promisify(execFile);

let project: SmallProject;
beforeEach(async () => {
  project = await smallProject();
});
afterEach(() => project.remove());

/** Neighbours in every list: git takes changes of neighbouring lines for one place. */
const NAMES = ["apple", "banana", "cherry", "date", "elder", "fig"];

const paths = NAMES.map(
  (name) => `  /${name}s/{id}:
    get:
      operationId: get_${name}
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses:
        "200":
          description: ok
          content: { application/json: { schema: { $ref: "#/components/schemas/${name}" } } }
`,
);

function schemas(added: Readonly<Record<string, string>>): string {
  return NAMES.map(
    (name) => `    ${name}:
      type: object
      properties:
        id: { type: string }
        weight: { type: number }
${added[name] ?? ""}`,
  ).join("");
}

const document = (added: Readonly<Record<string, string>>): string =>
  `openapi: 3.1.0
info: { title: Fruit, version: "1" }
servers: [{ url: "https://fruit.example" }]
paths:
${paths.join("")}components:
  schemas:
${schemas(added)}`;

async function git(...args: string[]): Promise<string> {
  const identity = [
    "-c",
    "user.name=a",
    "-c",
    "user.email=a@example.com",
    "-c",
    "commit.gpgsign=false",
  ];
  const { stdout } = await execute("git", [...identity, ...args], { cwd: project.cwd });
  return stdout;
}

async function commit(added: Readonly<Record<string, string>>): Promise<void> {
  await project.write("api.yaml", document(added));
  const { code, stderr } = await unfold(["generate"], { cwd: project.cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  await git("add", "--all");
  await git("commit", "--quiet", "--message", "generate");
}

it("merges without a conflict, and the result is what the generator makes", async () => {
  const small = { name: "small", document: "api.yaml", output: "client", raw: true, testing: true };
  await project.write("unfold.config.json", JSON.stringify({ projects: [small] }));
  await project.write(".gitignore", "node_modules\n");
  await git("init", "--quiet", "--initial-branch", "main");
  await commit({});
  await git("checkout", "--quiet", "-b", "one");
  await commit({ banana: "        ripe: { type: boolean }\n" });
  await git("checkout", "--quiet", "-b", "other", "main");
  await commit({ cherry: "        sour: { type: boolean }\n" });

  expect(await git("merge", "--no-edit", "one").catch((error) => error.stdout)).toMatch(
    /^Merge made/m,
  );
  expect(await project.read("client/schemas/banana.ts")).toContain("ripe?: boolean");
  expect(await project.read("client/schemas/cherry.ts")).toContain("sour?: boolean");
  const check = await unfold(["check"], { cwd: project.cwd });
  expect(check).toMatchObject({ code: 0, stdout: "small: fresh\n" });

  // The next run puts the manifest in order.
  await unfold(["generate"], { cwd: project.cwd });
  expect(await git("status", "--short")).toBe(" M client/.unfold.json\n");
  const { files } = JSON.parse(await project.read("client/.unfold.json"));
  expect(files.filter((line: string) => /schemas\/(banana|cherry)\.ts/.test(line))).toHaveLength(2);
});
