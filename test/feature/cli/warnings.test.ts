/** Warnings: told by each run, also by one that has nothing to do, unless the configuration acknowledges them. */
import { afterEach, beforeEach, expect, it } from "vitest";
import { unfold } from "../../support/cli.js";
import { smallProject, type SmallProject } from "../../support/project.js";

const DOCUMENT = `openapi: 3.1.0
info: { title: Odd, version: "1" }
resposnes: {}
paths: {}
components:
  schemas:
    Thing: { type: object, proprties: {} }
`;

let project: SmallProject;
beforeEach(async () => {
  project = await smallProject();
  await project.write("api.yaml", DOCUMENT);
});
afterEach(() => project.remove());

const odd = { name: "odd", document: "api.yaml", output: "client" };
const configure = (more: object = {}) =>
  project.write("unfold.config.json", JSON.stringify({ projects: [{ ...odd, ...more }] }));
const run = (...args: string[]) => unfold(args, { cwd: project.cwd });

it("are the same in a run that has nothing to do, which is still skipped", async () => {
  await configure();
  const first = await run("generate");
  expect(first.stderr.match(/^warning: /gm)).toHaveLength(2);
  const second = await run("generate");
  expect(second.stderr).toBe(first.stderr);
  const third = JSON.parse((await run("generate", "--json")).stdout);
  expect(third).toMatchObject({ made: 0, written: 0 });
});

it.each([
  [[{ code: "unknown-keyword" }], []],
  [[{ code: "unknown-keyword", pointer: "/components/schemas/Thing/proprties" }], ["resposnes"]],
  [[{ code: "unknown-keyword", pointer: "#/components/schemas/Thing/proprties" }], ["resposnes"]],
  [[{ code: "other-code" }], ["resposnes", "proprties"]],
  [[{ code: "unknown-keyword", pointer: "/components" }], ["resposnes", "proprties"]],
])("are left out where they are acknowledged: %j", async (acknowledged, left) => {
  await configure({ acknowledged });
  const { stderr } = await run("generate");
  expect(Array.from(stderr.matchAll(/^warning: "(\w+)"/gm), ([, key]) => key)).toEqual(left);
  const strict = await run("generate", "--strict");
  expect(strict.code).toBe(left.length === 0 ? 0 : 3);
});

it("cannot be acknowledged without a code", async () => {
  await configure({ acknowledged: [{ pointer: "/paths" }] });
  const { code, stderr } = await run("generate");
  expect(code).toBe(2);
  expect(stderr).toContain('projects.0.acknowledged.0 lacks "code"');
});

it("has notes beside them, which neither --strict refuses nor --quiet tells", async () => {
  const page = "{ type: array, items: { type: string } }";
  await project.write(
    "api.yaml",
    `openapi: 3.1.0
info: { title: Pages, version: "1" }
paths:
  /names:
    get:
      operationId: listNames
      parameters: [{ name: page, in: query, schema: { type: integer } }]
      responses: { "200": { description: x, content: { application/json: { schema: ${page} } } } }
`,
  );
  await configure();
  const first = await run("generate", "--strict");
  expect(first.stderr).toMatch(/^note: .*\[pagination-possible\]/);
  expect(first.code).toBe(0);
  expect((await run("generate")).stderr).toBe(first.stderr);
  expect((await run("generate", "--quiet")).stderr).toBe("");
});
