/** The examples that a team copies, in a repository of their own, as far as a shell can run them. */
import { cp, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { MAIN } from "../../support/cli.js";
import { bash, type Finished, readWorkflow, runJob, type Shell } from "../../support/workflow.js";

const DOCUMENT = `
openapi: 3.1.0
info: { title: Small, version: "1" }
paths:
  /thing:
    get:
      operationId: getThing
      responses:
        "200": { description: x, content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } } }
components:
  schemas:
    Thing: { type: object, properties: { name: { type: string } } }
`;
const WIDER = DOCUMENT.replace("{ name:", "{ colour: { type: string }, name:");
const BREAKING = DOCUMENT.replace("{ name:", "{ title:");

const example = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** Holds `origin.git`, a clone of it in `work`, and the package `unfold` that the clone depends on. */
let folder: string;
let shell: Shell;
let server: Server;
let address: string;
/** What the server responds with. */
let published = DOCUMENT;

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), "unfold-examples-")));
  shell = { cwd: join(folder, "work"), env: environment() };
  server = createServer((_, response) => void response.end(published));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const at = server.address();
  address = `http://127.0.0.1:${typeof at === "object" ? at?.port : at}/openapi.yaml`;
  await installable();
  await repository();
});

afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  published = DOCUMENT;
  await done("git switch --quiet --force main && git reset --quiet --hard origin/main");
  await done("git clean --quiet --force -d");
});

function environment(): Record<string, string> {
  return {
    PATH: [join(folder, "bin"), process.env["PATH"]].join(delimiter),
    GIT_CONFIG_GLOBAL: join(folder, "gitconfig"),
    GIT_CONFIG_NOSYSTEM: "1",
    GITHUB_STEP_SUMMARY: join(folder, "summary.md"),
    RUNNER_TEMP: folder,
    npm_config_offline: "true",
    npm_config_update_notifier: "false",
    NO_PROXY: "127.0.0.1",
    no_proxy: "127.0.0.1",
  };
}

/** Unfold as a package with a command, and a `gh` that writes down what it is asked for. */
async function installable(): Promise<void> {
  await mkdir(join(folder, "unfold"));
  await mkdir(join(folder, "bin"));
  const manifest = { name: "unfold", version: "0.0.0", type: "module", bin: "main.js" };
  await write("unfold/package.json", JSON.stringify(manifest));
  await write("unfold/main.js", `#!/usr/bin/env node\nimport ${JSON.stringify(MAIN)};\n`, 0o755);
  const gh = '#!/bin/sh\n[ "$2" = view ] && exit 1\necho "$@" >> "$RUNNER_TEMP/gh.txt"\n';
  await write("bin/gh", gh, 0o755);
  await write("gitconfig", "[user]\nname = Test\nemail = test@example.com\n");
}

async function repository(): Promise<void> {
  await mkdir(shell.cwd);
  await write("work/.gitignore", "node_modules\n");
  const devDependencies = { unfold: "file:../unfold" };
  await write("work/package.json", JSON.stringify({ private: true, devDependencies }));
  const projects = [{ name: "small", document: "spec/source.json", output: "client" }];
  await write("work/unfold.config.json", JSON.stringify({ projects }));
  await mkdir(join(shell.cwd, ".githooks"));
  await cp(example("pre-commit"), join(shell.cwd, ".githooks/pre-commit"));
  await done("npm install --no-audit --no-fund");
  await done(`npx unfold pull ${address} --save spec/openapi.yaml && npx unfold generate`);
  await done("git init --quiet --bare --initial-branch main ../origin.git");
  await done("git init --quiet --initial-branch main && git remote add origin ../origin.git");
  await done(
    "git add --all && git commit --quiet --message Begin && git push --quiet -u origin main",
  );
}

function write(path: string, text: string, mode = 0o644): Promise<void> {
  return writeFile(join(folder, path), text, { mode });
}

const run = (script: string): Promise<Finished> => bash(script, shell);

async function done(script: string): Promise<string> {
  const { code, output } = await run(script);
  if (code !== 0) throw new Error(`${script}\n${output}`);
  return output.trim();
}

