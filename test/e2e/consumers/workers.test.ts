/** Consumers without the globals of Node's main thread. */
import { expect, it } from "vitest";
import { consumer, SEEN } from "./consumer.js";

it("a worker thread calls the API", async () => {
  await using project = await consumer("worker", "browser");
  expect(await project.start("main.js")).toEqual(SEEN);
});

it("an edge function calls the API", async () => {
  await using project = await consumer("edge", "browser");
  await project.run("npm", "run", "build");
  expect(await project.start("main.js")).toEqual(SEEN);
});
