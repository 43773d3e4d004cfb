/** Programs of both module systems in Node. */
import { expect, it } from "vitest";
import { consumer, SEEN } from "./consumer.js";

it.each(["node-esm", "node-cjs"])("%s calls the API", async (name) => {
  await using project = await consumer(name);
  expect(await project.start("main.js")).toEqual(SEEN);
});
