/**
 * Servers written as people write them for the official SDK, synchronously and without `await`: whoever changes the
 * import must refuse the same requests, over a real socket.
 */
import { once } from "node:events";
import { createServer, request, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer, text } from "node:stream/consumers";
import { Stripe as Stripe15 } from "stripe";
import { Stripe as Stripe23 } from "stripe-latest";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Base } from "../../../../templates/stripe/class.js";

const SECRET = "whsec_test";
const payload = JSON.stringify({ id: "evt_1", type: "customer.created", name: "Zoë" });
const forged = JSON.stringify({ id: "evt_2", type: "customer.created", name: "Zoë" });

/** What the programs below use of either package. */
interface Sdk {
  readonly webhooks: {
    constructEvent(body: Buffer | string, header: string, secret: string): object;
    readonly signature: {
      verifyHeader(body: string, header: string, secret: string, tolerance: number): boolean;
    } | null;
  };
}

/** Programs as they stand in people's repositories. What they response is what they did. */
const PROGRAMS: Readonly<Record<string, (stripe: Sdk) => RequestListener>> = {
  "the event from constructEvent": (stripe) => async (request, response) => {
    const body = await buffer(request);
    let event;
    try {
      event = stripe.webhooks.constructEvent(body, header(request), SECRET);
    } catch {
      response.writeHead(400).end("refused");
      return;
    }
    response.end(`done ${JSON.stringify(event)}`);
  },

  "constructEvent as a guard, the event from the body": (stripe) => async (request, response) => {
    const body = await text(request);
    try {
      stripe.webhooks.constructEvent(body, header(request), SECRET);
    } catch {
      response.writeHead(400).end("refused");
      return;
    }
    response.end(`done ${JSON.parse(body).id}`);
  },

  "verifyHeader as a condition": (stripe) => async (request, response) => {
    const body = await text(request);
    try {
      const { signature } = stripe.webhooks;
      if (signature?.verifyHeader(body, header(request), SECRET, 300)) {
        response.end(`done ${body}`);
        return;
      }
    } catch {
      // Below.
    }
    response.writeHead(401).end("refused");
  },
};

const header: (request: Parameters<RequestListener>[0]) => string = ({ headers }) =>
  headers["stripe-signature"] as string;

const sign = (options: { payload?: string; secret?: string; timestamp?: number } = {}) =>
  new Stripe15("sk_test_1").webhooks.generateTestHeaderString({
    payload,
    secret: SECRET,
    ...options,
  });
const ago = (seconds: number) => ({ timestamp: Math.floor(Date.now() / 1000) - seconds });

/** Body, header, and whether it comes from Stripe. */
const REQUESTS: readonly [what: string, body: string, header: () => string | undefined, boolean][] =
  [
    ["genuine", payload, sign, true],
    ["genuine, a minute old", payload, () => sign(ago(60)), true],
    ["genuine, of two secrets", payload, () => `${sign()},v1=${"0".repeat(64)}`, true],
    [
      "genuine, with spaces in the body",
      `${payload} `,
      () => sign({ payload: `${payload} ` }),
      true,
    ],
    ["another body", forged, sign, false],
    ["another secret", payload, () => sign({ secret: "whsec_other" }), false],
    ["an empty secret", payload, () => sign({ secret: "" }), false],
    ["an old one", payload, () => sign(ago(400)), false],
    [
      "an old one under a new time",
      payload,
      () => sign(ago(400)).replace(/\d+/, `${ago(0).timestamp}`),
      false,
    ],
    ["no header", forged, () => undefined, false],
    ["an empty header", forged, () => "", false],
    ["no signature", forged, () => `t=${ago(0).timestamp}`, false],
    ["an empty signature", forged, () => `t=${ago(0).timestamp},v1=`, false],
    ["a signature of zeros", forged, () => `t=${ago(0).timestamp},v1=${"0".repeat(64)}`, false],
    ["another scheme", payload, () => sign().replace("v1", "v0"), false],
    [
      "225 wrong signatures",
      forged,
      () => `${sign()}${`,v1=${"0".repeat(64)}`.repeat(200)}`,
      false,
    ],
    ["no body", "", () => sign({ payload: "" }), false],
  ];

async function post(url: string, body: string, signature: string | undefined): Promise<string> {
  const headers = signature === undefined ? {} : { "stripe-signature": signature };
  const sent = request(url, { method: "POST", headers }).end(body);
  const [response] = await once(sent, "response");
  return `${response.statusCode} ${await text(response)}`;
}

describe.each(Object.entries(PROGRAMS))("%s", (_, program) => {
  const sdks: Readonly<Record<string, Sdk>> = {
    ours: new Base(),
    "15.12.0": new Stripe15("sk_test_1"),
    "23.1.0": new Stripe23("sk_test_1"),
  };
  const servers = Object.entries(sdks).map(([name, sdk]) => ({
    name,
    server: createServer(program(sdk)),
  }));
  beforeAll(async () => {
    for (const { server } of servers) await once(server.listen(0, "127.0.0.1"), "listening");
  });
  afterAll(() => {
    for (const { server } of servers) server.close();
  });

  it.each(REQUESTS)("%s", async (_, body, makeHeader, genuine) => {
    const signature = makeHeader();
    const responses: Record<string, string> = {};
    for (const { name, server } of servers) {
      const { port } = server.address() as AddressInfo;
      responses[name] = await post(`http://127.0.0.1:${port}`, body, signature);
    }
    expect(responses.ours).toMatch(genuine ? /^200 done / : /^40[01] refused$/);
    expect(responses).toEqual({
      ours: responses.ours,
      "15.12.0": responses.ours,
      "23.1.0": responses.ours,
    });
  });
});
