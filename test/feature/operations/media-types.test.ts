/** Several media types in one operation, and several statuses with bodies of their own. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Handler } from "../../support/servers/server.js";
import { type Program, start } from "./program.js";

let handler: Handler;
const responding =
  (status: number, type: string | undefined, body?: string): Handler =>
  (response) => {
    response.writeHead(status, type === undefined ? {} : { "content-type": type });
    response.end(body);
  };

let program: Program;
beforeAll(async () => {
  program = await start("media-types", (...request) => handler(...request));
});
afterAll(() => program[Symbol.asyncDispose]());

describe("the body", () => {
  beforeAll(() => {
    handler = responding(202, undefined);
  });

  it.each([
    ["json", "application/json", '{"name":"Rex"}'],
    ["namedJson", "application/json", '{"name":"Rex"}'],
    ["xml", "application/xml", "<pet/>"],
    ["vendor", "application/vnd.pet+json", '{"name":"Rex"}'],
    ["form", "application/x-www-form-urlencoded", "name=Rex&age=3"],
    ["grouped", "application/json", '{"name":"Rex"}'],
    ["groupedCsv", "text/csv", "Rex,3"],
    ["photo", "image/png", "png"],
    ["any", "application/vnd.a+json", '{"a":1}'],
    ["rawAny", "application/vnd.raw+json", '{"a":1}'],
    ["anyPet", "application/json", '{"name":"Rex"}'],
    ["anyText", "application/yaml", "name: Rex"],
    ["file", "application/json; charset=utf-8", '{"a":1}'],
    ["cover", "application/json", '{"name":"Rex"}'],
    ["coverImage", "image/gif", "gif"],
    ["coverText", "text/plain", "Rex"],
  ])("%s is sent as %s", async (name, type, body) => {
    handler = /any$/i.test(name)
      ? responding(200, "application/json", "{}")
      : responding(202, undefined);
    const received = await program.sent(name);
    expect(received.headers["content-type"]).toBe(type);
    expect(received.body.toString()).toBe(body);
  });

  it("has no media type where there is none", async () => {
    const { headers, body } = await program.sent("nothing");
    expect([headers["content-type"], body.toString()]).toEqual([undefined, ""]);
  });

  it.each([
    [undefined, "none is given"],
    ["", '"" is not'],
    ["image/*", '"image/*" is not'],
    ["*/*", '"*/*" is not'],
    ["text/plain", '"text/plain" is not'],
    ["image", '"image" is not'],
    ["image/", '"image/" is not'],
    ["toString", '"toString" is not'],
  ])("is refused where %j is chosen of a range", async (chosen, what) => {
    const before = program.received.length;
    const message = `contentType: must be a media type of image/*; ${what}`;
    await expect(program.run("typed", chosen)).rejects.toThrow(new TypeError(message));
    expect(program.received).toHaveLength(before);
  });

  it("of the raw client is refused where no header tells its media type", async () => {
    const message = "contentType: must be a media type of application/*+json; none is given";
    await expect(program.run("rawUntold")).rejects.toThrow(new TypeError(message));
  });

  it("is multipart where that is chosen, beside other options", async () => {
    const { headers, body } = await program.sent("multipart");
    expect(headers["content-type"]).toMatch(/^multipart\/form-data; boundary=/);
    expect(headers["x-trace"]).toBe("1");
    expect(body.toString()).toMatch(/name="name"\r\n\r\nRex\r\n/);
    expect(body.toString()).toMatch(/filename="blob"\r\nContent-Type: image\/jpeg\r\n\r\njpg\r\n/);
  });
});

describe("the response", () => {
  it.each([
    ["json", 200, "application/json", '{"name":"Rex"}', "Rex"],
    ["json", 201, "application/json", '{"receipt":"r1"}', "r1"],
    ["json", 202, undefined, undefined, "later"],
    ["json", 204, undefined, undefined, "later"],
    ["mixed", 200, "application/json; charset=utf-8", '{"receipt":"r1"}', { receipt: "r1" }],
    ["mixed", 206, "text/csv", "a,b", { csv: "a,b" }],
    ["name", 200, "application/vnd.name+json", '"Rex"', "Rex"],
    ["photo", 299, "text/plain", "stored", "stored"],
  ])("of %s with %i %s", async (name, status, type, body, expected) => {
    handler = responding(status, type, body);
    expect(await program.run(name)).toEqual(expected);
  });

  it.each([
    ["json", "application/json", "<html>"],
    ["mixed", "application/json", "<html>"],
    ["report", "application/json", "<html>"],
  ])("of %s that is not %s is an error, with what it is", async (name, type, body) => {
    handler = responding(200, type, body);
    await expect(program.run(name)).rejects.toMatchObject({ type: "ApiError", status: 200, body });
  });

  it.each([
    ["report", "application/json", "application/json", '{"receipt":"r1"}', { receipt: "r1" }],
    ["csv", "text/csv", "text/csv", "a,b", "a,b"],
    ["pdf", "application/pdf", "application/pdf", "%PDF", { text: "%PDF", status: 200 }],
    ["mixed", "application/json, text/csv", "text/csv", "a,b", { csv: "a,b" }],
    ["name", "application/vnd.name+json", "application/json", '"Rex"', "Rex"],
  ])("of %s is asked for as %s", async (name, accept, type, body, expected) => {
    handler = responding(200, type, body);
    expect(await program.run(name)).toEqual(expected);
    expect(program.received.at(-1)?.headers.accept).toBe(accept);
  });
});
