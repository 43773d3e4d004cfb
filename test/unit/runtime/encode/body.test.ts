/** Bodies of all media types, as a server gets them. */
import { Readable } from "node:stream";
import { afterEach, describe, expect, it } from "vitest";
import { type BodyEncoder, raw } from "../../../../templates/runtime/encode/body.js";
import { formOf } from "../../../../templates/runtime/encode/form-body.js";
import { json, jsonAs } from "../../../../templates/runtime/encode/json.js";
import { multipart, multipartOf } from "../../../../templates/runtime/encode/multipart.js";
import { type Call, request } from "../../../../templates/runtime/call/request.js";
import { connect, ok, type Received, type Server, serve } from "../../../support/servers/server.js";

let server: Server;
afterEach(() => server?.[Symbol.asyncDispose]());

async function send(body: unknown, encode: BodyEncoder): Promise<Received> {
  server = await serve(ok({}));
  const call: Call = { method: "POST", path: "/", body, encode };
  await request(connect(server, { maxNetworkRetries: 0 }), call);
  const [received] = server.received;
  return received ?? expect.unreachable();
}

const bytes = (text: string) => new TextEncoder().encode(text);
async function* pieces(...texts: string[]) {
  for (const text of texts) yield bytes(text);
}

describe("JSON", () => {
  it.each([
    [
      json,
      { a: [1, null, "ü"], d: new Date(0), u: undefined },
      "application/json",
      '{"a":[1,null,"ü"],"d":"1970-01-01T00:00:00.000Z"}',
    ],
    [json, null, "application/json", "null"],
    [json, "text", "application/json", '"text"'],
    [
      jsonAs("application/merge-patch+json"),
      { a: null },
      "application/merge-patch+json",
      '{"a":null}',
    ],
  ])("%o of %j", async (encode, body, contentType, expected) => {
    const received = await send(body, encode);
    expect(received.headers["content-type"]).toBe(contentType);
    expect(String(received.body)).toBe(expected);
  });

  it("is left out when the caller gives none", async () => {
    const { headers, body } = await send(undefined, json);
    expect(headers).not.toHaveProperty("content-type");
    expect(body).toHaveLength(0);
  });

  it("may be what an object says of itself", async () => {
    expect(String((await send({ a: { toJSON: () => "b" } }, json)).body)).toBe('{"a":"b"}');
  });

  const cycle: { self?: object } = {};
  cycle.self = cycle;
  it.each([
    [{ items: [{ quantity: NaN }] }, "items[0].quantity: NaN is not a number that can be sent"],
    [Infinity, "body: Infinity is not a number that can be sent"],
    [{ a: Object(1n) as unknown }, "a: [object BigInt] is not a value that can be sent"],
    [{ a: () => 1 }, "a: [object Function] is not a value that can be sent"],
    [{ a: new Map() }, "a: [object Map] is not a value that can be sent"],
    [{ a: new Date(NaN) }, "a: Invalid Date is not a value that can be sent"],
    [cycle, "self: a cycle is not a value that can be sent"],
  ])("is not sent with bad values: %o", async (body, message) => {
    await expect(send(body, json)).rejects.toThrow(new TypeError(message));
    expect(server.received).toHaveLength(0);
  });
});

describe("a form of a document without a dialect", () => {
  it.each([
    [
      formOf(),
      { a: "b c", list: ["x", "y"], none: undefined, d: new Date(0) },
      "a=b%20c&list=x&list=y&d=1970-01-01T00%3A00%3A00.000Z",
    ],
    [
      formOf(),
      { address: { city: "B" }, many: [{ a: 1 }] },
      "address=%7B%22city%22%3A%22B%22%7D&many=%7B%22a%22%3A1%7D",
    ],
    [
      formOf({ address: { style: "deepObject" } }),
      { address: { city: "B" } },
      "address%5Bcity%5D=B",
    ],
    [
      formOf({ list: { style: "pipeDelimited" }, other: { explode: false } }),
      { list: [1, 2], other: [3, 4] },
      "list=1%7C2&other=3,4",
    ],
    [formOf({ list: { contentType: "application/json" } }), { list: "x" }, "list=%22x%22"],
    [formOf(), {}, ""],
  ])("%#: %s is %j", async (encode, body, expected) => {
    const received = await send(body, encode);
    expect(received.headers["content-type"]).toBe("application/x-www-form-urlencoded");
    expect(String(received.body)).toBe(expected);
  });
});

