/** pull against servers and proxies on loopback: what it sends, and what it refuses. */
import { readdir } from "node:fs/promises";
import type { RequestListener } from "node:http";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { Finished } from "../../support/cli.js";
import { proxy, serve } from "../../support/servers/loopback.js";
import {
  responding,
  configure,
  inFolder,
  NEXT,
  pin,
  PINNED,
  pullFolder,
  read,
  run,
  runWith,
  write,
} from "./pull-folder.js";

pullFolder();

describe("credentials", () => {
  const secret = ["--header", "Authorization: Bearer s3cret", "--header", "X-Key: s3cret"];

  it("are sent to the origin that was named, and not written down", async () => {
    const { origin, requests } = await serve((request, response) => {
      if (request.url === "/latest") response.writeHead(302, { location: "/v2/api.yaml" }).end();
      else response.end(NEXT);
    });
    expect(await run("pull", `${origin}/latest`, ...secret)).toMatchObject({ code: 0 });
    expect(requests.map(({ headers }) => [headers.authorization, headers["x-key"]])).toEqual([
      ["Bearer s3cret", "s3cret"],
      ["Bearer s3cret", "s3cret"],
    ]);
    expect(await read("spec/source.json")).not.toContain("s3cret");
  });

  it("are not sent to another origin that it redirects to, nor after it", async () => {
    const home = await serve((request, response) => {
      const location = `${away.origin.replace("//", "//user:pass@")}/there`;
      if (request.url === "/back") response.end(NEXT);
      else response.writeHead(307, { location }).end();
    });
    const away = await serve((_, response) => {
      response.writeHead(302, { location: `${home.origin}/back` }).end();
    });
    expect(await run("pull", `${home.origin}/api.yaml`, ...secret)).toMatchObject({ code: 0 });
    const [first, back] = home.requests;
    expect(first?.headers.authorization).toBe("Bearer s3cret");
    for (const request of [away.requests[0], back]) {
      expect(request?.headers).toBeDefined();
      expect(request?.headers.authorization).toBeUndefined();
      expect(request?.headers["x-key"]).toBeUndefined();
    }
  });

  it("in the address are refused, and not shown", async () => {
    const { origin, requests } = await serve(responding(NEXT));
    const { code, stderr } = await run("pull", origin.replace("//", "//user:s3cret@"));
    expect(code).toBe(3);
    expect(stderr).not.toContain("s3cret");
    expect(requests).toEqual([]);
  });

  it("are not shown when they are malformed", async () => {
    const { code, stderr, stdout } = await run("pull", "x", "--header", "Authorization s3cret");
    expect(code).toBe(2);
    expect(stderr + stdout).not.toContain("s3cret");
  });
});

describe("proxies", () => {
  it("are used, but for hosts that need none", async () => {
    const { origin } = await serve(responding(NEXT));
    const { origin: HTTP_PROXY, tunnels } = await proxy();
    const pull = (env: Record<string, string>): Promise<Finished> =>
      runWith(env, "pull", `${origin}/api.yaml`, "--dry-run");
    expect(await pull({ HTTP_PROXY })).toMatchObject({ code: 0 });
    expect(tunnels).toEqual([new URL(origin).host]);
    expect(await pull({ HTTP_PROXY, NO_PROXY: "127.0.0.1" })).toMatchObject({ code: 0 });
    expect(tunnels).toHaveLength(1);
  });

  it("are asked for https hosts, and their refusal is told", async () => {
    const { origin: HTTPS_PROXY, tunnels } = await proxy();
    const { code, stderr } = await runWith({ HTTPS_PROXY }, "pull", "https://api.acme.test/a.json");
    expect(tunnels).toEqual(["api.acme.test:443"]);
    expect(code).toBe(3);
    expect(stderr).toContain("https://api.acme.test/a.json cannot be read");
  });

  it("are named when their address is none", async () => {
    const { code, stderr } = await runWith(
      { HTTPS_PROXY: ":" },
      "pull",
      "https://acme.test/a.json",
    );
    expect(code).toBe(3);
    expect(stderr).toContain("HTTPS_PROXY");
  });
});

