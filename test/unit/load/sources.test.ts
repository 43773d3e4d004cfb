import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, symlinkSync, truncateSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { load } from "../../../generator/load/index.js";
import { diagnosticOf, EMPTY, folder } from "./folder.js";

const hash = (text: string): string => createHash("sha256").update(text).digest("hex");
const text = JSON.stringify(EMPTY);

test("a path is relative to the working directory", async () => {
  const cwd = folder({ "api/openapi.json": text });
  const { sha256, inputs, pin } = await load("api/openapi.json", { cwd });
  expect(sha256).toBe(hash(text));
  expect(inputs).toEqual([{ kind: "document", path: "api/openapi.json", sha256 }]);
  expect(pin).toBeUndefined();
});

test("a pin file names the document, relative to itself", async () => {
  const pin = { source: "api/openapi.json", sha256: hash(text).toUpperCase(), apiVersion: "v1" };
  const cwd = folder({ "spec/source.json": pin, "spec/api/openapi.json": text });
  const loaded = await load("spec/source.json", { cwd });
  expect(loaded.pin).toEqual({ ...pin, file: "spec/source.json" });
  expect(loaded.inputs.map(({ kind, path }) => [kind, path])).toEqual([
    ["pin", "spec/source.json"],
    ["document", "spec/api/openapi.json"],
  ]);
  expect(loaded.locate("/openapi")).toMatchObject({ file: "spec/api/openapi.json", line: 1 });
});

test("a document that is not the pinned one is refused with both hashes", async () => {
  const pin = { source: "openapi.json", sha256: "0".repeat(64) };
  const cwd = folder({ "source.json": JSON.stringify(pin, null, 2), "openapi.json": text });
  const { code, message, location, hint } = await diagnosticOf(load("source.json", { cwd }));
  expect(code).toBe("wrong-hash");
  expect(message).toContain(pin.sha256);
  expect(message).toContain(hash(text));
  expect(location).toEqual({ file: "source.json", line: 3, column: 3, pointer: "/sha256" });
  expect(hint).toContain("unfold pull");
});

test("a pin file needs a hash", async () => {
  const cwd = folder({ "source.json": { source: "openapi.json" }, "openapi.json": text });
  expect((await diagnosticOf(load("source.json", { cwd }))).code).toBe("bad-pin");
});

test("a remote pin needs leave", async () => {
  const pin = { source: "https://example.com/openapi.json", sha256: "0".repeat(64) };
  const { code, location } = await diagnosticOf(
    load("source.json", { cwd: folder({ "source.json": pin }) }),
  );
  expect(code).toBe("remote-not-allowed");
  expect(location?.pointer).toBe("/source");
});

test.each([
  ["a missing file", "nowhere.json", "missing-file"],
  ["a folder", "api", "unreadable-file"],
  ["no package file", "npm:@acme/api", "bad-source"],
  ["no package name", "npm:../api/openapi.json", "bad-source"],
])("%s is refused", async (_, source, code) => {
  const cwd = folder({});
  mkdirSync(join(cwd, "api"));
  const diagnostic = await diagnosticOf(load(source, { cwd }));
  expect(diagnostic.code).toBe(code);
  expect(diagnostic.hint).toBeDefined();
});

const installed = {
  "node_modules/@acme/api/package.json": { name: "@acme/api", version: "1.2.3" },
  "node_modules/@acme/api/spec/openapi.json": text,
  "node_modules/secret.json": text,
};

test("a package file is found in the node_modules above", async () => {
  const source = "npm:@acme/api@1.2.3/spec/openapi.json";
  const cwd = join(folder({ ...installed, "packages/a/x": "" }), "packages/a");
  const { inputs, locate } = await load(source, { cwd });
  expect(inputs).toEqual([{ kind: "document", path: source, sha256: hash(text) }]);
  expect(locate("").file).toBe("../../node_modules/@acme/api/spec/openapi.json");
});

