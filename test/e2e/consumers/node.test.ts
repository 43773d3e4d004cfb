/** Two consumers of the tarball; `npm run test:consumers` has all of them. */
import { expect, it } from "vitest";
import { consumer, SEEN } from "./consumer.js";

const TIMEOUT = 300_000;

it.each(["node-esm", "node-cjs"])(
  "%s calls the API",
  async (name) => {
    await using project = await consumer(name);
    expect(await project.start("main.js")).toEqual(SEEN);
  },
  TIMEOUT,
);
