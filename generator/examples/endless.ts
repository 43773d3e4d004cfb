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
  const referring = new Map<string, string[]>();
  /** How many of a schema's references may still be endless. */
  const open = new Map<string, number>();
  for (const [key, template] of schemas) {
    const next = new Set(keysIn(template).filter((to) => schemas.has(to)));
    open.set(key, next.size);
    for (const to of next) {
      const known = referring.get(to);
      if (known === undefined) referring.set(to, [key]);
      else known.push(key);
    }
  }
  const ended = [...schemas.keys()].filter((key) => open.get(key) === 0);
  // Grows while it is walked: what only refers to schemas that end does end.
  for (const key of ended) {
    for (const from of referring.get(key) ?? []) {
      const left = (open.get(from) ?? 0) - 1;
      open.set(from, left);
      if (left === 0) ended.push(from);
    }
  }
  for (const key of ended) open.delete(key);
  return new Set(open.keys());
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
