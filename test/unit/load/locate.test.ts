import { expect, test } from "vitest";
import { load } from "../../../generator/load/index.js";
import { folder } from "./folder.js";

const document = `openapi: 3.1.0
info:
  title: A
  version: '1'
paths:
  /a:
    parameters:
      - { name: one, in: query }
      - { name: two, in: query }
      - { name: three, in: query }
      - { name: four, in: query }
  /b: { $ref: 'paths.yaml#/b', description: here }
  /d: { $ref: '#/paths/~1a' }
components:
  schemas:
    A: { $ref: 'pet.json' }
`;

const overlay = `overlay: 1.1.0
info: { title: Overlay, version: '1' }
actions:
  - target: $.info
    update:
      title: Replaced
      contact: { name: New }
  - target: $.paths['/a'].parameters[?@.name == 'one' || @.name == 'three']
    remove: true
  - target: $.paths['/a'].parameters
    update:
      - { name: five, in: query }
      - { name: six, in: query }
  - target: $.paths['/a']
    update: { summary: new }
  - target: $.paths['/d']
    update: { description: beside }
  - target: $.paths['/a'].parameters[1]
    update: { required: true }
  - target: $.paths
    update: { /copy: {} }
  - target: $.paths['/copy']
    copy: $.paths['/a']
`;

const files = {
  "openapi.yaml": document,
  "a.overlay.yaml": overlay,
  "paths.yaml": "b:\n  summary: there\n  get:\n    responses: {}\n",
  "pet.json": '{\n  "properties": {\n    "name": { "type": "string" }\n  }\n}\n',
};

test.each([
  // What stayed where it was.
  ["", "openapi.yaml", 1, 1, ""],
  ["/info", "openapi.yaml", 2, 1, "/info"],
  ["/info/version", "openapi.yaml", 4, 3, "/info/version"],
  // What an overlay brought.
  ["/info/title", "a.overlay.yaml", 6, 7, "/actions/0/update/title"],
  ["/info/contact/name", "a.overlay.yaml", 7, 18, "/actions/0/update/contact/name"],
  // What moved in its array.
  ["/paths/~1a/parameters/0/name", "openapi.yaml", 9, 11, "/paths/~1a/parameters/1/name"],
  ["/paths/~1a/parameters/1/name", "openapi.yaml", 11, 11, "/paths/~1a/parameters/3/name"],
  ["/paths/~1a/parameters/1/required", "a.overlay.yaml", 19, 15, "/actions/5/update/required"],
  ["/paths/~1a/parameters/2", "a.overlay.yaml", 12, 9, "/actions/2/update/0"],
  ["/paths/~1a/parameters/3/name", "a.overlay.yaml", 13, 11, "/actions/2/update/1/name"],
  // A copy is where its original is.
  ["/paths/~1copy", "a.overlay.yaml", 21, 15, "/actions/6/update/~1copy"],
  ["/paths/~1copy/parameters/0/name", "openapi.yaml", 9, 11, "/paths/~1a/parameters/1/name"],
  ["/paths/~1copy/parameters/1/required", "a.overlay.yaml", 19, 15, "/actions/5/update/required"],
  ["/paths/~1copy/parameters/3/name", "a.overlay.yaml", 13, 11, "/actions/2/update/1/name"],
  // What was brought in from another file.
  ["/components/schemas/A/properties/name", "pet.json", 3, 5, "/properties/name"],
  ["/components/schemas/A", "pet.json", 1, 1, ""],
  ["/paths/~1b/get/responses", "paths.yaml", 4, 5, "/b/get/responses"],
  ["/paths/~1b/description", "openapi.yaml", 12, 32, "/paths/~1b/description"],
  ["/paths/~1d/summary", "a.overlay.yaml", 15, 15, "/actions/3/update/summary"],
  ["/paths/~1d/description", "a.overlay.yaml", 17, 15, "/actions/4/update/description"],
  ["/paths/~1d/parameters/0/name", "openapi.yaml", 9, 11, "/paths/~1a/parameters/1/name"],
  // What is not there.
  ["/info/title/nothing", "a.overlay.yaml", 6, 7, "/actions/0/update/title"],
  ["/nothing/at/all", "openapi.yaml", 1, 1, ""],
  ["no pointer", "openapi.yaml", 1, 1, ""],
])("%j is at %s:%i:%i", async (pointer, file, line, column, inFile) => {
  const { locate } = await load("openapi.yaml", {
    cwd: folder(files),
    overlays: ["a.overlay.yaml"],
  });
  expect(locate(pointer)).toEqual({ file, line, column, pointer: inFile });
});

test("YAML positions lead through aliases and merge keys", async () => {
  const yaml = `openapi: 3.1.0
x-a: &a
  description: shared
  x-b: { c: 1 }
x-copy: *a
x-merged:
  d: 1
  <<: [*a, { e: 2 }]
`;
  const { document: merged, locate } = await load("a.yaml", { cwd: folder({ "a.yaml": yaml }) });
  expect(Object.keys(merged["x-merged"] as object)).toEqual(["d", "description", "x-b", "e"]);
  expect(locate("/x-copy/x-b/c")).toMatchObject({ line: 4, column: 10 });
  expect(locate("/x-merged/description")).toMatchObject({ line: 3, column: 3 });
  expect(locate("/x-merged/e")).toMatchObject({ line: 8, column: 14 });
  expect(locate("/x-merged/d")).toMatchObject({ line: 7, column: 3 });
});
