/** pull, as a process, against files, packages and servers on loopback. */
import { createHash } from "node:crypto";
import { link, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import type { RequestListener } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Finished, unfold } from "../support/cli.js";
import { proxy, serve } from "../support/loopback.js";

const DOCUMENT = `
openapi: 3.1.0
info: { title: Small, version: "2024-01-01" }
paths:
  /things/{id}:
    get:
      operationId: getThing
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses:
        "200": { description: x, content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } } }
components:
  schemas:
    Thing: { type: object, properties: { name: { type: string }, size: { type: integer } } }
`;
const NEXT = DOCUMENT.replace("2024-01-01", "2024-02-01").replace("name: { type: string }, ", "");

const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");
const PINNED = {
  $comment: "kept",
  source: "api.yaml",
  sha256: hashOf(DOCUMENT),
  apiVersion: "2024-01-01",
};

const NO_PROXIES = Object.fromEntries(
  ["HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY"].flatMap((name) => [
    [name, ""],
    [name.toLowerCase(), ""],
  ]),
);

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), "unfold-pull-"));
  await mkdir(join(cwd, "node_modules"));
  await mkdir(join(cwd, "spec"));
  await write("spec/api.yaml", DOCUMENT);
  await write("spec/source.json", JSON.stringify(PINNED));
  await configure(["spec/source.json"]);
});
afterEach(() => rm(cwd, { recursive: true, force: true }));

const write = (path: string, text: string): Promise<void> => writeFile(join(cwd, path), text);
const read = (path: string): Promise<string> => readFile(join(cwd, path), "utf8");
const pin = async (): Promise<unknown> => JSON.parse(await read("spec/source.json"));
const run = (...args: string[]): Promise<Finished> => runWith({}, ...args);

function runWith(env: Record<string, string>, ...args: string[]): Promise<Finished> {
  // Node reads proxy settings of either case; the lower case wins.
  const lower = Object.fromEntries(Object.entries(env).map(([k, v]) => [k.toLowerCase(), v]));
  return unfold(args, { cwd, env: { ...NO_PROXIES, ...env, ...lower } });
}

function configure(documents: readonly string[]): Promise<void> {
  const info = { name: "small", version: "1.4.2", description: "", license: "MIT" };
  const projects = documents.map((document, n) => ({
    name: n === 0 ? "small" : `small-${n}`,
    document,
    output: n === 0 ? "client" : `client-${n}`,
    package: info,
  }));
  return write("unfold.config.json", JSON.stringify({ projects }));
}

const answering =
  (text: string | Buffer): RequestListener =>
  (_, response) =>
    void response.end(text);

describe("what is pinned", () => {
  it("is a path relative to the pin file; other fields stay", async () => {
    await write("next.yaml", NEXT);
    const { code, stderr, stdout } = await run("pull", "next.yaml");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(await pin()).toEqual({
      ...PINNED,
      source: "../next.yaml",
      sha256: hashOf(NEXT),
      apiVersion: "2024-02-01",
    });
    expect(stdout).toContain("api.yaml (2024-01-01) → ../next.yaml (2024-02-01)");
    expect(stdout).toContain("Written: spec/source.json\nNext: unfold generate\n");
    expect((await run("generate")).code).toBe(0);
  });

  it("is a file of an installed package", async () => {
    const folder = "node_modules/@acme/api";
    await mkdir(join(cwd, folder), { recursive: true });
    await write(`${folder}/package.json`, '{ "version": "1.2.3" }');
    await write(`${folder}/openapi.yaml`, NEXT);
    const source = "npm:@acme/api@1.2.3/openapi.yaml";
    expect(await run("pull", source)).toMatchObject({ code: 0 });
    expect(await pin()).toMatchObject({ source, sha256: hashOf(NEXT) });
    const other = await run("pull", "npm:@acme/api@2.0.0/openapi.yaml");
    expect(other.code).toBe(3);
    expect(other.stderr).toContain("1.2.3 of it is installed");
  });

  it("is a URL, which generate fetches when it may", async () => {
    const { origin } = await serve(answering(NEXT));
    const { stdout } = await run("pull", `${origin}/api.yaml`);
    expect(stdout).toContain("unfold generate --allow-remote");
    expect(await pin()).toMatchObject({ source: `${origin}/api.yaml`, sha256: hashOf(NEXT) });
    const refused = await run("generate");
    expect(refused.code).toBe(3);
    expect(refused.stderr).toContain("remote-not-allowed");
    expect(refused.stderr).toContain("spec/source.json:3:");
    expect((await run("generate", "--allow-remote")).code).toBe(0);
  });

  it("may be made before there is a pin file or a configuration", async () => {
    await rm(join(cwd, "spec"), { recursive: true });
    await rm(join(cwd, "unfold.config.json"));
    await write("next.yaml", NEXT);
    const { code, stdout } = await run("pull", "next.yaml");
    expect({ code, stdout: stdout.split("\n")[0] }).toEqual({
      code: 0,
      stdout: "nothing → ../next.yaml (2024-02-01)",
    });
    expect(await pin()).toEqual({
      source: "../next.yaml",
      sha256: hashOf(NEXT),
      apiVersion: "2024-02-01",
    });
  });

  it("takes the place of the old one whole", async () => {
    await write("next.yaml", NEXT);
    await link(join(cwd, "spec/source.json"), join(cwd, "old.json"));
    expect(await run("pull", "next.yaml")).toMatchObject({ code: 0 });
    expect(JSON.parse(await read("old.json"))).toEqual(PINNED);
    expect(await readdir(join(cwd, "spec"))).toEqual(["api.yaml", "source.json"]);
  });

  it("is not written again when it is pinned already", async () => {
    const text = await read("spec/source.json");
    const { code, stdout } = await run("pull", "spec/api.yaml");
    expect(code).toBe(0);
    expect(stdout).toContain("Nothing to write");
    expect(await read("spec/source.json")).toBe(text);
  });
});