const pull = (document: string): Promise<string> => {
  published = document;
  return done(`npx unfold pull ${address}`);
};

describe("github-actions.yml", () => {
  const job = async (name: string): ReturnType<typeof runJob> => {
    const workflow = await readWorkflow(example("github-actions.yml"));
    await rm(join(folder, "summary.md"), { force: true });
    const env = { ...shell.env, ...(name === "update" ? { SPEC_URL: address } : {}) };
    const expressions = { "github.base_ref": "main", "github.token": "token" };
    return runJob(workflow, name, { ...shell, env }, expressions);
  };

  it("passes a pull request whose client is fresh and breaks nobody, and says what it adds", async () => {
    await pull(WIDER);
    await done("npx unfold generate && git switch --quiet --create wider");
    await done("git add --all && git commit --quiet --message Wider");
    const steps = await job("check");
    expect(steps.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
    expect(await readFile(join(folder, "summary.md"), "utf8")).toContain("Thing.colour");
  });

  it("fails one that changed the document alone, with an annotation of each file", async () => {
    await pull(BREAKING);
    const steps = await job("check");
    expect(steps.map(({ code }) => code)).toEqual([0, 1]);
    expect(steps[1]?.output).toMatch(/^::error file=client\/schemas\/thing\.ts::/m);
  });

  it("fails one that breaks those who use the client", async () => {
    await pull(BREAKING);
    await done("npx unfold generate");
    const steps = await job("check");
    expect(steps.map(({ code }) => code)).toEqual([0, 0, 0, 1]);
    expect(steps[3]?.output).toMatch(
      /^::error file=spec\/openapi\.yaml,line=\d+,col=\d+,title=response-property-removed::Thing\.name/m,
    );
  });

  it("proposes a newer document with its client, once", async () => {
    published = BREAKING;
    const steps = await job("update");
    expect(steps.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
    const changed = await done("git diff --name-only main origin/update-api-client");
    expect(changed.split("\n")).toEqual(
      expect.arrayContaining(["client/schemas/thing.ts", "spec/openapi.yaml", "spec/source.json"]),
    );
    expect(await readFile(join(folder, "gh.txt"), "utf8")).toMatch(
      /^pr create --head update-api-client --title Update the API client --body-file \S+$/m,
    );
    expect(await readFile(join(folder, "changes.md"), "utf8")).toContain("Thing.name");
  });

  it("proposes nothing when nothing is new", async () => {
    await rm(join(folder, "gh.txt"), { force: true });
    expect((await job("update")).map(({ code }) => code)).toEqual([0, 0, 0, 0]);
    expect(await done("git branch --show-current")).toBe("main");
    await expect(readFile(join(folder, "gh.txt"))).rejects.toThrow("ENOENT");
  });
});

describe("pre-commit", () => {
  beforeAll(() => done("git config core.hooksPath .githooks"));

  const commit = (what: string): Promise<Finished> =>
    run(`git add -- ${what} && git commit --message Change`);

  it("refuses a document without its client", async () => {
    await pull(WIDER);
    const { code, output } = await commit("spec");
    expect(code).toBe(1);
    expect(output).toMatch(/stale +schemas\/thing\.ts[^]*The commit is refused/);
  });

  it("refuses a document whose client is made but left out", async () => {
    await pull(WIDER);
    await done("npx unfold generate");
    const { code, output } = await commit("spec");
    expect(code).toBe(1);
    expect(output).toMatch(/not staged:\n[^]*client\/schemas\/thing\.ts/);
  });

  it("refuses a client that was edited by hand", async () => {
    await done("echo '// edited' >> client/schemas/thing.ts");
    const { code, output } = await commit("client");
    expect(code).toBe(1);
    expect(output).toContain("hand-edited");
  });

  it("lets both pass together", async () => {
    await pull(WIDER);
    await done("npx unfold generate");
    expect(await commit("spec client")).toMatchObject({ code: 0 });
  });

  it("does not look at other commits", async () => {
    await pull(WIDER);
    await done("echo notes > notes.txt");
    const { code, output } = await commit("notes.txt");
    expect(code).toBe(0);
    expect(output).not.toContain("small");
  });
});
