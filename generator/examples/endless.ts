/** Schemas that hold themselves: only there may an example be endless, and has to be told where to stop. */
import type { Template } from "./types.js";

/** Takes the marks `null` and `?` away where they are not needed. */
export function unmark(schemas: ReadonlyMap<string, Template>): (template: Template) => Template {
  const endless = endlessKeys(schemas);

  function plain(template: Template): Template {
    if (!isList(template)) {
      if (typeof template !== "object" || template === null) return template;
      const entries = Object.entries(template).map(([name, inner]) => [name, plain(inner)]);
      return Object.fromEntries(entries) as Template;
    }
    switch (template[0]) {
      case "id":
      case "ref":
        return template;
      case "array": {
        const [, item, ...length] = template;
        return item === undefined ? template : ["array", plain(item), ...length];
      }
      case "null":
      case "?": {
        const inner = plain(template[1]);
        return keysIn(template).some((key) => endless.has(key)) ? [template[0], inner] : inner;
      }
      case "ask":
        return ["ask", plain(template[1])];
      case "when":
        return ["when", template[1], plain(template[2])];
      default: {
        const [tag, ...parts] = template;
        return [tag, ...parts.map(plain)];
      }
    }
  }

  return plain;
}

/** The schemas from which references lead into a circle. */
function endlessKeys(schemas: ReadonlyMap<string, Template>): ReadonlySet<string> {
  const behind = new Map<string, ReadonlySet<string>>();
  for (const key of schemas.keys()) {
    const found = new Set<string>();
    const add = (from: string): void => {
      for (const next of keysIn(schemas.get(from) ?? null)) {
        if (found.has(next)) continue;
        found.add(next);
        add(next);
      }
    };
    add(key);
    behind.set(key, found);
  }
  const inCircle = (key: string): boolean => behind.get(key)?.has(key) === true;
  const all = [...schemas.keys()];
  return new Set(all.filter((key) => inCircle(key) || [...(behind.get(key) ?? [])].some(inCircle)));
}

/** The schemas whose examples stand in one. */
function keysIn(template: Template): readonly string[] {
  if (typeof template !== "object" || template === null) return [];
  if (!isList(template)) return Object.values(template).flatMap(keysIn);
  if (template[0] === "ref") return [template[1]];
  if (template[0] === "id") return [];
  const [, ...parts] = template;
  return parts.filter((part) => typeof part !== "string").flatMap((part) => keysIn(part ?? null));
}

function isList(template: Template): template is Extract<Template, readonly unknown[]> {
  return Array.isArray(template);
}
