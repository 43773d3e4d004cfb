/** Parameters in every place and of every name. Their styles are the business of test/feature/wire/styles. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Program, start } from "./program.js";

let program: Program;
beforeAll(async () => {
  program = await start("parameters");
});
afterAll(() => program[Symbol.asyncDispose]());

it("are JSON where the document gives their content", async () => {
  const json = "%7B%22name%22%3A%22a%20b%2Fc%22%7D";
  const { url, headers } = await program.sent("content");
  expect(url).toBe(`/content/${json}?filter=${json}`);
  expect(headers["x-filter"]).toBe('{"name":"a b/c"}');
  expect(headers.cookie).toBe(`filter=${json}`);
});

it("may have one name in several places", async () => {
  const { url, headers } = await program.sent("same");
  expect(url).toBe("/same/path?id=1&limit=2");
  expect(headers["id"]).toBe("true");
  expect(headers.cookie).toBe("id=a; id=b");
});

it.each([
  ["odd", "/odd/u%2F1/2/c/x?filter%5Bname%5D=n&%24top=1&a%20b%26c=d&__proto__=p"],
  ["shadowed", "/shadow/r/c/o/p/a/n"],
  ["shadowing", "/shadow"],
  ["shadowingAt", "/shadow"],
  ["shadowingRaw", "/shadow"],
  ["repeated", "/twice/i%2Fd/of/i%2Fd"],
])("may have any name: %s", async (name, url) => {
  expect((await program.sent(name)).url).toBe(url);
});

it("are sent with a body whatever the method", async () => {
  const { method, body } = await program.sent("repeated");
  expect(`${method} ${body}`).toBe('DELETE {"body":1}');
});

it("are not headers that the client sets itself", async () => {
  const { headers } = await program.sent("headers");
  expect(headers).toMatchObject({ "x-old": "old" });
  expect(headers.authorization).toBeUndefined();
  await program.sent("noHeaders");
});