describe("a body without an encoding", () => {
  it.each<[string, () => unknown]>([
    ["text", () => "héllo"],
    ["bytes", () => bytes("héllo")],
    ["a part of a buffer", () => bytes("xhéllox").subarray(1, -1)],
    ["an ArrayBuffer", () => bytes("héllo").buffer],
    ["a Blob", () => new Blob(["hé", "llo"], { type: "image/png" })],
    ["a web stream", () => new Blob(["hé", "llo"]).stream()],
    ["a stream of Node", () => Readable.from(pieces("hé", "llo"))],
    ["a generator", () => pieces("hé", "llo")],
  ])("may be %s", async (_, make) => {
    const received = await send(make(), raw("application/octet-stream"));
    expect(received.headers["content-type"]).toBe("application/octet-stream");
    expect(String(received.body)).toBe("héllo");
  });

  it("may not be anything else", async () => {
    await expect(send({ a: 1 }, raw("image/png"))).rejects.toThrow(
      "body: what is of type object is not a value that can be sent",
    );
  });

  it("that fails while it is read fails the call", async () => {
    async function* broken() {
      yield bytes("first");
      throw new Error("disk on fire");
    }
    const error: unknown = await send(broken(), raw("image/png")).catch((error: unknown) => error);
    expect(error).toHaveProperty("type", "StripeConnectionError");
  });
});

/** The parts of a multipart body, taken apart by the platform's own parser. */
async function partsOf({ headers, body }: Received) {
  const parsed = await new Response(new Uint8Array(body), {
    headers: { "content-type": String(headers["content-type"]) },
  }).formData();
  return Promise.all(
    Array.from(parsed, async ([name, value]) =>
      typeof value === "string"
        ? { name, value }
        : { name, fileName: value.name, type: value.type, value: await value.text() },
    ),
  );
}

