/** Clients of two versions of one API in one program: types, errors and events of each stay its own. */
import { build as bundle } from "esbuild";
import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Project } from "../../../generator/config/index.js";
import { build } from "../../../generator/run/build.js";
import { writeOutput } from "../../../generator/write/disk.js";
import config from "../../../unfold.config.js";
import { ok, serve, type Server } from "../../support/servers/server.js";
import { COMPILERS, temporaryFolder, typecheck } from "../../support/typecheck.js";

const ROOT = join(import.meta.dirname, "../../..");
const [STRIPE] = config.projects;

/** The pinned document, and what it may have been in an earlier version. */
const OVERLAYS = { latest: [], earlier: ["test/e2e/versions/earlier.yaml"] } as const;

type Run = (...args: readonly unknown[]) => Promise<unknown>;

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let program: Readonly<Record<string, Run | undefined>>;

beforeAll(async () => {
  if (STRIPE === undefined) throw new Error("there is no project");
  folder = await temporaryFolder();
  const { package: _, ...plain } = STRIPE;
  for (const [name, more] of Object.entries(OVERLAYS)) {
    const overlays = [...(STRIPE.overlays ?? []), ...more];
    const include: Project["include"] = ["path:/v1/customers/{customer}"];
    const project: Project = { ...plain, name, overlays, include, raw: false, testing: false };
    const built = await build(project, { cwd: ROOT });
    await mkdir(join(folder.path, name));
    await writeOutput(join(folder.path, name), built.output, built.manifest);
  }
  for (const file of ["program.ts", "types.ts"]) {
    await copyFile(join(import.meta.dirname, "program", file), join(folder.path, file));
  }
  await writeFile(join(folder.path, "package.json"), '{ "type": "module" }');
  const outfile = join(folder.path, "program.mjs");
  const entryPoints = [join(folder.path, "program.ts")];
  await bundle({ entryPoints, bundle: true, format: "esm", outfile, logLevel: "error" });
  program = await import(outfile);
});
afterAll(() => folder.remove());

async function run(name: string, { url }: Server): Promise<unknown> {
  const { hostname: host, port } = new URL(url);
  return program[name]?.({ host, port: Number(port), protocol: "http", maxNetworkRetries: 0 });
}

const CUSTOMER = { id: "cus_1", object: "customer" };

describe("clients of two versions", () => {
  it.each(COMPILERS)("compile in one program, each with its types (%s)", async (compiler) => {
    expect(await typecheck(compiler, [folder.path])).toBe("");
  });

  it("send their own version, or that of the call", async () => {
    await using server = await serve(
      ok({ ...CUSTOMER, account_balance: 7, email: 1 }),
      ok({ ...CUSTOMER, email: "ada@example.com" }),
    );
    expect(await run("calls", server)).toEqual([7, "ada@example.com"]);
    const sent = server.received.map(({ headers }) => headers["stripe-version"]);
    expect(sent).toEqual(["2023-08-16", "2024-04-10", "2020-08-27"]);
  });

  it("have errors of their own, which have one name and type", async () => {
    const error = {
      type: "card_error",
      message: "Declined.",
      decline_code: "lost_card",
      earlier: "e",
    };
    await using server = await serve(ok({ error }, 402));
    expect(await run("errors", server)).toEqual([
      [true, true, false, false, "Declined.", "lost_card", "e"],
      [false, false, true, true, "Declined.", "lost_card", undefined],
    ]);
  });

  it.each([
    ["earlier", "2023-08-16", 7],
    ["latest", "2024-04-10", "ada@example.com"],
  ] as const)("tell the %s events by their version", async (name, api_version, wanted) => {
    const object =
      name === "earlier"
        ? { ...CUSTOMER, account_balance: 7 }
        : { ...CUSTOMER, email: "ada@example.com" };
    const event = { object: "event", type: "customer.updated", api_version, data: { object } };
    expect(await program["webhook"]?.(name, JSON.stringify(event))).toBe(wanted);
  });
});
