/** Headers of every call, and credentials that the server refuses. */
import { afterEach, describe, expect, it } from "vitest";
import type { HeaderValues } from "../../../../templates/runtime/call/request.js";
import { type Call, request } from "../../../../templates/runtime/call/request.js";
import { multipart } from "../../../../templates/runtime/encode/multipart.js";
import { bearer } from "../../../../templates/runtime/send/security.js";
import { connectPlain } from "../../../support/servers/plain.js";
import { hangUp, ok, type Server, serve } from "../../../support/servers/server.js";

let server: Server;
afterEach(() => server?.[Symbol.asyncDispose]());

const get: Call = { method: "GET", path: "/pets" };
const post: Call = { method: "POST", path: "/pets", body: { name: "Rex" } };
const TOKEN = { schemes: { token: bearer }, require: [["token"]] };
const refused = ok({ message: "expired" }, 401);

/** The values of a header in what arrived. */
const sent = (name: string) => server.received.map(({ headers }) => headers[name]);

describe("headers of every call", () => {
  it.each<[string, HeaderValues, Call, HeaderValues | undefined, Record<string, unknown>]>([
    ["are sent", { "X-Tenant": "t1" }, get, undefined, { "x-tenant": "t1" }],
    [
      "yield to the operation's",
      { "X-Page": "a" },
      { ...get, headers: { "x-page": "b" } },
      undefined,
      { "x-page": "b" },
    ],
    [
      "yield to the call's own",
      { "X-Tenant": "t1" },
      get,
      { "x-tenant": "t2" },
      { "x-tenant": "t2" },
    ],
    [
      "can be taken away",
      { "X-Tenant": "t1" },
      get,
      { "X-TENANT": null },
      { "x-tenant": undefined },
    ],
    [
      "choose the media type",
      { Accept: "application/vnd.x+json" },
      get,
      undefined,
      { accept: "application/vnd.x+json" },
    ],
    [
      "but not where the call chooses it",
      { Accept: "application/vnd.x+json" },
      { ...get, accept: "text/csv" },
      undefined,
      { accept: "text/csv" },
    ],
    [
      "say nothing by undefined",
      { "X-Tenant": undefined },
      get,
      undefined,
      { "x-tenant": undefined },
    ],
  ])("%s", async (_, headers, call, own, expected) => {
    server = await serve(ok({}));
    await request(connectPlain(server, { headers }), call, own && { headers: own });
    const [{ headers: arrived = {} } = {}] = server.received;
    for (const [name, value] of Object.entries(expected))
      expect((arrived as Record<string, unknown>)[name]).toBe(value);
  });

  it("may be asked for by each call", async () => {
    server = await serve(ok({}));
    let n = 0;
    const client = connectPlain(server, {
      headers: async () => ({ authorization: `Bearer ${++n}` }),
    });
    await request(client, get);
    await request(client, post);
    expect(sent("authorization")).toEqual(["Bearer 1", "Bearer 2"]);
  });

  it("yield to a credential", async () => {
    server = await serve(ok({}));
    const headers = { Authorization: "Bearer old" };
    await request(connectPlain(server, { headers, auth: { token: "new" } }, TOKEN), get);
    expect(sent("authorization")).toEqual(["Bearer new"]);
  });

  it("say nothing of the media type of bodies", async () => {
    server = await serve(ok({}));
    const client = connectPlain(server, { headers: { "Content-Type": "application/json" } });
    await expect(request(client, post)).rejects.toThrow(
      new TypeError("headers: content-type is set by each call, as its body needs it"),
    );
    expect(server.received).toHaveLength(0);
  });
});

describe("auth", () => {
  it.each([
    [{ key: "k" }, TOKEN, "(it has token)"],
    [{ key: "k" }, {}, "(it has none; send a token with the option headers)"],
    [{ constructor: "k" }, TOKEN, "(it has token)"],
  ])("of no scheme of the document is refused: %o", async (auth, document, says) => {
    server = await serve(ok({}));
    expect(() => connectPlain(server, { auth: { ...auth } }, document)).toThrow(
      new TypeError(`auth: the document has no such security scheme ${says}`),
    );
  });
});

describe("after 401", () => {
  /** Gives t1, t2, …, and notes which of them were asked for anew. */
  function tokens() {
    const asked: boolean[] = [];
    const token = ({ refresh }: { readonly refresh: boolean }) => `t${asked.push(refresh)}`;
    return { asked, token };
  }

  it.each([0, 2])("asks for another credential, once (%i retries)", async (maxNetworkRetries) => {
    server = await serve(refused, ok({ id: 1 }));
    const { asked, token } = tokens();
    const client = connectPlain(server, { auth: { token }, maxNetworkRetries }, TOKEN);
    expect(await request(client, post)).toEqual({ id: 1 });
    expect(asked).toEqual([false, true]);
    expect(sent("authorization")).toEqual(["Bearer t1", "Bearer t2"]);
    expect(server.received.map(({ body }) => `${body}`)).toEqual([
      '{"name":"Rex"}',
      '{"name":"Rex"}',
    ]);
  });

  it("gives up when that is refused too", async () => {
    server = await serve(refused);
    const { asked, token } = tokens();
    const client = connectPlain(server, { auth: { token } }, TOKEN);
    await expect(request(client, get)).rejects.toMatchObject({ status: 401 });
    expect(asked).toEqual([false, true]);
  });

  it("does the same for headers that are asked for", async () => {
    server = await serve(refused, ok({}));
    const { asked, token } = tokens();
    const headers = (about: { readonly refresh: boolean }) => ({ "x-key": token(about) });
    await request(connectPlain(server, { headers }), get);
    expect(asked).toEqual([false, true]);
    expect(sent("x-key")).toEqual(["t1", "t2"]);
  });

  it.each<[string, Parameters<typeof connectPlain>[1], Call]>([
    ["a credential that stays the same", { auth: { token: "t" } }, get],
    ["a call that needs none", { auth: { token: () => "t" } }, { ...get, security: [] }],
    [
      "a body that can be sent once",
      { auth: { token: () => "t" } },
      { ...post, body: { file: new Blob(["x"]).stream() }, encode: multipart },
    ],
  ])("sends nothing again with %s", async (_, options, call) => {
    server = await serve(refused);
    await expect(request(connectPlain(server, options, TOKEN), call)).rejects.toMatchObject({
      status: 401,
    });
    expect(server.received).toHaveLength(1);
  });

  it("still repeats what the network loses", async () => {
    server = await serve(refused, hangUp, hangUp, ok({ id: 1 }));
    const { token } = tokens();
    const client = connectPlain(server, { auth: { token }, maxNetworkRetries: 2 }, TOKEN);
    expect(await request(client, get)).toEqual({ id: 1 });
    expect(sent("authorization")).toEqual(["Bearer t1", "Bearer t2", "Bearer t2", "Bearer t2"]);
  });

  it("keeps both credentials out of errors", async () => {
    const echo = (n: number) => ok({ message: `bad secret-token-${n}` }, 401);
    server = await serve(echo(1), echo(2));
    let n = 0;
    const client = connectPlain(server, { auth: { token: () => `secret-token-${++n}` } }, TOKEN);
    const error: unknown = await request(client, get).catch((error: unknown) => error);
    expect(JSON.stringify(error) + String(error)).not.toContain("secret-token");
  });
});
