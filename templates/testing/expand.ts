/** Which expand paths lead somewhere. */
import { entry, type Template, type TemplateObject } from "./data.js";
import { examples } from "./examples.js";
import { suggestion } from "./nearest.js";

export type Path = readonly string[];

/** What is wrong with a path; undefined where it leads to what can be expanded. */
export function problemOf(template: Template, path: Path): string | undefined {
  const whole = path.join(".");
  let places: readonly TemplateObject[] = objectsIn(template);
  for (const [n, name] of path.entries()) {
    const found = places.flatMap((object): readonly Template[] => {
      const inner = entry(object, name);
      return inner === undefined ? [] : [inner];
    });
    const isLast = n === path.length - 1;
    if (isLast ? !found.some(isAsked) : found.length === 0) {
      const names = places.flatMap((object) =>
        Object.keys(object).filter((key) => leads(object, key)),
      );
      const begun = path.slice(0, n + 1).join(".");
      const where = isLast ? "" : `, as ${begun} leads nowhere`;
      return `expand: ${whole} cannot be expanded${where}${suggestion(name, new Set(names))}`;
    }
    places = found.flatMap(objectsIn);
  }
  return path.length > 4 ? `expand: ${whole} has more than 4 segments` : undefined;
}

/** Whether some path goes on with this property. */
function leads(object: TemplateObject, name: string): boolean {
  const template = entry(object, name) ?? null;
  return isAsked(template) || (typeof template === "object" && objectsIn(template).length > 0);
}

/** Whether a path may end here: an id, a list of ids, or what is there only when it is asked for. */
function isAsked(template: Template): boolean {
  if (!isList(template)) return false;
  switch (template[0]) {
    case "id":
    case "ask":
      return true;
    case "null":
    case "?":
      return isAsked(template[1]);
    case "when":
      return isAsked(template[2]);
    case "array":
      return isAsked(template[1] ?? null);
    case "or":
    case "and": {
      const [, ...parts] = template;
      return parts.some(isAsked);
    }
    default:
      return false;
  }
}

/** Every object that may stand in a place, ids expanded. */
export function objectsIn(template: Template): readonly TemplateObject[] {
  if (typeof template !== "object" || template === null) return [];
  if (!isList(template)) return [template];
  switch (template[0]) {
    case "id": {
      const [, ...keys] = template;
      return keys.flatMap((key) => objectsIn(["ref", key]));
    }
    case "ref":
      return objectsIn(entry(examples, template[1]) ?? null);
    case "array":
      return objectsIn(template[1] ?? null);
    case "null":
    case "?":
    case "ask":
      return objectsIn(template[1]);
    case "when":
      return objectsIn(template[2]);
    case "and": {
      const [, ...parts] = template;
      return [Object.assign({}, ...parts.map((part) => objectsIn(part)[0]))];
    }
    case "or": {
      const [, ...parts] = template;
      return parts.flatMap(objectsIn);
    }
    case "tuple":
      return [];
  }
}

export function isList(template: Template): template is Extract<Template, readonly unknown[]> {
  return Array.isArray(template);
}
