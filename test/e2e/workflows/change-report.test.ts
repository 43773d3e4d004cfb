/** The change report of a pull request: the action's own steps, with git and a stand-in for GitHub's API. */
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { afterEach, beforeEach, expect, it } from "vitest";
import { MAIN } from "../../support/cli.js";
import { smallProject, type SmallProject } from "../../support/project.js";

const ACTION = fileURLToPath(new URL("../../../.github/actions/change-report/", import.meta.url));

interface Comment {
  readonly id: number;
  body: string;
}

let project: SmallProject;
let server: Server;
let comments: Comment[];
/** `POST /repos/…` in order. */
let calls: string[];
let status: number;
beforeEach(async () => {
  project = await smallProject();
  comments = Array.from({ length: 100 }, (_, id) => ({ id, body: `Comment ${id}` }));
  calls = [];
  status = 200;
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method = "", url = "", headers } = request;
    calls.push(`${method} ${url} ${headers.authorization}`);
    const { body = "" } = JSON.parse(Buffer.concat(chunks).toString() || "{}");
    const page = Number(new URL(url, "http://x").searchParams.get("page"));
    const id = Number(/comments\/(\d+)$/.exec(url)?.[1]);
    if (method === "POST") comments.push({ id: comments.length, body });
    for (const comment of comments)
      if (method === "PATCH" && comment.id === id) comment.body = body;
    const found = method === "GET" ? comments.slice((page - 1) * 100, page * 100) : {};
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(found));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  await act({ UNFOLD_BASE: "" }, "generate");
  await git("init", "--quiet");
  await project.write(".gitignore", "node_modules\n");
  await commit();
});
afterEach(async () => {
  server.close();
  await project.remove();
});

function git(...args: string[]): Promise<string> {
  const identity = ["-c", "user.name=a", "-c", "user.email=a@example.com"];
  return run("git", [...identity, ...args], process.env).then(({ output }) => output);
}

async function commit(): Promise<void> {
  await git("add", "--all");
  await git("commit", "--quiet", "--message", "x");
}

function run(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    execFile(command, args, { cwd: project.cwd, env }, (error, stdout, stderr) => {
      resolve({ code: Number(error?.code ?? 0), output: stdout + stderr });
    });
  });
}

/** The action's step with these inputs; or the command line alone. */
async function act(env: Record<string, string>, command?: string) {
  const { port } = server.address() as AddressInfo;
  const unfold = `${process.execPath} ${MAIN}`;
  if (command !== undefined) {
    const [program = "", ...args] = `${unfold} ${command}`.split(" ");
    return run(program, args, process.env);
  }
  const action = parse(await readFile(join(ACTION, "action.yml"), "utf8"));
  const [step] = action.runs.steps;
  return run("bash", ["-euo", "pipefail", "-c", step.run], {
    ...process.env,
    GITHUB_ACTION_PATH: ACTION,
    GITHUB_API_URL: `http://127.0.0.1:${port}`,
    GITHUB_REPOSITORY: "owner/shop",
    GITHUB_TOKEN: "secret",
    UNFOLD_COMMAND: unfold,
    UNFOLD_BASE: "HEAD",
    UNFOLD_PULL_REQUEST: "7",
    ...env,
  });
}

const widen = async (): Promise<void> =>
  project.write("api.yaml", (await project.read("api.yaml")).replace("size:", "weight:"));

it("tells drift and what changes in one comment, which the next run replaces", async () => {
  await widen();
  const first = await act({});
  expect(first.code).toBe(1);
  expect(first.output).toContain("::error file=client/schemas/other.ts::");
  const own = comments.filter(({ body }) => body.startsWith("<!-- unfold change report -->"));
  expect(own).toHaveLength(1);
  expect(own[0]?.body).toContain("**The generated client is not fresh**");
  expect(own[0]?.body).toContain("weight");
  expect(calls.every((call) => call.endsWith(" Bearer secret"))).toBe(true);

  await act({ UNFOLD_BASE: "" }, "generate");
  const second = await act({});
  expect(second.code).toBe(0);
  expect(comments).toHaveLength(101);
  expect(comments[100]?.body).toContain("The generated client is fresh.");
  expect(calls.at(-1)).toBe("PATCH /repos/owner/shop/issues/comments/100 Bearer secret");
});

it("fails at a level, says what it does to a program, and stays silent without a token", async () => {
  await project.write(
    "program.ts",
    'import type { Other } from "./client/index.js";\nexport const size = ({} as Other).size;\n',
  );
  await project.write(
    "tsconfig.json",
    JSON.stringify({
      compilerOptions: { target: "es2022", module: "nodenext", strict: true, types: [] },
      files: ["program.ts"],
    }),
  );
  await widen();
  await act({ UNFOLD_BASE: "" }, "generate");
  const { code, output } = await act({
    UNFOLD_FAIL_ON: "major",
    UNFOLD_IMPACT: "tsconfig.json",
    GITHUB_TOKEN: "",
  });
  expect(code).toBe(1);
  expect(output).toMatch(/program\.ts:2:35.*TS2339/);
  expect(calls).toEqual([]);
});

it.each([
  [403, "the job needs `pull-requests: write`"],
  [500, "gave 500"],
])("says why the comment was not written: %i", async (refused, message) => {
  status = refused;
  const { code, output } = await act({});
  expect(code).not.toBe(0);
  expect(output).toContain(message);
  expect(output).not.toContain("secret");
});

it("fails with bad input as the commands do", async () => {
  const { code, output } = await act({ UNFOLD_BASE: "nowhere", GITHUB_TOKEN: "" });
  expect(code).toBe(3);
  expect(output).toContain("git rev-parse failed");
});

it("is passed every input by the action, and nothing of the event by text", async () => {
  const action = parse(await readFile(join(ACTION, "action.yml"), "utf8"));
  const [step] = action.runs.steps;
  expect(step.run).not.toContain("${{");
  const used = Array.from(JSON.stringify(step).matchAll(/inputs\.([\w-]+)/g), ([, name]) => name);
  expect(used.sort()).toEqual(Object.keys(action.inputs).sort());
});
