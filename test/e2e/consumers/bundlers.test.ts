/** Bundles by every bundler: they are built, run in Node, and run in a page of Chromium. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { startStripeServer } from "../../support/servers/stripe-server.js";
import { CHROMIUM, runInPage } from "./chromium.js";
import { consumer, SEEN } from "./consumer.js";

describe.each(["esbuild", "rolldown", "rollup", "vite", "webpack"])("%s", (name) => {
  it(`builds a bundle that calls the API in Node${CHROMIUM ? " and in a page" : ""}`, async () => {
    await using project = await consumer(name, "browser");
    await project.run("npm", "run", "build");
    const bundle = join(project.folder, "built", "browser.js");

    await using server = await startStripeServer();
    const { program } = (await import(pathToFileURL(bundle).href)) as {
      program(baseUrl: string): Promise<string[]>;
    };
    expect(await program(server.url)).toEqual(SEEN);
    if (CHROMIUM) expect(await runInPage(CHROMIUM, await readFile(bundle, "utf8"))).toEqual(SEEN);
  });
});

it.runIf(CHROMIUM === undefined)("Chromium is not installed: no page was opened", () => {
  console.warn("Chromium is not installed, so no bundle ran in a page: apt-get install chromium");
});
