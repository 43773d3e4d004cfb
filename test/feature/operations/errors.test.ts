/** Errors: typed by operation and status, and known in every copy of the client. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Handler, ok, stall } from "../../support/servers/server.js";
import { type Program, start } from "./program.js";

let handler: Handler;
let program: Program;
/** The same client once more, as the CommonJS form beside the ESM form of a package. */
let copy: Program;
beforeAll(async () => {
  program = await start("errors", (...request) => handler(...request));
  copy = await start("errors", (...request) => handler(...request));
});
afterAll(async () => {
  await program[Symbol.asyncDispose]();
  await copy[Symbol.asyncDispose]();
});

const text =
  (body: string, status: number): Handler =>
  (response) => {
    response.writeHead(status, { "content-type": "text/plain" });
    response.end(body);
  };

it.each<[string, Handler, unknown]>([
  ["get", ok({ id: "p1" }, 404), { missing: "p1" }],
  ["get", text("mine", 409), { taken: "mine" }],
  ["get", text("", 410), { gone: "" }],
  ["get", ok({ field: "id" }, 400), { wrong: "id" }],
  ["get", ok({ field: "id" }, 422), { wrong: "id" }],
  ["get", ok({ trace: "t" }, 500), { problem: { trace: "t" } }],
  ["get", ok({ trace: "t" }, 302), { other: 302 }],
  ["remove", ok({ field: "owner" }, 403), { field: "owner" }],
  ["remove", ok({ field: "owner" }, 418), { status: 418, body: { field: "owner" } }],
])("%s narrows by status: %#", async (name, given, expected) => {
  handler = given;
  expect(await program.run(name)).toEqual(expected);
});

describe("an error", () => {
  const CLASSES = ["ApiError", "ConnectionError", "TimeoutError"];
  const classesOf = (error: unknown, { member }: Program): string[] =>
    CLASSES.filter((name) => {
      const Class = member(name);
      return typeof Class === "function" && Object(error) instanceof Class;
    });

  it.each<[string, Handler, readonly string[]]>([
    ["failed", ok({}, 404), ["ApiError"]],
    ["unreachable", stall, ["ConnectionError"]],
    ["late", stall, ["ConnectionError", "TimeoutError"]],
  ])("that is %s is an instance of its classes in both copies", async (name, given, classes) => {
    handler = given;
    for (const thrower of [program, copy]) {
      const error = await thrower.run(name);
      for (const holder of [program, copy]) expect(classesOf(error, holder)).toEqual(classes);
    }
  });

  it("is not whatever looks like one, and a class made of one is itself", async () => {
    const Class = program.member("ApiError");
    if (typeof Class !== "function") throw new Error("ApiError is not a class");
    expect({ type: "ApiError", name: "ApiError" } instanceof Class).toBe(false);
    expect(new TypeError("no") instanceof Class).toBe(false);
    expect(classesOf(null, program)).toEqual([]);
    const Own = Object.assign(class extends (Class as typeof Error) {}, {});
    const own = Reflect.construct(Own, [new Response(null, { status: 404 }), {}]) as object;
    handler = ok({}, 404);
    const error = await program.run("failed");
    expect([own instanceof Own, own instanceof Class, (error as object) instanceof Own]).toEqual([
      true,
      true,
      false,
    ]);
  });
});