describe("a kept copy", () => {
  it("is what generate reads, and is fetched again when it is gone", async () => {
    const { origin, requests } = await serve(answering(NEXT));
    const { stdout } = await run("pull", `${origin}/api.yaml`, "--save", "spec/copy.yaml");
    expect(stdout).toContain("Written: spec/copy.yaml, spec/source.json");
    expect(await read("spec/copy.yaml")).toBe(NEXT);
    expect(await pin()).toMatchObject({ source: `${origin}/api.yaml`, copy: "copy.yaml" });
    expect((await run("generate")).stdout).toContain("1 operations");
    expect((await run("generate")).stdout).toContain(" 0 files written");
    expect(requests).toHaveLength(1);

    await rm(join(cwd, "spec/copy.yaml"));
    const refused = await run("check");
    expect(refused).toMatchObject({ code: 3 });
    expect(refused.stdout).toContain("run `unfold pull`");
    // The same output, wherever the document comes from.
    expect(await run("check", "--allow-remote")).toMatchObject({ code: 0 });
    expect((await run("pull")).stdout).toContain("Written: spec/copy.yaml\n");
    expect(await run("check")).toMatchObject({ code: 0 });
  });

  it("is refused when it was edited, or the address now answers with something else", async () => {
    let text = NEXT;
    const { origin } = await serve((_, response) => void response.end(text));
    await run("pull", `${origin}/api.yaml`, "--save", "spec/copy.yaml");
    const pinned = await read("spec/source.json");
    await write("spec/copy.yaml", DOCUMENT);
    const edited = await run("generate");
    expect(edited.code).toBe(3);
    expect(edited.stderr).toMatch(/spec\/copy\.yaml has the sha256 .*\[wrong-hash\]/);
    text = DOCUMENT;
    const moved = await run("pull");
    expect(moved).toMatchObject({ code: 3 });
    expect(moved.stderr).toContain("wrong-hash");
    expect(await read("spec/source.json")).toBe(pinned);
  });

  it("refers to what stands beside it at its address", async () => {
    const parts: Record<string, string> = {
      "/v1/api.yaml": NEXT.replace("#/components/schemas/Thing", "thing.yaml"),
      "/v1/thing.yaml": "type: object\n",
    };
    const { origin } = await serve((request, response) => {
      response.end(parts[request.url ?? ""]);
    });
    const save = ["--save", "spec/copy.yaml"];
    const refused = await run("pull", `${origin}/v1/api.yaml`, ...save);
    expect(refused).toMatchObject({ code: 3 });
    expect(refused.stderr).toContain("remote-not-allowed");
    const pulled = await run("pull", `${origin}/v1/api.yaml`, ...save, "--allow-remote");
    expect(pulled).toMatchObject({ code: 0, stderr: "" });
    expect(await run("generate", "--allow-remote")).toMatchObject({ code: 0 });
  });

  it("is refused where what it refers to stands beside another address", async () => {
    const { origin } = await serve((request, response) => {
      if (request.url === "/latest") response.writeHead(302, { location: "/v1/api.yaml" }).end();
      else if (request.url === "/v1/thing.yaml") response.end("type: object\n");
      else if (request.url === "/v1/api.yaml")
        response.end(NEXT.replace("#/components/schemas/Thing", "thing.yaml"));
      else response.writeHead(404).end();
    });
    const latest = ["pull", `${origin}/latest`, "--allow-remote"];
    const { code, stderr } = await run(...latest, "--save", "spec/copy.yaml");
    expect(code).toBe(3);
    expect(stderr).toContain(`${origin}/thing.yaml cannot be read: the server answers 404`);
    expect(await run(...latest)).toMatchObject({ code: 0 });
  });

  it("leaves the pin alone when it cannot be written", async () => {
    const { origin } = await serve(answering(NEXT));
    await mkdir(join(cwd, "spec/folder/inner"), { recursive: true });
    const { code, stderr } = await run("pull", `${origin}/api.yaml`, "--save", "spec/folder");
    expect(code).toBe(3);
    expect(stderr).toContain("cannot-write");
    expect(await pin()).toEqual(PINNED);
    expect(await readdir(join(cwd, "spec"))).toEqual(["api.yaml", "folder", "source.json"]);
  });
});

