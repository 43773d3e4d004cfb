/** The reference as people use it: Stripe's pages and those of a document of another kind, in Debian's Chromium. */
import { createRequire } from "node:module";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import config from "../../../unfold.config.js";
import { temporaryFolder } from "../../support/typecheck.js";
import { CHROMIUM } from "../../support/chromium.js";
import { serve, writeSite } from "./browser.js";
import { siteOf } from "../../support/docs/site.js";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const EXPIRE = "stripe/operations/PostCheckoutSessionsSessionExpire.html";
const CREATE = "stripe/operations/PostCheckoutSessions.html";
const PAGES = [
  EXPIRE,
  CREATE,
  "stripe/operations/GetCustomers.html",
  "stripe/index.html",
  "stripe/schemas.html",
  "stripe/events.html",
  "stripe/groups/checkout.html",
  "stripe/schemas/checkout.session.html",
  "large/index.html",
  "library/changes.html",
  "library/index.html",
  "media/index.html",
  "media/events.html",
  "media/operations/addPicture.html",
  "media/operations/getPicture.html",
  "media/operations/listenSounds.html",
  "media/schemas/Picture.html",
];

/** So many operations that its index lists groups alone. */
function largeDocument(): object {
  const responses = { 200: { description: "" } };
  const paths = Array.from({ length: 1501 }, (_, n) => [
    `/${n}`,
    { get: { operationId: `get${n}`, tags: [`tag${n % 3}`], responses } },
  ]);
  const info = { title: "A service whose name is longer than a window is wide", version: "1" };
  return { openapi: "3.1.0", info, paths: Object.fromEntries(paths) };
}

const title = CHROMIUM === undefined ? "the pages (skipped: there is no Chromium)" : "the pages";

