/** Paths with a query or a fragment: what is sent, and which operation it is. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { format } from "../../../generator/support/diagnostic.js";
import { modelOf } from "../../support/model.js";
import { type Program, start } from "../operations/program.js";

let program: Program;
beforeAll(async () => {
  program = await start("paths");
});
afterAll(() => program[Symbol.asyncDispose]());

it.each([
  ["find", "/rest?method=find&page=2&to=/a?b=c"],
  ["findBare", "/rest?method=find"],
  ["all", "/rest?method=all&deep"],
  ["file", "/export/l%2F1?file=a%26b%3Fc"],
  ["search", "/search?kind=pet&q=x"],
  ["share", "/files/a%23b%3Fc?fields=f"],
  ["unshare", "/files/a%23b%3Fc"],
  ["upload", "/upload"],
  ["rawFind", "/rest?method=find&page=2"],
  ["rawUnshare", "/files/a%23b%3Fc?fields=f"],
  ["rawSearch", "/search?kind=pet&q=x"],
])("of %s is sent as %s", async (name, url) => {
  expect((await program.sent(name)).url).toBe(url);
});

it("tell a test's fetch which operation is called", async () => {
  expect(await program.run("called")).toEqual([
    "GET /rest?method=find",
    "GET /rest?method=all&deep",
    "GET /export/{list}?file={file}",
    "GET /search?q={q}&kind=pet",
    "PUT /files/{id}#share",
    "PUT /files/{id}#unshare",
    "PUT /files/{id}#unshare",
    "POST /upload#env/{env}?x",
  ]);
});

const AMBIGUOUS = expect.stringContaining(
  "it may be PUT /files/{id}#share or PUT /files/{id}#unshare, which no request tells; give an override for one of them",
);

it.each<[readonly string[], unknown]>([
  [[], AMBIGUOUS],
  [["PUT /files/{id}#unshare"], ["PUT /files/{id}#unshare"]],
  [["PUT /files/{id}#share"], ["PUT /files/{id}#share"]],
  [["PUT /files/{id}#share", "PUT /files/{id}#unshare"], AMBIGUOUS],
])("with a fragment are those that have an override (%j), or none", async (keys, want) => {
  expect(await program.run("asked", ...keys)).toEqual(want);
});

it.each([
  ["/a?b=c", "path-with-query", '"b=c" is sent before the query parameters'],
  ["/a#b", "path-with-fragment", '"#b" is not sent'],
])("%s is told when generating", (path, code, hint) => {
  const { warnings } = modelOf({ paths: { [path]: { get: { operationId: "a" } } } });
  expect(warnings.map((warning) => warning.code)).toEqual([code]);
  expect(warnings[0]?.location?.pointer).toBe(`/paths/${path.replace("/", "~1")}`);
  expect(warnings.map(format).join()).toContain(hint);
});
