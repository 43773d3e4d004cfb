/** From nothing to a typed call, by the README's lines alone. */
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { ROOT } from "../../support/package/packed.js";
import { serve } from "../../support/servers/loopback.js";
import { startStripeServer } from "../../support/servers/stripe-server.js";
import { blocksOf, follow, packInClone, readme, stranger } from "./readme.js";

const LOOPBACK = pathToFileURL(join(import.meta.dirname, "to-loopback.mjs")).href;
const PETS = join(ROOT, "test/feature/operations/fixtures/readme/openapi.yaml");

const blocks = blocksOf(readme);
const section = (heading: string) => blocks.filter((block) => block.heading === heading);

let tarballs: string;
beforeAll(async () => {
  tarballs = await mkdtemp(join(tmpdir(), "first-hour-tarballs-"));
  for (const { code, ...block } of blocks)
    if (code.startsWith("npm ci\n")) await packInClone({ ...block, code }, tarballs);
}, 600_000);
afterAll(() => rm(tarballs, { recursive: true, force: true }));

/** What a section says to do in the reader's own project. */
const inProject = (heading: string) =>
  section(heading).filter(({ code }) => !code.startsWith("npm ci\n"));

async function newcomer() {
  const own = await stranger(tarballs);
  onTestFinished(() => own[Symbol.asyncDispose]());
  return own;
}

async function petServer(): Promise<string> {
  const { origin } = await serve((request, response) => {
    if (request.method === "POST") return response.writeHead(204).end();
    const isStream = request.url === "/pets/events";
    response.writeHead(isStream ? 200 : 404, {
      "content-type": isStream ? "text/event-stream" : "application/json",
    });
    return response.end(isStream ? 'event: came\ndata: {"name":"Rex"}\n\n' : '{"reason":"gone"}');
  });
  return origin;
}

const env = (api: string) => ({
  API: api,
  NODE_OPTIONS: `--import ${LOOPBACK}`,
  STRIPE_SECRET_KEY: "sk_test_123",
});

describe("a stranger", () => {
  it("calls Stripe", async () => {
    const project = await newcomer();
    const server = await startStripeServer();
    onTestFinished(() => server[Symbol.asyncDispose]());
    const printed = await follow(project, inProject("I use Stripe"), env(server.url));
    expect(printed).toMatch(/^cus_\w+\n(sub_\w+|null)\nada@example\.com$/m);
  });

  it("calls another API", async () => {
    const project = await newcomer();
    await cp(PETS, join(project.folder, "openapi.yaml"));
    const printed = await follow(project, inProject("I have an API"), env(await petServer()));
    expect(printed).toMatch(/^The client needs openapi-fetch: npm i openapi-fetch$/m);
    expect(printed).toMatch(/^Next: client\/README\.md has a first call to copy$/m);
    expect(printed).toMatch(/^came Rex\ngone$/m);
    expect(printed).toContain("getPet");
  });

  it("publishes a package", async () => {
    const project = await newcomer();
    await cp(PETS, join(project.folder, "openapi.yaml"));
    const git = "git -c user.name=a -c user.email=a@example.com";
    await project.run(
      "npm init -y && npm pkg set type=module && npm i -D ../unfold/dist/unfold-openapi-*.tgz",
    );
    const [init, config, ...rest] = inProject("I maintain a package");
    await follow(
      project,
      [init, config].flatMap((block) => block ?? []),
    );
    const options = { module: "nodenext", strict: true, noEmit: true, types: [] };
    const tsconfig = JSON.stringify({
      compilerOptions: options,
      include: ["generated/src", "*.ts"],
    });
    await writeFile(join(project.folder, "tsconfig.json"), tsconfig);
    await writeFile(join(project.folder, ".gitignore"), "node_modules\n");
    await project.run(`npx unfold generate && git init -q && git add . && ${git} commit -qm first`);
    const printed = await follow(project, rest);
    expect(printed).toMatch(/^pets: fresh$/m);
    expect(printed).toMatch(/^dist\/acme-pets-1\.0\.0\.tgz$/m);
    await project.run("npm i ./dist/acme-pets-*.tgz && npm i -D typescript");
    const program = 'import { createClient, createResources } from "@acme/pets";\n';
    const call =
      'export const rex: Promise<{ name: string }> = createResources(createClient()).pets.getPet("rex");\n';
    await writeFile(join(project.folder, "pets.ts"), program + call);
    await rm(join(project.folder, "unfold.config.ts"));
    await project.run("npx tsc -p .");
  });

  it("compiles under the layout of pnpm, which hides what is not asked for", async () => {
    const project = await newcomer();
    await cp(PETS, join(project.folder, "openapi.yaml"));
    await project.run("mkdir ../tools && cd ../tools && npm init -y && npm i pnpm@10");
    const path = `${join(project.folder, "../tools/node_modules/.bin")}:${process.env["PATH"]}`;
    const pnpm = (lines: string) => project.run(lines, { PATH: path });
    await pnpm("npm init -y && npm pkg set type=module");
    await pnpm("pnpm add -D ../unfold/dist/unfold-openapi-*.tgz typescript @types/node");
    const generated = await pnpm("pnpm exec unfold generate openapi.yaml -o client");
    const [, command = ""] = /^The client needs openapi-fetch: (.*)$/m.exec(generated) ?? [];
    expect(command).toBe("pnpm add openapi-fetch");
    await pnpm(command);
    expect(await pnpm("pnpm exec unfold generate openapi.yaml -o client")).not.toContain("needs");
    const [program] = inProject("I have an API").filter(({ language }) => language === "ts");
    await writeFile(join(project.folder, "pets.ts"), program?.code ?? "");
    await pnpm(
      "pnpm exec tsc --module nodenext --target es2022 --types node --strict --noEmit pets.ts",
    );
    await follow({ ...project, run: pnpm }, inProject("I maintain a package").slice(1, 2));
    const packing = "pnpm exec unfold generate && pnpm exec unfold pack";
    expect(await pnpm(packing)).toContain("dist/acme-pets-1.0.0.tgz");
  });
});

it("has a test for each block of the README", () => {
  const known = ["I use Stripe", "I have an API", "I maintain a package"];
  // What will hold once the packages are published is text, and says so.
  const others = blocks.filter(
    ({ heading, language }) => !known.includes(heading) && language !== "text",
  );
  expect(others).toEqual([]);
  for (const heading of known) expect(section(heading).length).toBeGreaterThan(2);
});