describe.skipIf(CHROMIUM === undefined)(title, () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let browser: Browser;
  /** What the browser complains of on the page. */
  let problems: string[] = [];

  beforeAll(async () => {
    folder = await temporaryFolder();
    const [stripe] = config.projects;
    if (stripe === undefined) throw new Error("there is no project");
    const setting = { client: "@unfold/stripe", isPackage: true };
    const site = await siteOf(stripe, ROOT, setting);
    await writeSite(join(folder.path, "stripe"), site.files());
    const fixtures = join(ROOT, "test/fixtures");
    const media = await siteOf(
      { name: "media", document: "media.yaml", output: "client" },
      fixtures,
    );
    await writeSite(join(folder.path, "media"), media.files());
    const library = await siteOf(
      { name: "library", document: "library.yaml", output: "client" },
      fixtures,
    );
    // Of two documents that have nothing in common, everything has changed.
    await writeSite(join(folder.path, "library"), library.files(media.model));
    await writeFile(join(folder.path, "large.json"), JSON.stringify(largeDocument()));
    const large = await siteOf(
      { name: "large", document: "large.json", output: "client" },
      folder.path,
    );
    const index = [...large.files()].filter(([path]) => !path.includes("/"));
    await writeSite(join(folder.path, "large"), new Map(index));
    browser = await chromium.launch({
      ...(CHROMIUM === undefined ? {} : { executablePath: CHROMIUM }),
      args: ["--no-sandbox", "--disable-dev-shm-usage"],
    });
  });
  afterAll(async () => {
    await browser?.close();
    await folder?.remove();
  });

  function file(path: string): string {
    return (
      pathToFileURL(join(folder.path, ...path.split("#")[0]!.split("/"))).href +
      (/#.*/.exec(path)?.[0] ?? "")
    );
  }

  /** Opens a page from the disk; fails with what the browser complains of. */
  async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      ...options,
    });
    const page = await context.newPage();
    problems = [];
    page.on("console", (message) => {
      if (message.type() === "error") problems.push(message.text());
    });
    page.on("pageerror", (error) => problems.push(error.message));
    await page.goto(file(path));
    return page;
  }

  async function close(page: Page): Promise<void> {
    expect(problems).toEqual([]);
    await page.close();
    await page.context().close();
  }

  it("finds by words of names, by keys alone, and goes there", async () => {
    const page = await open("stripe/index.html");
    await page.keyboard.press("/");
    await page.keyboard.type("session expire");
    await page.waitForSelector("#found [role=option][aria-selected=true]");
    expect(await page.textContent("#found [aria-selected=true]")).toContain(
      "stripe.checkout.sessions.expire",
    );
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    await Promise.all([page.waitForURL(/Expire\.html$/), page.keyboard.press("Enter")]);
    expect(await page.textContent("h1")).toBe("stripe.checkout.sessions.expire");
    await page.goBack();
    expect(page.url()).toMatch(/index\.html$/);
    await page.goForward();
    expect(page.url()).toMatch(/Expire\.html$/);
    await close(page);
  });

  it.each([
    ["customer", "Customer"],
    ["PostCheckoutSessionsSessionExpire", "stripe.checkout.sessions.expire"],
    ["/v1/quotes/{quote}/pdf", "stripe.quotes.pdf"],
  ])("finds %s", async (text, first) => {
    const page = await open(EXPIRE);
    await page.fill("#q", text);
    await page.waitForSelector("#found [role=option][data-file]");
    expect(await page.textContent("#found [role=option]")).toContain(first);
    await page.keyboard.press("Escape");
    expect(await page.isHidden("#found")).toBe(true);
    await close(page);
  });

  it("lets the keyboard reach the content, the samples and what is folded", async () => {
    const page = await open(CREATE);
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.className)).toBe("skip");
    await page.focus("#s-class");
    await page.keyboard.press("ArrowRight");
    expect(await page.isVisible(".s-function")).toBe(true);
    expect(await page.isVisible(".s-class")).toBe(false);
    const summary = page.locator("[id='body.line_items'] > details > summary");
    await summary.focus();
    await page.keyboard.press("Enter");
    expect(await page.isVisible("[id='body.line_items.price_data']")).toBe(true);
    await close(page);
  });

  it("remembers the kind of sample on the next page", async () => {
    const page = await open(CREATE);
    await page.check("#s-curl", { force: true });
    await page.goto(file(EXPIRE));
    expect(await page.isVisible(".s-curl")).toBe(true);
    await close(page);
  });

  it("unfolds what a link points at, also on the way back", async () => {
    const anchor = "body.line_items.price_data.recurring";
    const page = await open(`${CREATE}#${anchor}`);
    expect(await page.isVisible(`[id='${anchor}.interval']`)).toBe(true);
    await page.click("[id='body.mode'] > a.n");
    expect(page.url()).toMatch(/#body\.mode$/);
    await page.goBack();
    expect(page.url()).toMatch(/recurring$/);
    await page.goForward();
    expect(page.url()).toMatch(/#body\.mode$/);
    await close(page);
  });

  it("puts what is ticked into the samples, at every level", async () => {
    const page = await open(EXPIRE);
    const sample = async (id: string): Promise<string | null> =>
      page.textContent(`.s-${id} code:not([hidden])`);
    const before = await sample("class");
    await page.check(".tree > ul > li[data-path=customer] > label > input");
    expect(await sample("class")).toContain('expand: ["customer"]');
    await page.click(".tree > ul > li[data-path=customer] > details > summary");
    await page.check("[data-path='customer.default_source'] > label > input");
    expect(await sample("function")).toContain('expand: ["customer", "customer.default_source"]');
    expect(await sample("curl")).toContain(
      "-d 'expand[0]=customer' \\\n  -d 'expand[1]=customer.default_source'",
    );
    // The third level comes from the shared graph.
    const item = page.locator("[data-path='customer.default_source']");
    await item.locator(":scope > button").click();
    const third = item.locator("li[data-path] input").first();
    await third.check();
    expect(await sample("class")).toMatch(/"customer\.default_source\.\w+"/);
    for (const path of await page
      .locator(".tree li:has(> label > input:checked)")
      .all()
      .then((all) => Promise.all(all.map((one) => one.getAttribute("data-path"))))) {
      await page.uncheck(`[data-path="${path}"] > label > input`);
    }
    expect(await sample("class")).toBe(before);
    await close(page);
  });

  it("begins the paths of a list with data", async () => {
    const page = await open("stripe/operations/GetCustomers.html");
    await page.check(".tree > ul > li:first-child > label > input");
    expect(await page.textContent(".s-class code:not([hidden])")).toMatch(
      /expand: \["data\.\w+"\]/,
    );
    await close(page);
  });

  it.each(["light", "dark"] as const)("has nothing that axe finds: %s", async (colorScheme) => {
    // axe reads the style sheet, which no script may do on a disk.
    await using site = await serve(folder.path);
    const page = await open(EXPIRE, { colorScheme, bypassCSP: true });
    const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(background).toBe(colorScheme === "light" ? "rgb(255, 255, 255)" : "rgb(17, 20, 27)");
    for (const path of PAGES) {
      await page.goto(`${site.url}/${path}`);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll("details")) details.open = true;
      });
      await page.addScriptTag({ path: AXE });
      const violations = await page.evaluate(async () => {
        const axe = Reflect.get(globalThis, "axe") as {
          run(): Promise<{
            violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[];
          }>;
        };
        const { violations: found } = await axe.run();
        return found.map(({ id, nodes }) => [id, nodes[0]?.html, nodes[0]?.failureSummary]);
      });
      expect([path, violations]).toEqual([path, []]);
    }
    await close(page);
  });

  it.each([320, 768, 1440])("never scrolls sideways: %i px", async (width) => {
    const page = await open(EXPIRE, { viewport: { width, height: 800 } });
    for (const path of PAGES) {
      await page.goto(file(path));
      await page.evaluate(() => {
        for (const details of document.querySelectorAll("details")) details.open = true;
      });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect([path, over]).toEqual([path, 0]);
    }
    await close(page);
  });

  it.each([320, 768, 1440])("shows what it finds inside of the window: %i px", async (width) => {
    const page = await open("stripe/index.html", { viewport: { width, height: 800 } });
    await page.fill("#q", "customer");
    await page.waitForSelector("#found [role=option][data-file]");
    const box = await page.locator("#found").boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? width + 1)).toBeLessThanOrEqual(width);
    await close(page);
  });

  it("leaves room for the search beside a long title where it is narrow", async () => {
    const page = await open("large/index.html", { viewport: { width: 320, height: 800 } });
    const search = await page.locator("#q").boundingBox();
    const menu = await page.locator("label[for=menu]").boundingBox();
    expect(search?.width).toBeGreaterThan(100);
    expect((search?.x ?? 0) + (search?.width ?? 0)).toBeLessThanOrEqual(menu?.x ?? 0);
    await close(page);
  });

  it("opens the contents where it is narrow", async () => {
    const page = await open(EXPIRE, { viewport: { width: 320, height: 800 } });
    expect(await page.isVisible("nav.side")).toBe(false);
    await page.click("label[for=menu]");
    expect(await page.isVisible("nav.side")).toBe(true);
    await close(page);
  });

  it("can be read without JavaScript", async () => {
    const page = await open(CREATE, { javaScriptEnabled: false });
    expect(await page.isVisible("h1")).toBe(true);
    expect(await page.isVisible(".s-class")).toBe(true);
    expect(await page.isVisible(".search")).toBe(false);
    await page.click("label[for=s-curl]");
    expect(await page.isVisible(".s-curl")).toBe(true);
    await page.click("[id='body.line_items'] > details > summary");
    expect(await page.isVisible("[id='body.line_items.price_data']")).toBe(true);
    expect(await page.locator(".tree li").count()).toBeGreaterThan(20);
    await close(page);
  });

  it("prints everything and no navigation", async () => {
    const page = await open(CREATE, { javaScriptEnabled: false });
    await page.emulateMedia({ media: "print" });
    expect(await page.isVisible("nav.side")).toBe(false);
    expect(await page.isVisible(".top")).toBe(false);
    expect(await page.isVisible("[id='body.line_items.price_data.recurring.interval']")).toBe(true);
    expect(await page.isVisible(".s-curl")).toBe(true);
    await close(page);
  });

  it("asks for three files, and for nothing of another host", async () => {
    await using site = await serve(folder.path);
    const page = await open(EXPIRE);
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(`${site.url}/${EXPIRE}`);
    await page.waitForLoadState("networkidle");
    const own = asked.filter((url) => !url.startsWith("data:"));
    expect(own.map((url) => url.slice(site.url.length)).sort()).toEqual([
      `/${EXPIRE}`,
      "/stripe/page.js",
      "/stripe/style.css",
    ]);
    await page.fill("#q", "charge");
    await page.waitForSelector("#found [data-file]");
    expect(asked.filter((url) => !url.startsWith(site.url) && !url.startsWith("data:"))).toEqual(
      [],
    );
    await close(page);
  });
});
