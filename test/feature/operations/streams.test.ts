/**
 * Responses that go on, over real connections: the rules of HTML, section 9.2.6, "Interpreting an event stream", in
 * chunks that are cut anywhere.
 */
import type { ServerResponse } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Handler } from "../../support/servers/server.js";
import { type Program, start } from "./program.js";

let handler: Handler;
let program: Program;
let closed: Promise<unknown>;
beforeAll(async () => {
  program = await start("streams", (response, ...request) => {
    closed = new Promise((resolve) => response.on("close", resolve));
    handler(response, ...request);
  });
});
afterAll(() => program[Symbol.asyncDispose]());

/** Writes each piece as a chunk of its own. */
function chunked(
  type: string,
  pieces: readonly (string | Uint8Array)[],
  end = true,
): (response: ServerResponse) => Promise<void> {
  return async (response) => {
    response.writeHead(200, { "content-type": type });
    response.flushHeaders();
    for (const piece of pieces) await write(response, piece);
    if (end) response.end();
  };
}

async function write(response: ServerResponse, piece: string | Uint8Array): Promise<void> {
  await new Promise((resolve) => response.write(piece, resolve));
  // So that the pieces are not sent together.
  await new Promise((resolve) => setImmediate(resolve));
}

const SSE = "text/event-stream";
const event = (data: string, more: object = {}) => ({ event: "message", data, id: "", ...more });

