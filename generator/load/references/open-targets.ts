import { type Location, UnfoldError } from "../../support/diagnostic.js";
import type { Library } from "./library.js";
import type { Origins } from "../places/origins.js";
import type { Request } from "./request.js";

/**
 * Opens the files that references resolve to, and gives the references that can be resolved then. Throws what opening
 * threw, unless what refers to a file that cannot be read can do without.
 */
export async function openTargets(
  requests: readonly Request[],
  library: Library,
  origins: Origins,
): Promise<Request[]> {
  const unopened = new Map<string, () => Location>();
  for (const { ref, base, tokens } of requests) {
    const resolution = library.resolve(ref, base);
    if (resolution.is !== "unopened" || unopened.has(resolution.url)) continue;
    unopened.set(resolution.url, () => origins.locate(tokens));
  }
  const unreadable = await library.open(unopened);
  return requests.filter((request) => isReadable(request, library, unreadable));
}

function isReadable(
  request: Request,
  library: Library,
  unreadable: ReadonlyMap<string, unknown>,
): boolean {
  const resolution = library.resolve(request.ref, request.base);
  if (resolution.is !== "unopened" || !unreadable.has(resolution.url)) return true;
  const error = unreadable.get(resolution.url);
  if (!request.mayFail || !(error instanceof UnfoldError)) throw error;
  const { code, message, hint = "" } = error.diagnostic;
  request.fail({ code, message, hint });
  return false;
}
