/** The two tarballs, as linters of packages and strangers see them. */
import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundle, BUNDLERS } from "../../support/package/bundle.js";
import { install, type Packed, packed, ROOT } from "../../support/package/packed.js";

const run = promisify(execFile);

interface Listing {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

/** What a linter of packages says about a tarball; it fails when it finds fault. */
async function lint(bin: string, ...args: readonly string[]): Promise<string> {
  const env = { ...process.env, NO_COLOR: "1" };
  const file = join(ROOT, "node_modules", ".bin", bin);
  try {
    return (await run(file, args, { env })).stdout;
  } catch (error) {
    if (error instanceof Error && "stdout" in error) return `${bin}: ${String(error.stdout)}`;
    throw error;
  }
}

describe("the client", () => {
  let client: Packed;
  let manifest: Readonly<Record<string, unknown>>;
  let files: readonly string[];
  beforeAll(async () => {
    client = await packed();
    const installed = join(client.folder, "node_modules", "@unfold", "stripe");
    manifest = JSON.parse(await readFile(join(installed, "package.json"), "utf8"));
    const { stdout } = await run("tar", ["tzf", client.tarball]);
    files = stdout.trim().split("\n");
  }, 300_000);

  it("has no fault that publint or attw knows", async () => {
    expect(await lint("publint", "run", client.tarball, "--strict")).toMatch(/All good!\s*$/);
    expect(await lint("attw", client.tarball, "--quiet")).toBe("");
  });

  it("depends on openapi-fetch and on nothing else", () => {
    expect(manifest["dependencies"]).toEqual({ "openapi-fetch": expect.any(String) });
    const kinds = ["peerDependencies", "optionalDependencies", "bundledDependencies", "scripts"];
    expect(kinds.filter((kind) => kind in manifest)).toEqual([]);
  });

  it("holds the licence, the document's notice and a README, and no tests", async () => {
    const top = files.filter((file) => file.split("/").length === 2);
    expect(top.sort()).toEqual(
      ["LICENSE", "NOTICE", "OPERATIONS.md", "README.md", "package.json"].map(
        (name) => `package/${name}`,
      ),
    );
    expect(files.filter((file) => !/^package\/(dist|[^/]+$)/.test(file))).toEqual([]);
    expect(files.filter((file) => /\.test\.|\/tests?\//.test(file))).toEqual([]);
  });

  it("is as large as a package of this kind may be", async () => {
    expect((await stat(client.tarball)).size).toBeLessThan(1_300_000);
    expect(files.length).toBeLessThan(1_100);
  });

  it.each(BUNDLERS)("leaves nothing of an unused import, with %s", async (bundler) => {
    const exported = Object.keys(Object(manifest["exports"]));
    const subpaths = exported.filter((subpath) => subpath !== "./package.json");
    expect(subpaths).toContain(".");
    const unused = subpaths.map((subpath) => `import "@unfold/stripe${subpath.slice(1)}";`);
    expect(await bundle(bundler, unused.join("\n"), client.folder)).toBe("");
    // Named and not used: the same, but the bundler has to look into the modules.
    const named = 'import Stripe, * as all from "@unfold/stripe";';
    expect(await bundle(bundler, named, client.folder)).toBe("");
  });
});

describe("the generator", () => {
  let folder: string;
  let listing: Listing;
  let tarball: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "unfold-stranger-"));
    const packing = run("npm", ["pack", "--json", "--pack-destination", folder], { cwd: ROOT });
    // What the build prints comes first.
    const json = /^\[\n[^]*/m.exec((await packing).stdout)?.[0] ?? "[]";
    [listing = { filename: "", files: [] }] = JSON.parse(json) as Listing[];
    tarball = join(folder, listing.filename);
  }, 120_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("holds the command line and the templates, and no tests", () => {
    const paths = listing.files.map(({ path }) => path);
    expect(paths).toContain("dist/generator/cli/main.js");
    expect(paths).toContain("templates/stripe/class.ts");
    const known =
      /^(dist\/generator|dist\/templates|templates)\/|^(CHANGELOG|README)\.md$|^(LICENSE|package\.json)$/;
    expect(paths.filter((path) => !known.test(path))).toEqual([]);
    expect(paths.filter((path) => /\.test\.|\/tests?\//.test(path))).toEqual([]);
  });

  it("has no fault that publint or attw knows", async () => {
    expect(await lint("publint", "run", tarball, "--strict")).toMatch(/All good!\s*$/);
    // It is ES modules only, as a tool may be.
    expect(await lint("attw", tarball, "--quiet", "--profile", "esm-only")).toBe("");
  });

  it("generates in a stranger's folder", async () => {
    await cp(join(ROOT, "test/fixtures/library.yaml"), join(folder, "library.yaml"));
    await install(folder, `./${listing.filename}`);
    const args = ["--no-install", "unfold", "generate", "library.yaml", "-o", "client"];
    const { stdout } = await run("npx", args, { cwd: folder });
    expect(stdout).toMatch(/\d+ operations, \d+ schemas; \d+ files written/);
    expect(await readFile(join(folder, "client/index.ts"), "utf8")).toContain("./client.js");
  });
});