describe("the report", () => {
  it("names what breaks and the next version, before anything is written", async () => {
    await write("next.yaml", NEXT);
    const { code, stdout } = await run("pull", "next.yaml", "--dry-run");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^small: 1 major.*\(1\.4\.2 → 2\.0\.0\)\n {2}\S+ {2}Thing\.name$/m);
    expect(stdout).not.toContain("Written");
    expect(await pin()).toEqual(PINNED);
  });

  it("is made for every project of the pin, with its overlays", async () => {
    const projects = [
      { name: "plain", document: "spec/source.json", output: "plain" },
      {
        name: "mended",
        document: "spec/source.json",
        output: "mended",
        overlays: ["mend.yaml"],
      },
      { name: "other", document: "missing.yaml", output: "other" },
    ];
    await write("unfold.config.json", JSON.stringify({ projects }));
    await write(
      "mend.yaml",
      [
        "overlay: 1.0.0",
        "info: { title: Mend, version: '1' }",
        "actions:",
        "  - target: $.components.schemas.Thing.properties",
        "    update: { name: { type: string } }",
      ].join("\n"),
    );
    await write("next.yaml", NEXT);
    const { stdout } = await run("pull", "next.yaml", "--json");
    expect(JSON.parse(stdout)).toMatchObject({
      before: PINNED,
      after: { source: "../next.yaml", sha256: hashOf(NEXT), apiVersion: "2024-02-01" },
      files: ["spec/source.json"],
      projects: [
        { project: "plain", bump: "major" },
        { project: "mended", bump: "none", changes: [] },
      ],
    });
  });

  it("is left out, with the reason, when the pinned document is gone", async () => {
    await write("spec/api.yaml", NEXT);
    const { code, stdout } = await run("pull", "spec/api.yaml");
    expect(code).toBe(0);
    expect(stdout).toMatch(/what changes is not known[^]*wrong-hash/);
    expect(await pin()).toMatchObject({ sha256: hashOf(NEXT) });
  });

  it("can be silenced", async () => {
    await write("next.yaml", NEXT);
    const finished = await run("pull", "next.yaml", "--quiet");
    expect(finished).toEqual({ code: 0, stdout: "", stderr: "" });
  });
});

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
    const { origin, requests } = await serve(answering(NEXT));
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
    const { origin } = await serve(answering(NEXT));
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
  readonly answer: RequestListener;
  readonly args?: readonly string[];
  readonly says: RegExp;
}

const FAILURES: readonly Failure[] = [
  {
    what: "a status that is no success",
    answer: (_, response) => void response.writeHead(404).end(NEXT),
    says: /the server answers 404/,
  },
  {
    what: "an answer that never ends",
    answer: (_, response) => void response.write(NEXT),
    args: ["--timeout", "0.5"],
    says: /no answer within 0\.5 seconds/,
  },
  {
    what: "an answer shorter than it says",
    answer: (request, response) => {
      response.writeHead(200, { "content-length": NEXT.length + 9 }).write(NEXT);
      setTimeout(() => request.socket.destroy(), 50);
    },
    says: /cannot be read/,
  },
  {
    what: "a document that is cut off",
    answer: answering(JSON.stringify({ openapi: "3.1.0", paths: {} }).slice(0, -1)),
    says: /\[syntax\]/,
  },
  {
    what: "a document that is too large",
    answer: (_, response) => {
      response.writeHead(200, { "content-encoding": "gzip" });
      response.end(gzipSync(Buffer.alloc(51 * 1024 * 1024, " ")));
    },
    says: /larger than 52428800 bytes/,
  },
  {
    what: "redirections without end",
    answer: (_, response) => void response.writeHead(302, { location: "/again" }).end(),
    says: /redirects more than 10 times/,
  },
  {
    what: "a redirection to a file",
    answer: (_, response) => void response.writeHead(302, { location: "file:///etc/hosts" }).end(),
    says: /redirects from http: to file:/,
  },
  {
    what: "another hash than was asked for",
    answer: answering(NEXT),
    args: ["--sha256", "0".repeat(64)],
    says: /has the sha256 [0-9a-f]{64}, not 0{64} \[wrong-hash\]/,
  },
  {
    what: "a page that is no OpenAPI document",
    answer: answering("<html></html>"),
    says: /not an OpenAPI document/,
  },
  {
    what: "a pin file",
    answer: answering(JSON.stringify(PINNED)),
    says: /has no openapi field/,
  },
  {
    what: "a document that does not load",
    answer: answering(NEXT.replace("    Thing:", "    Thong:")),
    says: /\[unresolvable-ref\]/,
  },
];

describe("refuses, and changes nothing", () => {
  it.each(FAILURES)("$what", async ({ answer, args = [], says }) => {
    const { origin } = await serve(answer);
    const save = ["--save", "spec/copy.yaml"];
    const { code, stderr, stdout } = await run("pull", `${origin}/api`, ...save, ...args);
    expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
    expect(stderr).toMatch(says);
    expect(stderr.match(/^error:/gm)).toHaveLength(1);
    expect(await pin()).toEqual(PINNED);
    expect(await readdir(join(cwd, "spec"))).toEqual(["api.yaml", "source.json"]);
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
