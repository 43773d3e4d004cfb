import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { load } from "../../../generator/load/index.js";
import { fetchBytes, LIMITS } from "../../../generator/load/source/remote.js";
import { start } from "../../support/cli.js";
import { diagnosticOf, EMPTY, folder, schemas } from "./folder.js";

interface Server {
  readonly origin: string;
  readonly requests: IncomingMessage[];
}

async function serve(respond: RequestListener): Promise<Server> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    respond(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
}

function files(content: Record<string, unknown>): RequestListener {
  return (request, response) => {
    const file = content[request.url ?? ""];
    response.statusCode = file === undefined ? 404 : 200;
    response.end(typeof file === "string" ? file : JSON.stringify(file));
  };
}

test("a URL is a source, and its relative references are URLs too", async () => {
  const { origin, requests } = await serve(
    files({
      "/v1/openapi": "openapi: 3.1.0\ncomponents: { schemas: { A: { $ref: ../pet.json#/Pet } } }\n",
      "/pet.json": { Pet: { type: "object" } },
    }),
  );
  const cwd = folder({});
  const source = `${origin}/v1/openapi`;
  const { document, inputs, locate } = await load(source, { cwd, allowRemote: true });
  expect(document.components?.schemas).toEqual({ A: { type: "object" } });
  expect(inputs.map(({ path }) => path)).toEqual([source, `${origin}/pet.json`]);
  expect(locate("/components/schemas/A/type")).toMatchObject({
    file: `${origin}/pet.json`,
    pointer: "/Pet/type",
  });
  for (const { headers } of requests) {
    expect(headers.authorization).toBeUndefined();
    expect(headers.cookie).toBeUndefined();
  }
});

test("a remote reference is not followed without leave", async () => {
  const { origin, requests } = await serve(files({ "/pet.json": { type: "object" } }));
  const cwd = folder({ "openapi.json": schemas({ A: { $ref: `${origin}/pet.json` } }) });
  const { code, location } = await diagnosticOf(load("openapi.json", { cwd }));
  expect(code).toBe("remote-not-allowed");
  expect(location?.pointer).toBe("/components/schemas/A/$ref");
  expect(requests).toEqual([]);
  const { document } = await load("openapi.json", { cwd, allowRemote: true });
  expect(document.components?.schemas?.["A"]).toEqual({ type: "object" });
});

test("a document that was fetched by its URL has no leave for more", async () => {
  const { origin, requests } = await serve(
    files({ "/a.json": schemas({ A: { $ref: "b.json" } }), "/b.json": {} }),
  );
  const { code } = await diagnosticOf(load(`${origin}/a.json`, { cwd: folder({}) }));
  expect(code).toBe("remote-not-allowed");
  expect(requests.map(({ url }) => url)).toEqual(["/a.json"]);
});

test("a remote document cannot read local files", async () => {
  const cwd = folder({ "secret.yaml": "type: object\n" });
  const { origin } = await serve(
    files({ "/a.json": schemas({ A: { $ref: `file://${cwd}/secret.yaml` } }) }),
  );
  const { code } = await diagnosticOf(load(`${origin}/a.json`, { cwd, allowRemote: true }));
  expect(code).toBe("local-from-remote");
});

test("credentials in a URL are refused, not sent", async () => {
  const { origin, requests } = await serve(files({ "/a.json": EMPTY }));
  const source = origin.replace("//", "//user:secret@") + "/a.json";
  const { code, message } = await diagnosticOf(load(source, { cwd: folder({}) }));
  expect(code).toBe("unreadable-url");
  expect(message).not.toContain("secret");
  expect(requests).toEqual([]);
});

test("a response that is too large is cut off", async () => {
  const { origin } = await serve((_, response) => void response.end(Buffer.alloc(4096, " ")));
  const url = `${origin}/a.json`;
  const { bytes } = await fetchBytes(url, { ...LIMITS, size: 4096 });
  expect(bytes).toHaveLength(4096);
  const { message } = await diagnosticOf(fetchBytes(url, { ...LIMITS, size: 4095 }));
  expect(message).toBe(`${url} cannot be read: the document is larger than 4095 bytes`);
});

test("a response that never ends is given up", async () => {
  const { origin } = await serve((_, response) => void response.write("{"));
  const url = `${origin}/a.json`;
  const { message } = await diagnosticOf(fetchBytes(url, { ...LIMITS, timeout: 50 }));
  expect(message).toBe(`${url} cannot be read: no response within 0.05 seconds`);
});

test("references are relative to where a redirection leads", async () => {
  const { origin } = await serve((request, response) => {
    if (request.url === "/latest") response.writeHead(302, { location: "/v2/openapi.json" });
    else if (request.url === "/v2/pet.json") response.write('{ "type": "object" }');
    else response.write(JSON.stringify(schemas({ A: { $ref: "pet.json" } })));
    response.end();
  });
  const options = { cwd: folder({}), allowRemote: true };
  const { document } = await load(`${origin}/latest`, options);
  expect(document.components?.schemas?.["A"]).toEqual({ type: "object" });
});

test.each([
  [
    "a status",
    (_: unknown, response: { statusCode: number; end(): void }) => {
      response.statusCode = 500;
      response.end();
    },
    "the server responds with 500",
  ],
  [
    "a broken connection",
    (request: IncomingMessage) => {
      request.socket.destroy();
    },
    "cannot be read",
  ],
])("%s is told with the reference that asked", async (_, response, message) => {
  const { origin } = await serve(response as RequestListener);
  const cwd = folder({ "openapi.json": schemas({ A: { $ref: `${origin}/a.json` } }) });
  const diagnostic = await diagnosticOf(load("openapi.json", { cwd, allowRemote: true }));
  expect(diagnostic.code).toBe("unreadable-url");
  expect(diagnostic.message).toContain(message);
  expect(diagnostic.location).toMatchObject({ file: "openapi.json", line: 1 });
});

/** In a process that has not used the platform's `fetch` yet, as one that has is not touched. */
test("leaves the platform's fetch as it is", async () => {
  const { origin, requests } = await serve(files({ "/a.json": {} }));
  const program = `
    import { fetchBytes } from ${JSON.stringify(new URL("../../../generator/load/source/remote.ts", import.meta.url).href)};
    await fetchBytes("${origin}/a.json");
    const headers = { "content-length": "2" };
    await fetch("${origin}/b.json", { method: "POST", body: "{}", headers });
  `;
  const child = start(process.execPath, ["--import", "tsx", "--input-type=module", "-e", program], {
    cwd: process.cwd(),
  });
  expect(await child.finished).toMatchObject({ code: 0, stderr: "" });
  expect(requests.map(({ url }) => url)).toEqual(["/a.json", "/b.json"]);
});
