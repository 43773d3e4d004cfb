/** The shapes that a configuration can give to calls: grouped, and as methods of resources by tag. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Program, start } from "./program.js";

describe("grouped calls", () => {
  let program: Program;
  beforeAll(async () => {
    program = await start("grouped");
  });
  afterAll(() => program[Symbol.asyncDispose]());

  it.each([
    ["nothing", "GET /status", ""],
    ["all", "GET /pets", ""],
    ["some", "GET /pets?limit=3", ""],
    ["add", "POST /pets", '{"name":"Rex"}'],
    ["toy", "GET /pets/p/toys/t", ""],
    ["update", "PUT /pets/p%2F1/toys/.a,b?dry=true", '{"a":1}'],
    ["updateText", "PUT /pets/p%2F1/toys/.a,b?dry=true", "text"],
    ["method", "PUT /pets/p%2F1/toys/.a,b?dry=true", '{"a":1}'],
    ["rawUpdate", "PUT /pets/p%2F1/toys/.a,b?dry=true", '{"a":1}'],
    ["methodWithOptions", "GET /pets?limit=3", ""],
  ])("%s sends %s", async (name, line, body) => {
    const received = await program.sent(name);
    expect(`${received.method} ${received.url}`).toBe(line);
    expect(received.body.toString()).toBe(body);
    if (/nothing|Options/.test(name)) expect(received.headers["x"]).toBe("1");
    if (/update|^method$/i.test(name)) {
      expect(received.headers).toMatchObject({ "x-trace": "t", cookie: "session=s" });
    }
  });
});

it("makes resources of tags", async () => {
  await using program = await start("tags");
  await program.run("calls");
  expect(program.received.map(({ method, url }) => `${method} ${url}`)).toEqual([
    ...["GET", "PUT", "DELETE", "PATCH"].map((method) => `${method} /a/1`),
    ...["GET", "PUT", "POST", "DELETE"].map((method) => `${method} /b`),
    ..."cdef".split("").map((path) => `GET /${path}`),
    "GET /v1/untagged/1",
    "GET /g",
    "GET /h",
    "GET /__proto__",
  ]);
});
