import type { Root, ValidPath, Walk } from "../../support/types/walk.js";

/** How many wrong paths are made from each valid one, at most. */
const MISSES_PER_PATH = 3;

/** Paths that look like valid ones and are not, made from each valid path of a root. */
export function nearMisses(walk: Walk, root: Root, valid: readonly ValidPath[]): string[] {
  const good = new Set(valid.map(({ path }) => path));
  const found = new Set<string>();
  valid.forEach(({ path }, index) => {
    const misses = candidates(walk, root, path, index).filter((miss) => !good.has(miss));
    for (const miss of misses.slice(0, MISSES_PER_PATH)) found.add(miss);
  });
  return [...found];
}

/** In turns, so that each kind of mistake is made at every depth. */
function candidates(walk: Walk, root: Root, path: string, index: number): string[] {
  const segments = path.split(".");
  const last = segments.at(-1) ?? "";
  const parent = segments.slice(0, -1);
  const siblings = walk.segments(walk.ends(root, parent.join(".")));
  const beyond = walk.segments(walk.ends(root, path));
  const sibling = siblings[index % siblings.length] ?? "id";
  const kinds = [
    [...parent, last.slice(0, -1)],
    [...parent, sibling],
    [...segments, beyond[index % Math.max(beyond.length, 1)] ?? "id"],
    [...segments, ""],
    [...parent, `${last}s`],
    segments.toSpliced(0, 1, root.list ? "items" : `data.${segments[0] ?? ""}`),
    [...parent, last.toUpperCase()],
    ["", ...segments],
  ].map((kind) => kind.join("."));
  const start = index % kinds.length;
  return [...kinds.slice(start), ...kinds.slice(0, start)];
}
