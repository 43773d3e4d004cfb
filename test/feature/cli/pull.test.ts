/** pull: what it pins, what it keeps, what it tells. */
import { link, mkdir, readdir, rm } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { serve } from "../../support/servers/loopback.js";
import {
  responding,
  DOCUMENT,
  hashOf,
  inFolder,
  NEXT,
  pin,
  PINNED,
  pullFolder,
  read,
  run,
  write,
} from "./pull-folder.js";

pullFolder();

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
    await mkdir(inFolder(folder), { recursive: true });
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
    const { origin } = await serve(responding(NEXT));
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
    await rm(inFolder("spec"), { recursive: true });
    await rm(inFolder("unfold.config.json"));
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
    await link(inFolder("spec/source.json"), inFolder("old.json"));
    expect(await run("pull", "next.yaml")).toMatchObject({ code: 0 });
    expect(JSON.parse(await read("old.json"))).toEqual(PINNED);
    expect(await readdir(inFolder("spec"))).toEqual(["api.yaml", "source.json"]);
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
    const { origin, requests } = await serve(responding(NEXT));
    const { stdout } = await run("pull", `${origin}/api.yaml`, "--save", "spec/copy.yaml");
    expect(stdout).toContain("Written: spec/copy.yaml, spec/source.json");
    expect(await read("spec/copy.yaml")).toBe(NEXT);
    expect(await pin()).toMatchObject({ source: `${origin}/api.yaml`, copy: "copy.yaml" });
    expect((await run("generate")).stdout).toContain("1 operations");
    expect((await run("generate")).stdout).toContain(" 0 files written");
    expect(requests).toHaveLength(1);

    await rm(inFolder("spec/copy.yaml"));
    const refused = await run("check");
    expect(refused).toMatchObject({ code: 3 });
    expect(refused.stdout).toContain("run `unfold pull`");
    // The same output, wherever the document comes from.
    expect(await run("check", "--allow-remote")).toMatchObject({ code: 0 });
    expect((await run("pull")).stdout).toContain("Written: spec/copy.yaml\n");
    expect(await run("check")).toMatchObject({ code: 0 });
  });

  it("is refused when it was edited, or the address now responds with something else", async () => {
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
      "/v1/api.yaml": NEXT.replace("#/components/schemas/Thing", "part.yaml"),
      "/v1/part.yaml": "type: object\n",
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
    expect(stderr).toContain(`${origin}/thing.yaml cannot be read: the server responds with 404`);
    expect(await run(...latest)).toMatchObject({ code: 0 });
  });

  it("leaves the pin alone when it cannot be written", async () => {
    const { origin } = await serve(responding(NEXT));
    await mkdir(inFolder("spec/folder/inner"), { recursive: true });
    const { code, stderr } = await run("pull", `${origin}/api.yaml`, "--save", "spec/folder");
    expect(code).toBe(3);
    expect(stderr).toContain("cannot-write");
    expect(await pin()).toEqual(PINNED);
    expect(await readdir(inFolder("spec"))).toEqual(["api.yaml", "folder", "source.json"]);
  });
});

describe("the report", () => {
  it("names what breaks and the next version, before anything is written", async () => {
    await write("next.yaml", NEXT);
    const { code, stdout } = await run("pull", "next.yaml", "--dry-run");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^small: 1 breaking.*\(1\.4\.2 → 2\.0\.0\)\n {2}\S+ {2}Thing\.name$/m);
    expect(stdout).not.toContain("Written");
    expect(await pin()).toEqual(PINNED);
  });

  it("is made for every project of the pin, with its overlays", async () => {
    const projects = [
      { name: "plain", document: "spec/source.json", output: "plain" },
      {
        name: "fixed",
        document: "spec/source.json",
        output: "fixed",
        overlays: ["fix.yaml"],
      },
      { name: "other", document: "missing.yaml", output: "other" },
    ];
    await write("unfold.config.json", JSON.stringify({ projects }));
    await write(
      "fix.yaml",
      [
        "overlay: 1.0.0",
        "info: { title: Fix, version: '1' }",
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
        { project: "fixed", bump: "none", changes: [] },
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