describe("server-sent events", () => {
  it.each<[string, string, readonly object[]]>([
    ["one line", "data: a\n\n", [event("a")]],
    ["several lines of data", "data: a\ndata:b\ndata\ndata:  c\n\n", [event("a\nb\n\n c")]],
    ["carriage returns", "data: a\rdata: b\r\rdata: c\r\r", [event("a\nb"), event("c")]],
    ["both", "data: a\r\ndata: b\r\n\r\ndata: c\r\n\r\n", [event("a\nb"), event("c")]],
    ["all kinds of line ends", "data: a\r\ndata: b\rdata: c\n\r\n", [event("a\nb\nc")]],
    ["comments", ": hello\ndata: a\n:\n\n: bye\n\n", [event("a")]],
    ["empty data", "data\n\ndata:\n\n", [event(""), event("")]],
    ["no data", "event: a\nid: 1\n\ndata: b\n\n", [event("b", { id: "1" })]],
    ["names", "event: add\ndata: 1\n\ndata: 2\n\n", [event("1", { event: "add" }), event("2")]],
    [
      "ids, which stay",
      "id: 1\ndata: a\n\ndata: b\n\nid\ndata: c\n\nid: x\0y\ndata: d\n\n",
      [event("a", { id: "1" }), event("b", { id: "1" }), event("c"), event("d")],
    ],
    [
      "times to wait",
      "retry: 10\ndata: a\n\nretry: 1x\ndata: b\n\n",
      [event("a", { retry: 10 }), event("b")],
    ],
    ["unknown fields", "date: x\n data: y\nDATA: z\ndata: a\n\n", [event("a")]],
    ["colons in values", "data: a: b\ndata::c\n\n", [event("a: b\n:c")]],
    ["an event that does not end", "data: a\n\ndata: b\n", [event("a")]],
    ["a byte order mark", "\ufeffdata: a\n\n", [event("a")]],
    ["nothing", "", []],
    ["text of all planes", "data: aé漢🎉\n\n", [event("aé漢🎉")]],
  ])("have %s", async (_, text, expected) => {
    handler = chunked(SSE, [text]);
    expect(await program.run("allText")).toEqual(expected);
    // The same in chunks of a byte: characters and line ends are cut.
    handler = chunked(
      SSE,
      Array.from(Buffer.from(text), (byte) => Uint8Array.of(byte)),
    );
    expect(await program.run("allText")).toEqual(expected);
  });

  it("are asked for", async () => {
    handler = chunked(SSE, ["data: a\n\n"]);
    await program.run("allText");
    expect(program.received.at(-1)?.headers.accept).toBe(SSE);
  });

  it.each([
    ["deltas", 'event: delta\nid: 7\ndata: {"text":\ndata: "a"}\n\n', ["delta 7 a"]],
    ["deltas", 'data: {"text":"a"}\n\ndata: [DONE]\n\ndata: never\n\n', ["message  a"]],
    ["kinds", 'event: delta\ndata: {"text":"a"}\n\nevent: end\ndata: {"total":1}\n\n', ["a", 1]],
    ["items", 'data: {"text":"a"}\n\n', ["a"]],
    ["bitByBit", 'data: {"text":"a"}\n\ndata: {"text":"b"}\n\ndata: [DONE]\n\n', ["a", "b"]],
  ])("of %s carry JSON", async (name, text, expected) => {
    handler = chunked(SSE, [text]);
    expect(await program.run(name)).toEqual(expected);
  });

  it("are a choice beside JSON", async () => {
    handler = chunked("application/json", ['{"text":"whole"}']);
    expect(await program.run("atOnce")).toBe("whole");
    expect(program.received.at(-1)?.headers.accept).toBe("application/json");
  });

  it("come as they are sent", async () => {
    const second = new Promise<ServerResponse>((resolve) => {
      handler = (response) => {
        response.writeHead(200, { "content-type": SSE });
        response.write("data: a\n\n", () => resolve(response));
      };
    });
    const both = program.run("some", 2);
    // The first is read before the second is sent.
    (await second).write("data: b\n\n");
    expect(await both).toEqual(["a", "b"]);
    await closed;
  });

  it("end the connection when the loop is left", async () => {
    handler = chunked(SSE, ["data: a\n\n", "data: b\n\n"], false);
    expect(await program.run("some", 1)).toEqual(["a"]);
    await closed;
  });

  it("end with the caller's reason when the caller aborts", async () => {
    handler = chunked(SSE, ["data: a\n\n"], false);
    expect(await program.run("aborted")).toBe(true);
    await closed;
  });

  it("end with an error when the connection is lost", async () => {
    handler = async (response, _, socket) => {
      await chunked(SSE, ['data: {"text":"a"}\n\n'], false)(response);
      socket.destroy();
    };
    expect(await program.run("failing")).toEqual({ found: ["a"], type: "ConnectionError" });
  });

  it("end with an error when nothing comes in time", async () => {
    handler = chunked(SSE, ['data: {"text":"a"}\n\n'], false);
    expect(await program.run("failing", 100)).toEqual({ found: ["a"], type: "TimeoutError" });
    await closed;
  });

  it("end with an error, and the connection with them, when data is not JSON", async () => {
    handler = chunked(SSE, ['data: {"text":"a"}\n\ndata: {\n\n'], false);
    expect(await program.run("failing")).toEqual({ found: ["a"], status: 200, body: "{" });
    await closed;
  });
});

describe("JSON, value by value", () => {
  const a = { text: "a" };
  const b = { text: "b 漢" };
  it.each<[string, string, string, unknown]>([
    ["lines", "application/x-ndjson", '{"text":"a"}\n{"text":"b 漢"}\n', [a, b]],
    ["lines", "application/x-ndjson", '\r\n{"text":"a"}\r\n\r\n{"text":"b 漢"}', [a, b]],
    ["listed", "application/jsonl", '{"text":"a"}\n', [a]],
    ["lines", "application/x-ndjson", "", []],
    ["sequence", "application/json-seq", '\x1e{"text":"a"}\n\x1e{\n"text":"b 漢"}\n', [a, b]],
  ])("%s of %s %j", async (name, type, text, expected) => {
    handler = chunked(type, [text]);
    expect(await program.run(name)).toEqual(expected);
    handler = chunked(
      type,
      Array.from(Buffer.from(text), (byte) => Uint8Array.of(byte)),
    );
    expect(await program.run(name)).toEqual(expected);
  });
});

it("gives bytes as a stream", async () => {
  handler = chunked("application/octet-stream", ["ab", "c"]);
  expect(await program.run("bytes")).toBe("abc");
});
