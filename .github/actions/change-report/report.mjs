// Runs `unfold check` and `unfold diff`, writes the report as one comment of the pull request, which later runs replace,
// and fails as the two commands do. Needs no package.
import { spawnSync } from "node:child_process";
import { appendFileSync } from "node:fs";

const {
  UNFOLD_COMMAND: command = "npx unfold",
  UNFOLD_BASE: base = "",
  UNFOLD_FAIL_ON: failOn = "",
  UNFOLD_IMPACT: impact = "",
  UNFOLD_PULL_REQUEST: number = "",
  GITHUB_TOKEN: token = "",
  GITHUB_REPOSITORY: repository = "",
  GITHUB_API_URL: api = "https://api.github.com",
  GITHUB_STEP_SUMMARY: summary = "",
} = process.env;

/** By which the comment is found again. */
const MARKER = "<!-- unfold change report -->";
/** GitHub takes 65,536 characters. */
const LONGEST = 60_000;

const [program, ...first] = command.split(" ").filter(Boolean);

function unfold(...args) {
  const { status, stdout, stderr, error } = spawnSync(program, [...first, ...args], {
    encoding: "utf8",
    maxBuffer: 256 << 20,
  });
  if (error !== undefined) throw error;
  process.stderr.write(stderr);
  return { status: status ?? 1, stdout };
}

const check = unfold("check", "--format", "github");
process.stdout.write(check.stdout);
const statuses = [check.status];
let report = "There is no pull request to compare with.";
if (base !== "") {
  const options = [
    ...(impact === "" ? [] : ["--impact", impact]),
    ...(failOn === "" ? [] : ["--fail-on", failOn]),
  ];
  const diff = unfold("diff", `git:${base}`, "--format", "markdown", ...options);
  report = diff.stdout.trim() || "The documents could not be compared: see the log.";
  process.stdout.write(`${report}\n`);
  statuses.push(diff.status);
}

const drift =
  check.status === 0
    ? "The generated client is fresh."
    : "**The generated client is not fresh**: see the annotations.";
await tell(`${MARKER}\n## Unfold\n\n${drift}\n\n${shortened(report)}\n`);
// Bad input is worse than bad usage, and both are worse than drift: see the exit codes of the commands.
process.exitCode = Math.max(...statuses);

function shortened(text) {
  if (text.length <= LONGEST) return text;
  const end = text.lastIndexOf("\n", LONGEST);
  return `${text.slice(0, end)}\n\n… and more: see the log of this run.`;
}

async function tell(body) {
  if (summary !== "") appendFileSync(summary, body);
  if (token === "" || number === "") return;
  const comments = `/repos/${repository}/issues/${number}/comments`;
  const known = await findComment(comments);
  await call(
    known === undefined ? "POST" : "PATCH",
    known === undefined ? comments : `/repos/${repository}/issues/comments/${known}`,
    { body },
  );
}

/** The number of the comment that an earlier run wrote. */
async function findComment(comments) {
  for (let page = 1; ; page++) {
    const found = await call("GET", `${comments}?per_page=100&page=${page}`);
    const own = found.find(({ body }) => body?.startsWith(MARKER));
    if (own !== undefined) return own.id;
    if (found.length < 100) return undefined;
  }
}

async function call(method, path, body) {
  const response = await fetch(api + path, {
    method,
    headers: {
      accept: "application/vnd.github+json",
      authorization: `Bearer ${token}`,
      "x-github-api-version": "2022-11-28",
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) {
    const hint = response.status === 403 ? ": the job needs `pull-requests: write`" : "";
    throw new Error(`${method} ${path.split("?")[0]} gave ${response.status}${hint}`);
  }
  return response.json();
}
