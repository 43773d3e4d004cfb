import { serveApi } from "./api-server.js";
import type { Platform } from "./platform.js";
import type { Outcome } from "./program.js";
import { witness } from "./witness.js";

/** Runs the program on a platform, and tells what both ends say of it. */
export async function tryPlatform(platform: Platform): Promise<readonly Outcome[]> {
  await using api = await serveApi();
  const outcomes = await platform.run(api.url);
  return [...outcomes, ...witness(api)];
}
