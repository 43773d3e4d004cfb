/** The page of a change report, in a browser. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { diffModels } from "../../../generator/diff/index.js";
import { formatDiffs } from "../../../generator/diff/report/index.js";
import { CHROMIUM } from "../../support/chromium.js";
import { modelOf, type Part } from "../../support/model.js";

const HOSTILE = `</script><img src=x onerror="document.title='hacked'">`;
const schema = (properties: object): Part => ({
  components: {
    schemas: {
      Thing: { type: "object", required: ["name"], properties },
      Other: { type: "object", properties },
    },
  },
});
const OLD = schema({ name: { type: "string" }, kind: { enum: ["a"] }, gone: { type: "string" } });
const NEW = schema({ name: { type: "string" }, kind: { enum: ["a", HOSTILE] }, more: {} });

function page(): string {
  const report = diffModels(modelOf(OLD).model, modelOf(NEW).model);
  return formatDiffs([{ project: HOSTILE, ...report }], "html");
}

it("is one page that asks for nothing and holds text of the document as text", () => {
  const html = page();
  expect(html).toContain("default-src &#39;none&#39;");
  expect(html).not.toContain("<img");
  expect(html).not.toMatch(/\b(?:src|href)="(?!#)/);
});

const title = CHROMIUM === undefined ? "in Chromium (skipped: it is not installed)" : "in Chromium";

describe.skipIf(CHROMIUM === undefined)(title, () => {
  let folder: string;
  let browser: Browser;
  let url: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "unfold-page-"));
    await writeFile(join(folder, "changes.html"), page());
    url = pathToFileURL(join(folder, "changes.html")).href;
    browser = await chromium.launch({
      executablePath: CHROMIUM ?? "",
      args: ["--no-sandbox", "--disable-gpu"],
    });
  });
  afterAll(async () => {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function open(
    address = url,
    colorScheme: "light" | "dark" = "light",
  ): Promise<{ readonly tab: Page; readonly said: readonly string[] }> {
    const tab = await browser.newPage({ colorScheme });
    const said: string[] = [];
    tab.on("console", (message) => said.push(message.text()));
    tab.on("pageerror", (error) => said.push(error.message));
    tab.on("request", (request) => {
      if (!request.url().startsWith("file:")) said.push(request.url());
    });
    await tab.goto(address);
    return { tab, said };
  }

  const names = (tab: Page): Promise<string[]> =>
    tab.locator("li[data-level]:visible .name").allTextContents();

  it("runs under its own policy, without a word of complaint or a request", async () => {
    const { tab, said } = await open();
    expect(await names(tab)).toEqual(["gone", "kind", "more"]);
    expect(await tab.locator("#count").textContent()).toBe("3 of 3 shown");
    expect(await tab.title()).not.toBe("hacked");
    expect(said).toEqual([]);
    const refused = tab.waitForEvent("console", (message) => message.text().includes("Content"));
    await tab.evaluate(() => {
      document.body.append(
        Object.assign(document.createElement("img"), { src: "http://127.0.0.1:9/" }),
      );
    });
    expect((await refused).text()).toContain("Content Security Policy");
  });

  it("filters by level, resource and words, and remembers it in the address", async () => {
    const { tab } = await open();
    await tab.getByLabel("compatible").uncheck();
    expect(await names(tab)).toEqual(["gone", "kind"]);
    await tab.getByLabel("search").fill("Other kind");
    expect(await names(tab)).toEqual(["kind"]);
    const again = await open(tab.url());
    expect(await names(again.tab)).toEqual(["kind"]);
    await again.tab.getByLabel("search").fill("");
    await again.tab.getByLabel("resource").selectOption({ index: 1 });
    expect(await names(again.tab)).toEqual(["gone", "kind"]);
  });

  it("leads to one change by a link, whatever is filtered", async () => {
    const { tab } = await open();
    const anchor = await tab.locator("li[data-level] .name").last().getAttribute("href");
    const linked = await open(`${url}?levels=breaking${anchor}`);
    expect(await names(linked.tab)).toEqual(["gone", "more"]);
  });

  it.each(["light", "dark"] as const)("can be read in %s", async (scheme) => {
    const { tab } = await open(url, scheme);
    const ratios = await tab.evaluate(() => {
      const channels = (colour: string): number[] =>
        (colour.match(/\d+(?:\.\d+)?/g) ?? []).map(Number);
      const light = (colour: string): number => {
        const [r = 0, g = 0, b = 0] = channels(colour).map((value) => {
          const part = value / 255;
          return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const paper = light(getComputedStyle(document.body).backgroundColor);
      return [...document.querySelectorAll("h1, label, .level, .kind, .name, .behind, code")].map(
        (element) => {
          const ink = light(getComputedStyle(element).color);
          return (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
        },
      );
    });
    // WCAG 2.2, criterion 1.4.3.
    expect(Math.min(...ratios)).toBeGreaterThanOrEqual(4.5);
    const dark = await tab.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(dark === "rgb(255, 255, 255)").toBe(scheme === "light");
  });
});
