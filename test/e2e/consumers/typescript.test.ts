/** TypeScript consumers: every compiler, resolution and platform. */
import { describe, expect, it } from "vitest";
import { install } from "../../support/package/packed.js";
import { consumer, SEEN } from "./consumer.js";
import { compile, PLATFORMS, RESOLUTIONS } from "./typescript.js";

describe.each(["typescript-5.4", "typescript-5.9", "typescript-7.0"])("%s", (name) => {
  it("compiles everywhere, and what it makes calls the API", async () => {
    await using project = await consumer(name, "typescript");
    for (const node of [false, true]) {
      if (node) await install(project.folder, "--save-exact", "@types/node@20.19.43");
      for (const platform of PLATFORMS.filter((each) => each.node === node)) {
        for (const resolution of RESOLUTIONS) {
          const said = await compile(project, resolution, platform).catch(String);
          expect.soft({ resolution, platform, said }).toEqual({ resolution, platform, said: "" });
        }
      }
    }
    expect(await project.start("sources/start.js")).toEqual(SEEN);
  });
});
