/** The platforms that are always at hand. All others: `npm run test:platforms`. */
import { describe, expect, it } from "vitest";
import { command } from "./runners/commands.js";
import { edge } from "./runners/edge.js";
import { tryPlatform } from "./try-platform.js";

describe("the client runs", () => {
  it.each([command("node", process.execPath), edge])("on $name", async (platform) => {
    const outcomes = await tryPlatform(platform);
    expect(outcomes.length).toBeGreaterThan(20);
    expect(outcomes.filter(({ failure }) => failure !== undefined)).toEqual([]);
  });
});
