/** A second dialect, of a made-up API: what is the API's own is in its configuration and templates alone. */
import { build as bundle } from "esbuild";
import { copyFile, writeFile } from "node:fs/promises";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { build } from "../../../generator/run/build.js";
import { writeOutput } from "../../../generator/write/disk.js";
import { type Handler, ok, serve } from "../../support/servers/server.js";
import { COMPILERS, run, temporaryFolder, typecheck } from "../../support/typecheck.js";
import { HARBOUR } from "./harbour/project.js";

const HERE = join(import.meta.dirname, "harbour");

type Run = (url: string, ...args: readonly string[]) => Promise<unknown>;

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let program: Readonly<Record<string, Run>>;

beforeAll(async () => {
  folder = await temporaryFolder();
  const built = await build(HARBOUR, { cwd: folder.path, strict: true });
  await writeOutput(join(folder.path, "client"), built.output, built.manifest);
  for (const file of ["program.ts", "types.ts"]) {
    await copyFile(join(HERE, file), join(folder.path, file));
  }
  await writeFile(join(folder.path, "package.json"), '{ "type": "module" }');
  const outfile = join(folder.path, "program.mjs");
  const entryPoints = [join(folder.path, "program.ts")];
  await bundle({ entryPoints, bundle: true, format: "esm", outfile, logLevel: "error" });
  program = await import(outfile);
});
afterAll(() => folder.remove());

/** What a function of the program gives, and the requests it made. */
async function call(name: string, ...responses: readonly [Handler, ...Handler[]]) {
  await using server = await serve(...responses);
  const result = await program[name]?.(server.url);
  return { result, received: server.received };
}

describe("the client of an API of another kind", () => {
  it.each(COMPILERS)("compiles, and types what is embedded (TypeScript %s)", async (compiler) => {
    expect(await typecheck(compiler, [folder.path])).toBe("");
  });

  it.each(COMPILERS)("has templates that compile where they stand (%s)", async (compiler) => {
    expect(await run(compiler, ["-p", HERE, "--pretty", "false"])).toBe("");
  });

  it("asks for what is embedded in one parameter", async () => {
    const pier = { no: 3, master: { no: 4, name: "Grace" } };
    const ship = { no: 7, name: "Ada", pier, crew: [{ no: 5, name: "Alan" }] };
    const response = ok(ship, 200, { "harbour-log": "log-1" });
    const { result, received } = await call("embedded", response);
    expect(result).toEqual(["Grace", ["Alan"], "log-1"]);
    expect(received).toMatchObject([
      { url: "/ships/7?embed=pier.master,crew", headers: { "harbour-key": "anchor" } },
    ]);
    expect(received[0]?.headers["harbour-edition"]).toBe("7");
  });

  it("goes from page to page", async () => {
    const ship = (name: string) => ({
      name,
      pier: { no: 1 },
      voyages: { items: [{ from: { no: 2 } }], next: null },
    });
    const { result, received } = await call(
      "everyShip",
      ok({ items: [ship("a"), ship("b")], next: "c 2" }),
      ok({ items: [ship("c")], next: null }),
    );
    expect(result).toEqual(["a 1 2", "b 1 2", "c 1 2"]);
    expect(received.map(({ url }) => url)).toEqual([
      "/ships?embed=pier,voyages.from",
      "/ships?embed=pier,voyages.from&after=c%202",
    ]);
  });

  it("has resources, and writes dates as text", async () => {
    const { result, received } = await call(
      "byResource",
      ok({ items: [{}], next: "2" }),
      ok({ items: [{}, {}], next: null }),
    );
    expect(result).toBe(2);
    expect(received[0]?.url).toBe("/ships?seen_since=1970-01-01T00%3A00%3A00.000Z");
  });

  it("sends bodies as JSON", async () => {
    const { result, received } = await call("register", ok({ no: 9 }, 201));
    expect(result).toBe(9);
    const [request] = received;
    expect(request?.headers).toMatchObject({
      "content-type": "application/json",
      "harbour-once": "once-1",
    });
    expect(JSON.parse(String(request?.body))).toEqual({
      name: "Ada",
      launched: "2024-01-02T00:00:00.000Z",
    });
  });

  it.each([
    [404, { fault: { slug: "adrift", text: "Gone" } }, [true, "adrift", "Gone", 404]],
    [400, { fault: { slug: "fog", text: "No sight" } }, [false, "fog", "No sight", 400]],
    [500, { error: { message: "Another's" } }, [false, undefined, "Status 500", 500]],
  ])("has errors of its own: %i %j", async (status, body, expected) => {
    expect((await call("failure", ok(body, status))).result).toEqual(expected);
  });

  it("opens notices that its API has sealed, and no others", async () => {
    const received = await delivered({
      kind: "ship-docked",
      at: "2024-01-02T00:00:00Z",
      payload: { entity: { no: 7, name: "Ada" }, by: "Grace" },
    });
    const { text, seal } = received;
    expect(await program["notice"]?.("", text, seal)).toEqual(["Ada", "Grace"]);
    await expect(program["notice"]?.("", `${text} `, seal)).rejects.toThrow("The seal is broken");
  });

  it("can be tested without a server", async () => {
    expect(await program["pretended"]?.("")).toEqual([
      7,
      "Grace",
      "object",
      "GET /ships/{ship}: embed: crew.shipp cannot be expanded (did you mean ship?)",
    ]);
  });
});

/** A notice as it arrives where the API sends it. */
async function delivered(
  notice: object,
): Promise<{ readonly text: string; readonly seal: string }> {
  await using server = await serve(ok({}));
  const body = JSON.stringify(notice);
  const seal = createHash("sha256").update(`key${body}`).digest("hex");
  await fetch(server.url, { method: "POST", body, headers: { "harbour-seal": seal } });
  const [request] = server.received;
  return {
    text: String(request?.body),
    seal: String(request?.headers["harbour-seal"]),
  };
}