test.each([
  ["npm:@acme/api@1.2.4/spec/openapi.json", "wrong-package-version", "npm i -D -E @acme/api@1.2.4"],
  ["npm:@acme/other@1.0.0/openapi.json", "missing-package", "npm i -D -E @acme/other@1.0.0"],
  ["npm:@acme/api@1.2.3/../../secret.json", "bad-source", "inside the package"],
  ["npm:@acme/api@1.2.3/openapi.json", "missing-file", "Check the path"],
])("%s is refused", async (source, code, hint) => {
  const diagnostic = await diagnosticOf(load(source, { cwd: folder(installed) }));
  expect(diagnostic.code).toBe(code);
  expect(diagnostic.hint).toContain(hint);
});

test("strict throws the first warning", async () => {
  const cwd = folder({ "openapi.json": { ...EMPTY, openapi: "3.2.0" } });
  expect((await load("openapi.json", { cwd })).warnings).toHaveLength(1);
  const { code, severity } = await diagnosticOf(load("openapi.json", { cwd, strict: true }));
  expect([code, severity]).toEqual(["openapi-version", "error"]);
});

test("a byte order mark is not part of the document", async () => {
  const cwd = folder({ "a.json": `\ufeff${text}`, "b.yaml": "\ufeffopenapi: 3.1.0\n" });
  expect((await load("a.json", { cwd })).document).toEqual(EMPTY);
  expect((await load("b.yaml", { cwd })).document).toEqual({ openapi: "3.1.0" });
});

// A socket, a pipe, a device and what leads to them, in each place that names a file.
const special = ["pipe", "socket", "link", "/dev/zero"];
const places = [
  ["the document", (path: string) => ({ source: path })],
  ["a reference", (path: string) => ({ document: { $ref: `${path}#/a` } })],
  ["an overlay", (path: string) => ({ overlays: [path] })],
  ["a pinned document", (path: string) => ({ pin: path })],
] as const;

test
  .skipIf(process.platform === "win32")
  .each(places.flatMap(([place, make]) => special.map((path) => [place, path, make] as const)))(
  "%s that is %s is refused, and nothing waits for it",
  async (_, path, make) => {
    const { source, document, overlays, pin }: Special = make(path);
    const schema = document ?? {};
    const cwd = folder({
      "openapi.json": { openapi: "3.1.0", components: { schemas: { A: schema } } },
      "pin.json": { source: pin ?? "", sha256: "0".repeat(64) },
    });
    execFileSync("mkfifo", [join(cwd, "pipe")]);
    symlinkSync("/dev/zero", join(cwd, "link"));
    const server = createServer().listen(join(cwd, "socket"));
    onTestFinished(() => void server.close());
    const main = source ?? (pin === undefined ? "openapi.json" : "pin.json");
    const { code, message } = await diagnosticOf(load(main, { cwd, overlays: overlays ?? [] }));
    expect(code).toBe("unreadable-file");
    expect(message).toContain(path.replace("/dev/", ""));
    expect(message).toContain("not a regular file");
  },
);

interface Special {
  readonly source?: string;
  readonly document?: { readonly $ref: string };
  readonly overlays?: readonly string[];
  readonly pin?: string;
}

test("a file of more than 50 MiB is refused by its size, and one that only leads to it", async () => {
  const cwd = folder({ "a.json": text });
  truncateSync(join(cwd, "a.json"), 50 * 1024 * 1024 + 1);
  symlinkSync("a.json", join(cwd, "b.json"));
  for (const name of ["a.json", "b.json"]) {
    const { code, message } = await diagnosticOf(load(name, { cwd }));
    expect([code, message]).toEqual(["unreadable-file", `${name} is larger than 52428800 bytes`]);
  }
});

test("a link to a document is read", async () => {
  const cwd = folder({ "a.json": text });
  symlinkSync("a.json", join(cwd, "b.json"));
  expect((await load("b.json", { cwd })).document).toEqual(EMPTY);
});
