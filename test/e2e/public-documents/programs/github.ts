/** GitHub: Link headers, a redirect, other media types, a union told apart. */
import { createClient, isApiError } from "./client/index.js";
import { issuesCreate, issuesListForRepo } from "./client/operations/issues.js";
import { reposGet, reposGetContent } from "./client/operations/repos.js";

export const overrides = {
  "GET /repos/{owner}/{repo}": () => Response.json({ message: "Not Found" }, { status: 404 }),
};

export async function run(baseUrl: string): Promise<string> {
  const github = createClient({ baseUrl, maxNetworkRetries: 0 });
  const issues = await issuesListForRepo(github, "octo", "hello", { labels: "bug", per_page: 1 });
  const link = "lastResponse" in issues ? issues.lastResponse.headers.get("link") : undefined;
  const made = await issuesCreate(github, "octo", "hello", { title: "It breaks", labels: ["bug"] });
  const content = await reposGetContent(github, "octo", "hello", "README.md");
  const status = await reposGet(github, "octo", "gone").then(
    () => 200,
    (error: unknown) => (isApiError(error) ? error.status : 0),
  );
  if (status !== 404) throw new Error(`status ${status}`);
  return `#${made.number}; link ${link}; ${typeof content}`;
}
