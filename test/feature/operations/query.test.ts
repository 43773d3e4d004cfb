/** The method QUERY (OpenAPI 3.2, "Path Item Object"): safe, and with a body. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Handler, ok } from "../../support/servers/server.js";
import { type Program, start } from "./program.js";

const pets = ok([{ name: "Rex" }]);
let handler: Handler;
let program: Program;
beforeAll(async () => {
  program = await start("query", (...request) => handler(...request));
});
afterAll(() => program[Symbol.asyncDispose]());
beforeEach(() => {
  handler = pets;
});

describe("QUERY", () => {
  it.each(["node", "fetched"])("is sent with its body over %s", async (name) => {
    expect(await program.run(name)).toEqual([{ name: "Rex" }]);
    const { method, url, headers, body } = program.received.at(-1) ?? {};
    expect([method, url, body?.toString()]).toEqual(["QUERY", "/pets", '{"name":"Rex"}']);
    expect(headers?.["content-type"]).toBe("application/json");
  });

  it("is a method of the raw client", async () => {
    expect(await program.run("raw")).toEqual([{ name: "Rex" }]);
    expect(program.received.at(-1)?.method).toBe("QUERY");
  });

  it("has parameters beside the body", async () => {
    handler = (response) => response.writeHead(204).end();
    const { method, url, body } = await program.sent("shop");
    expect([method, url, body.toString()]).toEqual(["QUERY", "/shops/s1?limit=2", "select 1"]);
  });

  it("is sent again, for it changes nothing", async () => {
    const before = program.received.length;
    handler = (response) => {
      handler = pets;
      response.writeHead(503).end();
    };
    expect(await program.run("node")).toEqual([{ name: "Rex" }]);
    expect(program.received.slice(before).map(({ method }) => method)).toEqual(["QUERY", "QUERY"]);
  });

  it("is known to the test fetch, with numbers that are put together of parts", async () => {
    expect(await program.run("tested")).toEqual(["string"]);
  });
});

it("has the items of `itemSchema`", async () => {
  handler = (response) => {
    response.writeHead(200, { "content-type": "application/jsonl" });
    response.end('{"name":"a"}\n{"name":"b"}\n');
  };
  expect(await program.run("lines")).toEqual(["a", "b"]);
});
