/** Headers of responses: what the document has of them is typed; `fixtures/headers/program.ts` holds the types. */
import { expect, it } from "vitest";
import { ok } from "../../support/servers/server.js";
import { start } from "./program.js";

it("gives each response its headers", async () => {
  const headers = { "x-total": "3", location: "/pets/1", etag: "e1" };
  await using program = await start("headers", ok([], 200, headers));
  expect(await program.run("headers")).toEqual({
    total: "3",
    link: null,
    sure: null,
    other: "application/json",
    all: true,
    location: "/pets/1",
    after: null,
    tag: "e1",
  });
});