interface Failure {
  readonly what: string;
  readonly respond: RequestListener;
  readonly args?: readonly string[];
  readonly says: RegExp;
}

const FAILURES: readonly Failure[] = [
  {
    what: "a status that is not a success",
    respond: (_, response) => void response.writeHead(404).end(NEXT),
    says: /the server responds with 404/,
  },
  {
    what: "a response that never ends",
    respond: (_, response) => void response.write(NEXT),
    args: ["--timeout", "0.5"],
    says: /no response within 0\.5 seconds/,
  },
  {
    what: "a response shorter than it says",
    respond: (request, response) => {
      response.writeHead(200, { "content-length": NEXT.length + 9 }).write(NEXT);
      setTimeout(() => request.socket.destroy(), 50);
    },
    says: /cannot be read/,
  },
  {
    what: "a document that is cut off",
    respond: responding(JSON.stringify({ openapi: "3.1.0", paths: {} }).slice(0, -1)),
    says: /\[syntax\]/,
  },
  {
    what: "a document that is too large",
    respond: (_, response) => {
      response.writeHead(200, { "content-encoding": "gzip" });
      response.end(gzipSync(Buffer.alloc(51 * 1024 * 1024, " ")));
    },
    says: /larger than 52428800 bytes/,
  },
  {
    what: "redirections without end",
    respond: (_, response) => void response.writeHead(302, { location: "/again" }).end(),
    says: /redirects more than 10 times/,
  },
  {
    what: "a redirection to a file",
    respond: (_, response) => void response.writeHead(302, { location: "file:///etc/hosts" }).end(),
    says: /redirects from http: to file:/,
  },
  {
    what: "another hash than was asked for",
    respond: responding(NEXT),
    args: ["--sha256", "0".repeat(64)],
    says: /has the sha256 [0-9a-f]{64}, not 0{64} \[wrong-hash\]/,
  },
  {
    what: "a page that is not an OpenAPI document",
    respond: responding("<html></html>"),
    says: /not an OpenAPI document/,
  },
  {
    what: "a pin file",
    respond: responding(JSON.stringify(PINNED)),
    says: /has no openapi field/,
  },
  {
    what: "a document that does not load",
    respond: responding(NEXT.replace("    Thing:", "    Thong:")),
    says: /\[unresolvable-ref\]/,
  },
];

describe("refuses, and changes nothing", () => {
  it.each(FAILURES)("$what", async ({ respond, args = [], says }) => {
    const { origin } = await serve(respond);
    const save = ["--save", "spec/copy.yaml"];
    const { code, stderr, stdout } = await run("pull", `${origin}/api`, ...save, ...args);
    expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
    expect(stderr).toMatch(says);
    expect(stderr.match(/^error:/gm)).toHaveLength(1);
    expect(await pin()).toEqual(PINNED);
    expect(await readdir(inFolder("spec"))).toEqual(["api.yaml", "source.json"]);
  });

  it("an address where nobody listens", async () => {
    const { code, stderr } = await run("pull", "http://127.0.0.1:1/api.yaml");
    expect(code).toBe(3);
    expect(stderr).toMatch(/^error: http:\/\/127\.0\.0\.1:1\/api\.yaml cannot be read/);
  });

  it.each([
    [["--timeout", "never"], "number of seconds"],
    [["--timeout", "0"], "number of seconds"],
    [["--sha256", "abc"], "64 hexadecimal digits"],
    [["--save", "copy.yaml"], "needs no copy"],
    [["--pin", "spec/api.yaml"], "not a pin file"],
  ])("arguments that make no sense: %j", async (args, message) => {
    const { code, stderr } = await run("pull", "spec/api.yaml", ...args);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(await pin()).toEqual(PINNED);
  });

  it("to guess which of several pin files is meant", async () => {
    await write("spec/other.json", JSON.stringify(PINNED));
    await configure(["spec/source.json", "spec/other.json"]);
    const { code, stderr } = await run("pull", "spec/api.yaml");
    expect(code).toBe(2);
    expect(stderr).toMatch(/--pin: spec\/source\.json, spec\/other\.json/);
    expect(await run("pull", "spec/api.yaml", "--pin", "spec/other.json")).toMatchObject({
      code: 0,
    });
  });
});
