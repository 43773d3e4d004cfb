/** The whole expand graph as a script, for the levels that pages do not hold. */
import type { Model } from "../model/types/index.js";
import type { SchemaLinks } from "./places/index.js";
import { scriptText } from "./search/index.js";
import { segmentOf } from "./shapes/expand.js";
import { plainText, typeText } from "./shapes/type-text.js";

/**
 * `unfoldExpand({ segment, names, nodes })`. A node is a list of `[name, keys, flags, type?]`; flags: 1 a path may end
 * here, 2 it is a list. `names`: key → title and file.
 */
export function expandGraph(model: Model, links: SchemaLinks): string | undefined {
  if (model.expand.size === 0) return undefined;
  const nodes = Array.from(model.expand.values(), ({ key, targets, walked, includable }) => {
    const asked = (name: string): boolean => includable.has(name);
    return [
      key,
      [
        ...[...targets].map(([name, keys]) => [name, keys, 1]),
        ...[...walked].map(([name, { keys, list }]) => [
          name,
          keys,
          (asked(name) ? 1 : 0) + (list ? 2 : 0),
        ]),
        ...[...includable]
          .filter(([name]) => !walked.has(name) && !targets.has(name))
          .map(([name, shape]) => [name, [], 1, plainText(typeText(links, shape))]),
      ],
    ];
  });
  const used = new Set(
    [...model.expand.values()].flatMap(({ targets, walked }) => [
      ...[...targets.values()].flat(),
      ...[...walked.values()].flatMap(({ keys }) => keys),
    ]),
  );
  const names = Array.from(used, (key) => {
    const link = links.get(key);
    return [key, link === undefined ? [key] : [link.text, link.file]];
  });
  const graph = {
    segment: segmentOf(model) ?? "",
    names: Object.fromEntries(names) as unknown,
    nodes: Object.fromEntries(nodes) as unknown,
  };
  return `unfoldExpand(${scriptText(JSON.stringify(graph))});\n`;
}
