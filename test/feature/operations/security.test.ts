/** Security schemes: the first alternative whose credentials the client has. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { ok } from "../../support/servers/server.js";
import { type Program, start } from "./program.js";

let program: Program;
beforeAll(async () => {
  program = await start("security");
});
afterAll(() => program[Symbol.asyncDispose]());

const ALL = {
  header: "h",
  query: "q&1",
  cookie: "c;1",
  basic: { username: "ada", password: "pässword" },
  bearer: "b",
};
const BASIC = `Basic ${Buffer.from("ada:pässword").toString("base64")}`;

/** What of a request carries credentials. */
interface Credentials {
  readonly url?: string;
  readonly "x-key"?: string;
  readonly cookie?: string;
  readonly authorization?: string;
}

it.each<[string, object, Credentials]>([
  ["asDocument", ALL, { "x-key": "h" }],
  ["withNone", ALL, {}],
  ["byQuery", ALL, { url: "/query?page=2&api%20key=q%261" }],
  ["byCookie", ALL, { cookie: "theme=dark; session=c%3B1" }],
  ["byCookie", {}, { cookie: "theme=dark" }],
  ["byBasic", ALL, { authorization: BASIC }],
  ["byBearer", ALL, { authorization: "Bearer b" }],
  ["byBoth", ALL, { url: "/both?api%20key=q%261", "x-key": "h", cookie: "session=c%3B1" }],
  ["byBoth", { header: "h", query: "q" }, {}],
  ["byEither", ALL, { authorization: BASIC, "x-key": "h" }],
  ["byEither", { ...ALL, header: undefined }, { authorization: "Bearer b" }],
  ["byEither", { query: "q" }, { url: "/either?api%20key=q" }],
  ["byEither", {}, {}],
  ["byChoice", ALL, { authorization: "Bearer b" }],
  ["byChoice", {}, {}],
  ["byConnection", ALL, { authorization: "Bearer b" }],
])("%s with %o", async (name, auth, expected) => {
  const { url, headers } = await program.sent(name, auth);
  const found = {
    "x-key": headers["x-key"],
    cookie: headers.cookie,
    authorization: headers.authorization,
  };
  expect(found).toEqual({
    "x-key": undefined,
    cookie: undefined,
    authorization: undefined,
    ...expected,
    ...(expected.url && { url: undefined }),
  });
  if (expected.url) expect(url).toBe(expected.url);
  else expect(url).not.toMatch(/key/);
});

it("asks for a token with each call", async () => {
  const before = program.received.length;
  await program.run("renewed");
  const sent = program.received.slice(before).map(({ headers }) => headers.authorization);
  expect(sent).toEqual(["Bearer token-1", "Bearer token-2", "Bearer open"]);
});

it("asks for another token where one is refused", async () => {
  const responses = [ok({}, 401), ok(undefined, 204)];
  await using program = await start("security", ...responses);
  await program.run("refreshed");
  const sent = program.received.map(({ headers }) => headers.authorization);
  expect(sent).toEqual(["Bearer old", "Bearer new"]);
});

it("gives the caller what asking for a token throws, and sends nothing", async () => {
  const before = program.received.length;
  expect(await program.run("refused")).toBe(true);
  expect(program.received).toHaveLength(before);
});

it("sends a token to an API whose document has no scheme", async () => {
  await using program = await start("errors");
  expect(await program.sent("withToken")).toMatchObject({ headers: { authorization: "Bearer t" } });
});
