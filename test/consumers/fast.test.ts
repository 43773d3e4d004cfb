/** Three consumers of the tarball; `npm run test:consumers` has all of them. */
import { expect, it } from "vitest";
import { consumer, SEEN } from "./consumer.js";
import { compile } from "./typescript.js";

const TIMEOUT = 300_000;

it.each(["node-esm", "node-cjs"])(
  "%s calls the API",
  async (name) => {
    await using project = await consumer(name);
    expect(await project.start("main.js")).toEqual(SEEN);
  },
  TIMEOUT,
);

it(
  "TypeScript 5.9 with nodenext compiles, and what it makes calls the API",
  async () => {
    await using project = await consumer("typescript-5.9", "typescript");
    expect(await compile(project, "nodenext", { dom: true, node: false })).toBe("");
    expect(await project.start("sources/start.js")).toEqual(SEEN);
  },
  TIMEOUT,
);
