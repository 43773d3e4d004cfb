/** Bad input gets one clear error: what, where, what to do; exit code 3; nothing is written. */
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { unfold } from "../support/cli.js";

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), "unfold-cli-"));
});
afterEach(() => rm(cwd, { recursive: true, force: true }));

interface Case {
  readonly what: string;
  readonly file: string;
  readonly text?: string;
  /** Parts of the one error, in order. */
  readonly says: readonly string[];
}

const CASES: readonly Case[] = [
  {
    what: "a missing document",
    file: "api.yaml",
    says: ["does not exist", "missing-file", "api.yaml"],
  },
  {
    what: "a wrong hash",
    file: "pin.json",
    text: JSON.stringify({ source: "./pin.json", sha256: "0".repeat(64) }, null, 2),
    says: ["has the sha256", "wrong-hash", "pin.json:3:", "#/sha256", "unfold pull"],
  },
  {
    what: "invalid JSON",
    file: "api.json",
    text: '{\n  "openapi": \n}',
    says: ["error:", "api.json:3:1"],
  },
  {
    what: "invalid YAML",
    file: "api.yaml",
    text: "openapi: 3.1.0\ninfo: {a: b\n",
    says: ["error:", "api.yaml:"],
  },
  { what: "no OpenAPI document", file: "api.json", text: "{}", says: ["error:", "api.json"] },
  {
    what: "Swagger 2.0",
    file: "api.json",
    text: '{ "swagger": "2.0" }',
    says: ["2.0", "api.json:1:"],
  },
  {
    what: "an unresolvable reference",
    file: "api.yaml",
    text: "openapi: 3.1.0\ncomponents:\n  schemas:\n    A:\n      $ref: '#/components/schemas/B'\n",
    says: ["#/components/schemas/B", "api.yaml:5:", "#/components/schemas/A"],
  },
];

describe("bad input", () => {
  it.each(CASES)("$what", async ({ file, text, says }) => {
    if (text !== undefined) await writeFile(join(cwd, file), text);
    const before = await readdir(cwd);
    const { code, stdout, stderr } = await unfold(["generate", file, "-o", "client"], { cwd });
    expect(code).toBe(3);
    expect(stdout).toBe("");
    for (const part of says) expect(stderr).toContain(part);
    expect(stderr.match(/^error:/gm)).toHaveLength(1);
    expect(stderr).not.toMatch(/^\s+at .*\.[jt]s:\d+:\d+\)?$/m);
    expect(await readdir(cwd)).toEqual(before);
  });

  it.each([
    [["generate"], "there is no unfold.config.ts here"],
    [["generate", "api.yaml"], "without --output"],
    [["generate", "--frobnicate"], "unknown option"],
    [["frobnicate"], "unknown command"],
  ])("bad arguments %j are a usage error", async (args, message) => {
    const { code, stderr } = await unfold(args, { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});