describe("multipart", () => {
  it.each<[string, () => unknown, string, string]>([
    ["a File", () => new File(["data"], "a.png", { type: "image/png" }), "a.png", "image/png"],
    ["a Blob", () => new Blob(["data"], { type: "image/png" }), "blob", "image/png"],
    ["a Blob without a type", () => new Blob(["data"]), "blob", "application/octet-stream"],
    ["bytes", () => bytes("data"), "blob", "application/octet-stream"],
    ["an ArrayBuffer", () => bytes("data").buffer, "blob", "application/octet-stream"],
    ["a web stream", () => new Blob(["data"]).stream(), "blob", "application/octet-stream"],
    [
      "a stream of Node",
      () => Readable.from(pieces("da", "ta")),
      "blob",
      "application/octet-stream",
    ],
    [
      "bytes with a name",
      () => ({ data: bytes("data"), name: "ü.txt", type: "text/plain" }),
      "ü.txt",
      "text/plain",
    ],
    [
      "a stream with a name",
      () => ({ data: pieces("data"), name: "a.txt" }),
      "a.txt",
      "application/octet-stream",
    ],
    [
      "a File with another name",
      () => ({ data: new File(["data"], "a.png", { type: "image/png" }), name: "b.png" }),
      "b.png",
      "image/png",
    ],
  ])("carries %s", async (_, make, fileName, type) => {
    const received = await send({ purpose: "logo", file: make() }, multipart);
    expect(await partsOf(received)).toEqual([
      { name: "purpose", value: "logo" },
      { name: "file", fileName, type, value: "data" },
    ]);
  });

  it("writes nested values by the document's style, and objects without one as JSON", async () => {
    const encode = multipartOf({
      expand: { style: "deepObject", explode: true },
      file_link_data: { style: "deepObject", explode: true },
    });
    const received = await send(
      {
        expand: ["a", "b"],
        file_link_data: { create: true, metadata: { "k [ü]": "v&=%" } },
        plain: { a: [1] },
        list: ["x", 2],
        flag: false,
        none: undefined,
        empty: "",
      },
      encode,
    );
    expect(await partsOf(received)).toEqual([
      { name: "expand[0]", value: "a" },
      { name: "expand[1]", value: "b" },
      { name: "file_link_data[create]", value: "true" },
      { name: "file_link_data[metadata][k [ü]]", value: "v&=%" },
      { name: "plain", value: '{"a":[1]}' },
      { name: "list", value: "x" },
      { name: "list", value: "2" },
      { name: "flag", value: "false" },
      { name: "empty", value: "" },
    ]);
    expect(String(received.body)).toContain(
      'name="plain"\r\nContent-Type: application/json\r\n\r\n{"a":[1]}',
    );
  });

  it("writes a Date as the dialect does", async () => {
    const encode = multipartOf({ link: { style: "deepObject" } });
    const expires = new Date(1_700_000_000_999);
    const received = await send({ at: expires, link: { expires } }, encode);
    expect(await partsOf(received)).toEqual([
      { name: "at", value: "1700000000" },
      { name: "link[expires]", value: "1700000000" },
    ]);
  });

  it("takes the document's media type for a part", async () => {
    const encode = multipartOf({
      one: { contentType: "image/png" },
      choice: { contentType: "image/png, image/jpeg" },
      note: { contentType: "text/markdown" },
    });
    const data = new Blob(["x"], { type: "image/jpeg" });
    const { body } = await send({ one: data, choice: data, note: "# n" }, encode);
    expect(String(body).match(/Content-Type: .*/g)).toEqual([
      "Content-Type: image/png",
      "Content-Type: image/jpeg",
      "Content-Type: text/markdown",
    ]);
  });

  it("lets no name end its header", async () => {
    const file = { data: bytes("x"), name: 'a"\r\nX-Evil: 1', type: "text/plain\r\nX-Evil: 2" };
    const { body } = await send({ 'f"\r\nX-Evil: 3': file }, multipart);
    expect(String(body)).not.toMatch(/^X-Evil/m);
    expect(String(body)).toContain('name="f%22%0D%0AX-Evil: 3"; filename="a%22%0D%0AX-Evil: 1"');
  });

  it("can be sent again, but not with a stream", async () => {
    server = await serve(ok({}, 500), ok({}), ok({}, 500), ok({}));
    const client = connect(server);
    const call = (file: unknown): Call => ({
      method: "POST",
      path: "/",
      body: { file },
      encode: multipart,
    });
    await request(client, call(new Blob(["data"])));
    expect(server.received).toHaveLength(2);
    expect(server.received[0]?.body.equals(server.received[1]?.body ?? Buffer.of())).toBe(true);
    await expect(request(client, call(pieces("data")))).rejects.toThrow("500");
    expect(server.received).toHaveLength(3);
  });

  it("is not sent with bad values", async () => {
    const encode = multipartOf({ nested: { style: "deepObject" } });
    await expect(send({ a: NaN }, encode)).rejects.toThrow(
      "a: NaN is not a number that can be sent",
    );
    await expect(send({ nested: { b: [NaN] } }, encode)).rejects.toThrow(
      "nested.b[0]: NaN is not a number that can be sent",
    );
    await expect(send({ "part %": { b: [NaN] } }, encode)).rejects.toThrow(
      "part %.b[0]: NaN is not a number that can be sent",
    );
    await expect(send({ a: new Map() }, encode)).rejects.toThrow(
      "a: [object Map] is not a value that can be sent",
    );
  });
});
