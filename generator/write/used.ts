/** Which copied modules the output needs: what nothing imports is left behind, so that an unused feature costs nothing. */
import { posix } from "node:path";

/**
 * The modules of `folder` that no module outside of it reaches.
 * @param modules path → text, as they are written
 */
export function unusedModules(modules: ReadonlyMap<string, string>, folder: string): string[] {
  const inside = [...modules.keys()].filter((path) => path.startsWith(folder));
  const unused = new Set(inside);
  const visit = (path: string): void => {
    for (const target of importsOf(path, modules.get(path) ?? "")) {
      if (unused.delete(target)) visit(target);
    }
  };
  for (const path of modules.keys()) if (!path.startsWith(folder)) visit(path);
  return [...unused];
}

/** What a module imports or exports from others of the output. */
function importsOf(path: string, text: string): string[] {
  return Array.from(
    text.matchAll(/^(?:import|export)\b[^;"']* from "(\.[^"]+)\.js";$/gm),
    (found) => posix.join(posix.dirname(path), `${found[1]}.ts`),
  );
}
