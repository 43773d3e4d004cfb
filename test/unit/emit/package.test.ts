/** The README and the list of operations: every link leads to a file of the package, or to a page of the reference. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";
import type { Project } from "../../../generator/config/index.js";
import { build } from "../../../generator/run/build.js";
import { HARBOUR } from "../../feature/dialects/harbour/project.js";
import { siteOf } from "../../support/docs/site.js";

const FIXTURES = fileURLToPath(new URL("../../fixtures", import.meta.url));

const PACKAGE = { name: "client", version: "1.0.0", description: "A client", license: "MIT" };

const PROJECTS: readonly Project[] = [
  { name: "library", document: "library.yaml", output: "out", resources: "tags" },
  { name: "media", document: "media.yaml", output: "out" },
  { name: "places", document: "places.yaml", output: "out" },
  HARBOUR,
];

function linksIn(markdown: string): string[] {
  const html = new MarkdownIt().render(markdown);
  return [...html.matchAll(/href="([^"]*)"/g)].map(([, href = ""]) => href);
}

async function packageOf(project: Project, reference?: string) {
  const info = reference === undefined ? PACKAGE : { ...PACKAGE, reference };
  const { output, model } = await build({ ...project, package: info }, { cwd: FIXTURES });
  const text = (path: string): string => String(output.get(path));
  return { output, model, text, operations: linksIn(text("OPERATIONS.md")) };
}

describe.each(PROJECTS)("the package of $name", (project) => {
  it("links each operation's declaration", async () => {
    const { output, model, text, operations } = await packageOf(project);
    expect(operations).toHaveLength(model.operations.length);
    for (const [n, link] of linksIn(text("README.md") + text("OPERATIONS.md")).entries()) {
      expect([n, link, output.has(link)]).toEqual([n, link, true]);
    }
    for (const { name, method, path } of model.operations) {
      const line = text("OPERATIONS.md")
        .split("\n")
        .find((one) => one.includes(`\`${method} ${path}\``));
      const [module = ""] = linksIn(line ?? "");
      expect(text(module)).toContain(`function ${name}`);
    }
    expect(JSON.parse(text("package.json"))).not.toHaveProperty("homepage");
    expect(JSON.parse(text("package.json")).files).toContain("OPERATIONS.md");
  });

  it.each([
    ["https://docs.test/api", "https://docs.test/api/"],
    ["https://docs.test/api/", "https://docs.test/api/"],
    ["https://docs.test/(1)/index.html", "https://docs.test/%281%29/"],
  ])("links each operation's page where the reference is published: %s", async (address, root) => {
    const { model, text, operations } = await packageOf(project, address);
    const pages = (await siteOf({ ...project, output: "out" }, join(FIXTURES))).files();
    expect(operations).toHaveLength(model.operations.length);
    for (const link of [...operations, ...linksIn(text("README.md"))]) {
      if (link === "OPERATIONS.md") continue;
      expect([link, link.startsWith(root)]).toEqual([link, true]);
      expect([link, pages.has(decodeURI(link.slice(root.length)))]).toEqual([link, true]);
    }
    expect(linksIn(text("README.md"))).toContain(`${root}index.html`);
    expect(JSON.parse(text("package.json")).homepage).toBe(address);
  });
});
