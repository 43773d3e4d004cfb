/** Middleware, compared with openapi-fetch's own client: the same stack sees the same, and gives the same. */
import fc from "fast-check";
import createFetchClient from "openapi-fetch";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Middleware } from "../../../../templates/runtime/client.js";
import { request } from "../../../../templates/runtime/call/request.js";
import { connect, hangUp, ok, type Server, serve } from "../../../support/servers/server.js";

const ACTS = [
  "absent",
  "nothing",
  "null",
  "change",
  "response",
  "error",
  "throw",
  "other",
] as const;
type Act = (typeof ACTS)[number];

/** What a middleware does in its three hooks. */
interface Script {
  readonly onRequest: Act;
  readonly onError: Act;
  readonly onResponse: Act;
}

const act = fc.constantFrom<Act[]>(...ACTS);
const scripts = fc.array(fc.record({ onRequest: act, onError: act, onResponse: act }), {
  maxLength: 4,
});

const PATH = "/v1/things/{thing}";
/** As openapi-typescript writes the paths of a document. */
interface Things {
  [PATH]: {
    get: {
      parameters: { path: { thing: string }; query: { q: number } };
      responses: { 200: { content: { "application/json": object } } };
    };
  };
}

const RESPONSES = { ok: ok({ id: "x" }), refusal: ok({ error: {} }, 400), none: hangUp };

let servers: Record<keyof typeof RESPONSES, Server>;
beforeAll(async () => {
  const [good, bad, none] = await Promise.all([
    serve(RESPONSES.ok),
    serve(RESPONSES.refusal),
    serve(RESPONSES.none),
  ]);
  servers = { ok: good, refusal: bad, none };
});
afterAll(async () => {
  for (const server of Object.values(servers)) await server[Symbol.asyncDispose]();
});

/** A stack that follows scripts, and writes down what it sees. */
function play(stack: readonly Script[], log: unknown[]): Middleware[] {
  return stack.map((script, at): Middleware => {
    const hook = (name: keyof Script) => {
      if (script[name] === "absent") return {};
      return {
        [name]: ({ request, response, error, schemaPath, params, options, id }: never) => {
          const { method, url, headers }: Request = request;
          log.push(
            [at, name, method, url, Object(headers).get("x-seen"), schemaPath, params],
            [typeof id, Object.keys(options).toSorted(), Object(response).status, text(error)],
          );
          return perform(script[name], at, request);
        },
      };
    };
    const hooks: object = { ...hook("onRequest"), ...hook("onError"), ...hook("onResponse") };
    // One hook at least, as the type has it.
    return { onRequest: () => undefined, ...hooks };
  });
}

function perform(what: Act, at: number, seen: Request): unknown {
  switch (what) {
    case "absent":
    case "nothing":
      return undefined;
    case "null":
      return null;
    case "change": {
      const headers = new Headers(seen.headers);
      headers.append("x-seen", String(at));
      return new Request(seen, { headers });
    }
    case "response":
      return Response.json({ from: at });
    case "error":
      return new RangeError(`instead ${at}`);
    case "throw":
      throw new RangeError(`thrown ${at}`);
    case "other":
      return "other";
  }
}

function text(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  return error instanceof RangeError ? error.message : error.name;
}

/** What a call comes to: its value, or which kind of end it took. */
async function outcome(call: () => Promise<unknown>): Promise<unknown> {
  try {
    return { value: await call() };
  } catch (error) {
    const { cause = error } = Object(error);
    // Each tells of a wrong kind in its own words.
    return cause instanceof RangeError ? cause.message : "failed";
  }
}

describe("middleware", () => {
  it("sees and does what it would with openapi-fetch's own client", async () => {
    await fc.assert(
      fc.asyncProperty(scripts, fc.constantFrom("ok", "refusal", "none"), async (stack, which) => {
        const server = servers[which];
        const [ours, theirs]: [unknown[], unknown[]] = [[], []];
        const client = connect(server, {
          fetch: globalThis.fetch,
          middleware: play(stack, ours),
          maxNetworkRetries: 0,
        });
        const got = await outcome(() =>
          request(client, {
            method: "GET",
            path: PATH,
            pathParams: { thing: "a b" },
            query: { q: 1 },
          }),
        );

        const other = createFetchClient<Things>({ baseUrl: server.url });
        other.use(...play(stack, theirs));
        const want = await outcome(async () => {
          const params = { path: { thing: "a b" }, query: { q: 1 } };
          const { data } = await other.GET(PATH, { params });
          if (data === undefined) throw new Error("refused");
          return data;
        });
        expect({ outcome: got, log: ours }).toEqual({ outcome: want, log: theirs });
      }),
      { numRuns: 300 },
    );
  });

  it.each(["onRequest", "onResponse", "onError"] as const)(
    "says so when %s gives something that it must not",
    async (hook) => {
      const server = servers[hook === "onError" ? "none" : "ok"];
      const middleware = [{ [hook]: () => "other" } as never];
      const call = () =>
        request(connect(server, { middleware, maxNetworkRetries: 0 }), {
          method: "GET",
          path: "/",
        });
      const error: Error & { cause?: Error } = await call().then(Object, (reason) => reason);
      expect((error.cause ?? error).message).toMatch(/^A middleware gave what is not an? \w+$/);
    },
  );
});
