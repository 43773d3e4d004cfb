/** Which expand paths lead somewhere. */
import { entry, type Template, type TemplateObject } from "../document/data.js";
import { document } from "../document/document.js";
import { suggestion } from "../request/nearest.js";
import { exampleOf } from "../document/tables.js";

export type Path = readonly string[];

/** What is wrong with a path; undefined where it leads to what can be expanded. */
export function problemOf(template: Template, path: Path, parameter = "path"): string | undefined {
  const whole = path.join(".");
  let places: readonly TemplateObject[] = objectsIn(template);
  for (const [n, name] of path.entries()) {
    const found = places.flatMap((object) => membersNamed(object, name));
    const isLast = n === path.length - 1;
    if (isLast ? !found.some(isAsked) : found.length === 0) {
      const names = places.flatMap((object) =>
        namesIn(object).filter((key) => membersNamed(object, key).some(leads)),
      );
      const begun = path.slice(0, n + 1).join(".");
      const where = isLast ? "" : `, as ${begun} leads nowhere`;
      return `${parameter}: ${whole} cannot be expanded${where}${suggestion(name, new Set(names))}`;
    }
    places = found.flatMap(objectsIn);
  }
  const { depth = Infinity } = document;
  return path.length > depth ? `${parameter}: ${whole} has more than ${depth} segments` : undefined;
}

/** What a segment of a path stands for: a property, or that of the items of a list that has none of this name. */
function membersNamed(object: TemplateObject, name: string): readonly Template[] {
  const inner = entry(object, name);
  if (inner !== undefined) return [inner];
  return itemsIn(object).flatMap((item) => membersNamed(item, name));
}

function namesIn(object: TemplateObject): readonly string[] {
  return [...Object.keys(object), ...itemsIn(object).flatMap(namesIn)];
}

/** The items of a list that paths go through without a segment. */
function itemsIn(object: TemplateObject): readonly TemplateObject[] {
  const { skipped } = document;
  const items = skipped === undefined ? undefined : entry(object, skipped);
  return items !== undefined && isList(items) && items[0] === "array" ? objectsIn(items) : [];
}

/** Whether some path goes on with what is there. */
function leads(template: Template): boolean {
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
      return objectsIn(exampleOf(template[1]) ?? null);
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
