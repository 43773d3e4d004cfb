/** Redirects that a document has: results, or followed without a credential to another origin. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Handler, ok, serve } from "../../support/servers/server.js";
import { type Program, start } from "../operations/program.js";

const to =
  (status: number, location?: string): Handler =>
  (response) => {
    response.writeHead(status, location === undefined ? {} : { location });
    response.end("moved");
  };

let responses: Handler[] = [];
let program: Program;
let other: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  program = await start("redirects", (...request) =>
    (responses.shift() ?? ok({ name: "Rex" }))(...request),
  );
  other = await serve(ok({ name: "Other" }));
});
let before = 0;
beforeEach(() => {
  before = program.received.length;
});
afterAll(async () => {
  await program[Symbol.asyncDispose]();
  await other[Symbol.asyncDispose]();
});

describe("as a result", () => {
  it.each([
    ["archive", 302, "https://a.test/b?c=d", [302, "https://a.test/b?c=d"]],
    ["archive", 301, undefined, [301, undefined]],
    ["archive", 307, "javascript:alert(1)", [307, undefined]],
    ["pet", 303, "https://a.test/", "https://a.test/"],
    ["pet", 200, undefined, "Rex"],
  ])("%s has %i to %s", async (name, status, location, want) => {
    responses = status === 200 ? [] : [to(status, location)];
    expect(await program.run(name)).toEqual(want);
    expect(program.received.slice(before)).toHaveLength(1);
  });

  it("has an absolute place", async () => {
    responses = [to(302, "../b")];
    expect(await program.run("archive")).toEqual([302, expect.stringMatching(/^http:\/\/.*\/b$/)]);
  });

  it("is an error where the document has none", async () => {
    responses = [to(304)];
    await expect(program.run("same")).rejects.toMatchObject({ type: "ApiError", status: 304 });
    responses = [to(302, "/pet")];
    await expect(program.run("same")).rejects.toMatchObject({ type: "ApiError", status: 302 });
  });
});

describe("followed", () => {
  it("keeps the headers at one origin", async () => {
    responses = [to(302, "/elsewhere"), to(301, "again?x=1")];
    expect(await program.run("followed")).toBe("Rex");
    expect(
      program.received
        .slice(before)
        .map(({ method, url, headers }) => [method, url, headers.authorization]),
    ).toEqual([
      ["GET", "/pet", "Bearer the-token"],
      ["GET", "/elsewhere", "Bearer the-token"],
      ["GET", "/again?x=1", "Bearer the-token"],
    ]);
  });

  it("takes no credential to another origin, nor back", async () => {
    responses = [to(302, `${other.url}/there`)];
    expect(await program.run("archived")).toBe('{"name":"Other"}');
    expect(other.received.map(({ url, headers }) => [url, headers.authorization])).toEqual([
      ["/there", undefined],
    ]);
    expect(JSON.stringify(other.received.map(({ headers }) => headers))).not.toContain("the-token");
  });

  it("turns a POST into a GET, and repeats no body", async () => {
    responses = [to(303, "/made")];
    expect(await program.run("added")).toBe("Rex");
    expect(
      program.received.slice(before).map(({ method, body }) => [method, body.toString()]),
    ).toEqual([
      ["POST", '{"name":"Rex"}'],
      ["GET", ""],
    ]);
    responses = [to(307, "/made")];
    await expect(program.run("added")).rejects.toMatchObject({ type: "ApiError", status: 307 });
  });

  it("ends where it goes round in a cycle, and where there is nothing", async () => {
    responses = Array.from({ length: 40 }, () => to(302, "/pet"));
    await expect(program.run("followed")).rejects.toMatchObject({ status: 302 });
    expect(program.received.slice(before)).toHaveLength(21);
    responses = [to(302, "/gone"), to(404)];
    await expect(program.run("followed")).rejects.toMatchObject({ status: 404 });
  });
});
