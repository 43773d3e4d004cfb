/** What the package adds to a page, with the design's limits. `npm run bench:size` shows all the numbers. */
import { beforeAll, describe, expect, it } from "vitest";
import { bundle, BUNDLERS, sizeOf } from "../../support/package/bundle.js";
import { type Packed, packed } from "../../support/package/packed.js";
import { OFFICIAL, ONE_CALL, type Program, WHOLE_CLASS } from "../../support/package/programs.js";

let client: Packed;
beforeAll(async () => {
  client = await packed();
}, 300_000);

describe.each(BUNDLERS)("bundled by %s", (bundler) => {
  const gzipped = async ({ source }: Program): Promise<number> =>
    sizeOf(await bundle(bundler, source, client.folder)).gzip;

  it.each([ONE_CALL, WHOLE_CLASS])("keeps to the limit: $title", async (program) => {
    expect(await gzipped(program)).toBeLessThanOrEqual(program.limit ?? 0);
  });

  it("is measured by the same rule as Stripe's own package", async () => {
    // 32.9 kB with esbuild, when this was written.
    expect(await gzipped(OFFICIAL)).toBeGreaterThan(25_000);
  });
});
