/**
 * Other documents: a client generated from one that has every style and body of OpenAPI, run against a server on
 * loopback. The tables are those of OpenAPI 3.1.1, section 4.8.12.4, "Style Examples".
 */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startStylesClient, type StylesClient } from "./client.js";

let client: StylesClient;
beforeAll(async () => {
  client = await startStylesClient();
});
afterAll(() => client[Symbol.asyncDispose]());

const EMPTY = "";
const STRING = "blue";
const ARRAY = ["blue", "black", "brown"];
const OBJECT = { R: 100, G: 200, B: 150 };

describe("the query", () => {
  it.each([
    ["queryForm", EMPTY, "color="],
    ["queryForm", STRING, "color=blue"],
    ["queryForm", ARRAY, "color=blue&color=black&color=brown"],
    ["queryForm", OBJECT, "R=100&G=200&B=150"],
    ["queryFormFlat", EMPTY, "color="],
    ["queryFormFlat", STRING, "color=blue"],
    ["queryFormFlat", ARRAY, "color=blue,black,brown"],
    ["queryFormFlat", OBJECT, "color=R,100,G,200,B,150"],
    ["querySpace", ARRAY, "color=blue%20black%20brown"],
    ["querySpace", OBJECT, "color=R%20100%20G%20200%20B%20150"],
    ["queryPipe", ARRAY, "color=blue%7Cblack%7Cbrown"],
    ["queryPipe", OBJECT, "color=R%7C100%7CG%7C200%7CB%7C150"],
    ["queryDeep", OBJECT, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"],
    // What the tables do not say: names and values are encoded, and what is left out is not sent.
    ["queryForm", "a b&c=d+é/?", "color=a%20b%26c%3Dd%2B%C3%A9%2F%3F"],
    ["queryFormFlat", ["a,b", "c"], "color=a%2Cb,c"],
    ["queryPipe", ["a|b", "c"], "color=a%7Cb%7Cc"],
    ["queryReserved", "/a?b:c@d,e;f&g#h", "color=/a?b:c@d,e;f%26g%23h"],
    ["queryJson", OBJECT, "color=%7B%22R%22%3A100%2C%22G%22%3A200%2C%22B%22%3A150%7D"],
  ])("of %s with %j is %s", async (operation, color, expected) => {
    const { url } = await client.send(operation, { color });
    expect(url.split("?").slice(1).join("?")).toBe(expected);
  });

  it("is not there without parameters", async () => {
    for (const params of [undefined, {}, { color: undefined }, { color: [] }])
      expect((await client.send("queryForm", params)).url).toBe("/query/form");
  });
});

describe("the path", () => {
  it.each([
    ["pathSimple", STRING, "/simple/blue"],
    ["pathSimple", ARRAY, "/simple/blue,black,brown"],
    ["pathSimple", OBJECT, "/simple/R,100,G,200,B,150"],
    ["pathSimpleExploded", STRING, "/simple-exploded/blue"],
    ["pathSimpleExploded", ARRAY, "/simple-exploded/blue,black,brown"],
    ["pathSimpleExploded", OBJECT, "/simple-exploded/R=100,G=200,B=150"],
    ["pathLabel", STRING, "/label/.blue"],
    ["pathLabel", ARRAY, "/label/.blue,black,brown"],
    ["pathLabel", OBJECT, "/label/.R,100,G,200,B,150"],
    ["pathLabelExploded", STRING, "/label-exploded/.blue"],
    ["pathLabelExploded", ARRAY, "/label-exploded/.blue.black.brown"],
    ["pathLabelExploded", OBJECT, "/label-exploded/.R=100.G=200.B=150"],
    ["pathMatrix", EMPTY, "/matrix/;color"],
    ["pathMatrix", STRING, "/matrix/;color=blue"],
    ["pathMatrix", ARRAY, "/matrix/;color=blue,black,brown"],
    ["pathMatrix", OBJECT, "/matrix/;color=R,100,G,200,B,150"],
    ["pathMatrixExploded", EMPTY, "/matrix-exploded/;color"],
    ["pathMatrixExploded", STRING, "/matrix-exploded/;color=blue"],
    ["pathMatrixExploded", ARRAY, "/matrix-exploded/;color=blue;color=black;color=brown"],
    ["pathMatrixExploded", OBJECT, "/matrix-exploded/;R=100;G=200;B=150"],
    ["pathJson", { a: "/" }, "/path-json/%7B%22a%22%3A%22%2F%22%7D"],
    ["pathSimple", ["a/b", "?c", "d,e"], "/simple/a%2Fb,%3Fc,d%2Ce"],
  ])("of %s with %j is %s", async (operation, color, expected) => {
    expect((await client.send(operation, color)).url).toBe(expected);
  });

  it("takes values without members in the template's order", async () => {
    expect((await client.send("pathPlain", "a b/c", 7, false)).url).toBe("/a%20b%2Fc/7/false");
  });
});

describe("headers and cookies", () => {
  it.each([
    ["headerSimple", STRING, "blue"],
    ["headerSimple", ARRAY, "blue,black,brown"],
    ["headerSimple", OBJECT, "R,100,G,200,B,150"],
    ["headerExploded", ARRAY, "blue,black,brown"],
    ["headerExploded", OBJECT, "R=100,G=200,B=150"],
    ["headerJson", OBJECT, '{"R":100,"G":200,"B":150}'],
    ["headerSimple", undefined, undefined],
  ])("%s with %j sends %s", async (operation, color, expected) => {
    const { headers } = await client.send(operation, { header: { "X-Color": color } });
    expect(headers["x-color"]).toBe(expected);
  });

  it.each([
    ["cookieForm", STRING, "color=blue"],
    ["cookieForm", ARRAY, "color=blue; color=black; color=brown"],
    ["cookieForm", OBJECT, "R=100; G=200; B=150"],
    ["cookieFlat", ARRAY, "color=blue,black,brown"],
    ["cookieFlat", OBJECT, "color=R,100,G,200,B,150"],
    ["cookieFlat", "a;b c", "color=a%3Bb%20c"],
    ["cookieForm", undefined, undefined],
  ])("%s with %j sends %s", async (operation, color, expected) => {
    expect((await client.send(operation, { cookie: { color } })).headers.cookie).toBe(expected);
  });
});

describe("bodies", () => {
  const body = { text: "a b", list: ["x", "y"], nested: { n: [1] } };
  it.each<[operation: string, value: unknown, type: string | undefined, expected: string]>([
    ["bodyJson", body, "application/json", JSON.stringify(body)],
    ["bodyJson", undefined, undefined, ""],
    ["bodyPatch", { text: null }, "application/merge-patch+json", '{"text":null}'],
    [
      "bodyForm",
      body,
      "application/x-www-form-urlencoded",
      "text=a%20b&list=x&list=y&nested=%7B%22n%22%3A%5B1%5D%7D",
    ],
    [
      "bodyFormStyled",
      { ...body, nested: { n: 1 } },
      "application/x-www-form-urlencoded",
      "text=a%20b&list=x%7Cy&nested%5Bn%5D=1",
    ],
    ["bodyBinary", new Uint8Array([104, 105]), "application/octet-stream", "hi"],
    ["bodyBinary", new Blob(["hi"], { type: "image/png" }), "application/octet-stream", "hi"],
    ["bodyBinary", new Blob(["hi"]).stream(), "application/octet-stream", "hi"],
    ["bodyText", "héllo", "text/plain", "héllo"],
  ])("%s of %o", async (operation, value, type, expected) => {
    const { headers, body: sent } = await client.send(operation, value);
    expect(headers["content-type"]).toBe(type);
    expect(sent.toString()).toBe(expected);
  });

  it("multipart gives each part its media type", async () => {
    const { headers, body: sent } = await client.send("bodyMultipart", {
      text: "# Hi",
      list: ["x", "y"],
      nested: { n: [1] },
      icon: new Blob(["png"], { type: "image/png" }),
      files: [new Uint8Array([49]), { data: new Blob(["2"]), name: "2.csv", type: "text/csv" }],
    });
    const boundary = /^multipart\/form-data; boundary=(\S+)$/.exec(
      `${headers["content-type"]}`,
    )?.[1];
    const part = (disposition: string, type: string, content: string) =>
      `--${boundary}\r\nContent-Disposition: form-data; ${disposition}\r\n${type && `Content-Type: ${type}\r\n`}\r\n${content}\r\n`;
    expect(sent.toString()).toBe(
      [
        part('name="text"', "text/markdown", "# Hi"),
        part('name="list"', "", "x"),
        part('name="list"', "", "y"),
        part('name="nested"', "application/json", '{"n":[1]}'),
        part('name="icon"; filename="blob"', "image/png", "png"),
        part('name="files"; filename="blob"', "application/octet-stream", "1"),
        part('name="files"; filename="2.csv"', "text/csv", "2"),
        `--${boundary}--\r\n`,
      ].join(""),
    );
  });
});

it("puts each parameter in its place when there are all kinds of them", async () => {
  const received = await client.send("everyPlace", "id/1", {
    query: { page: 2, tags: ["a", "b"] },
    header: { "X-Trace": "t" },
    cookie: { session: "s" },
    body: { a: 1 },
  });
  expect(received).toMatchObject({
    method: "POST",
    url: "/all/id%2F1?page=2&tags=a,b",
    headers: { "x-trace": "t", cookie: "session=s", "content-type": "application/json" },
    body: Buffer.from('{"a":1}'),
  });
});

describe("what cannot be sent", () => {
  let before: number;
  beforeEach(() => {
    before = client.received.length;
  });

  it.each<[operation: string, argument: unknown, message: string]>([
    ["queryForm", { color: [NaN] }, "color[0]: NaN is not a number that can be sent"],
    ["queryPipe", { color: { R: Infinity } }, "color.R: Infinity is not a number that can be sent"],
    [
      "queryDeep",
      { color: { R: [() => 1] } },
      "color.R[0]: [object Function] is not a value that can be sent",
    ],
    ["queryJson", { color: { R: NaN } }, "color.R: NaN is not a number that can be sent"],
    [
      "queryFormFlat",
      { color: [{ deep: [1] }] },
      "color[0]: an object inside of another is not a value that can be sent",
    ],
    ["pathSimple", "", 'color: "" is not a value that can be sent'],
    ["pathSimple", "..", 'color: ".." is not a value that can be sent'],
    ["pathSimple", [], 'color: "" is not a value that can be sent'],
    ["pathLabel", "", 'color: "." is not a value that can be sent'],
    ["pathMatrix", ["\ud800"], "color[0]: half a surrogate pair is not a value that can be sent"],
    ["pathJson", { a: NaN }, "color.a: NaN is not a number that can be sent"],
    [
      "headerSimple",
      { header: { "X-Color": NaN } },
      "X-Color: NaN is not a number that can be sent",
    ],
    [
      "headerJson",
      { header: { "X-Color": [Object(1n) as unknown] } },
      "X-Color[0]: [object BigInt] is not a value that can be sent",
    ],
    ["cookieForm", { cookie: { color: [NaN] } }, "color[0]: NaN is not a number that can be sent"],
    ["bodyJson", { nested: { a: [NaN] } }, "nested.a[0]: NaN is not a number that can be sent"],
    ["bodyForm", { list: [NaN] }, "list[0]: NaN is not a number that can be sent"],
    ["bodyForm", { nested: { a: NaN } }, "nested.a: NaN is not a number that can be sent"],
    [
      "bodyFormStyled",
      { list: [Symbol("x")] },
      "list[0]: [object Symbol] is not a value that can be sent",
    ],
    ["bodyMultipart", { list: ["x", NaN] }, "list[1]: NaN is not a number that can be sent"],
    ["bodyMultipart", { nested: { a: NaN } }, "nested.a: NaN is not a number that can be sent"],
    ["bodyBinary", 7, "body: what is of type number is not a value that can be sent"],
  ])("by %s is refused with its place: %o", async (operation, argument, message) => {
    // A rejection, never a throw: callers of a promise look for its errors there.
    await expect(client.call(operation, argument)).rejects.toThrow(new TypeError(message));
    expect(client.received).toHaveLength(before);
  });
});
