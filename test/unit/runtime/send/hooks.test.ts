/** `onRequest`, `onResponse` and `onAttempt`: what a caller is told of each attempt, and may add to it. */
import { afterEach, expect, it } from "vitest";
import { type Call, request } from "../../../../templates/runtime/call/request.js";
import type { ClientOptions } from "../../../../templates/runtime/client.js";
import { connectPlain } from "../../../support/servers/plain.js";
import { hangUp, ok, type Server, serve } from "../../../support/servers/server.js";

let server: Server;
afterEach(() => server?.[Symbol.asyncDispose]());

const get: Call = { method: "GET", path: "/pets/{id}", pathParams: { id: "7" }, query: { a: 1 } };

/** A client that writes down what it tells. */
function told(options: ClientOptions = {}) {
  const lines: string[] = [];
  const client = connectPlain(server, {
    onRequest: ({ call, retries, url }) => {
      lines.push(`request ${retries} ${call.method} ${call.path} ${url.slice(server.url.length)}`);
    },
    onResponse: ({ call, retries, response }) => {
      lines.push(
        `response ${retries} ${call.path} ${response.status} ${response.headers.get("x")}`,
      );
    },
    onAttempt: ({ retries, error }) => {
      lines.push(`over ${retries} ${error?.name}`);
    },
    ...options,
  });
  return { client, lines };
}

it("tell of each attempt in order, with the template of the path", async () => {
  server = await serve(hangUp, ok({}, 503, { x: "1" }), ok({}, 200, { x: "2" }));
  const { client, lines } = told();
  await request(client, get);
  expect(lines).toEqual([
    "request 0 GET /pets/{id} /pets/7?a=1",
    "over 0 ConnectionError",
    "request 1 GET /pets/{id} /pets/7?a=1",
    "response 1 /pets/{id} 503 1",
    "over 1 ApiError",
    "request 2 GET /pets/{id} /pets/7?a=1",
    "response 2 /pets/{id} 200 2",
    "over 2 undefined",
  ]);
});

it("give one call object to all", async () => {
  server = await serve(ok({}, 503), ok({}));
  const calls = new Set<Call>();
  const see = ({ call }: { readonly call: Call }) => void calls.add(call);
  const { client } = told({ onRequest: see, onResponse: see, onAttempt: see });
  await request(client, get);
  expect([...calls]).toEqual([get]);
});

it("may add a header, and are waited for", async () => {
  server = await serve(ok({}, 503), ok({}));
  const { client } = told({
    onRequest: async ({ headers, retries }) => {
      await Promise.resolve();
      headers.set("traceparent", `00-${retries}`);
    },
  });
  await request(client, get);
  expect(server.received.map(({ headers }) => headers["traceparent"])).toEqual(["00-0", "00-1"]);
});

it.each(["onRequest", "onResponse", "onAttempt"] as const)(
  "end the call with what %s throws, which is no failed attempt",
  async (name) => {
    server = await serve(ok({}));
    const reason = new Error("mine");
    const { client } = told({
      [name]: () => {
        throw reason;
      },
    });
    await expect(request(client, get)).rejects.toBe(reason);
    expect(server.received.length).toBe(name === "onRequest" ? 0 : 1);
  },
);
