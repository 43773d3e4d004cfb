/** Templates → values, where nobody asks for anything: what a page of reference shows. */
import { isList, isScalar, type TaggedTemplate } from "./inspect.js";
import type { Examples, ResponseExample, Template } from "./types.js";

/** An example that would hold another of itself, and so on. */
const ENDLESS = Symbol("endless");

type TemplateObject = Exclude<Template, TaggedTemplate | string | number | boolean | null>;

/**
 * What an operation responds with: as the document shows it, else as it is made.
 *
 * @param key - `GET /v1/charges`
 * @param most - how many values it has at most; what is deeper than these allow is left empty
 * @returns plain data; undefined where the response is not JSON, or there is no such operation
 * @example
 * JSON.stringify(responseValue(examples, "GET /v1/charges/{charge}"), undefined, 2);
 */
export function responseValue(examples: Examples, key: string, most = Infinity): unknown {
  const response: Partial<ResponseExample> = examples.responses.get(key) ?? {};
  const { shown, template } = response;
  return shown ?? (template === undefined ? undefined : within(examples, template, most));
}

/** What a schema stands for; undefined for one that no operation responds with. `most`: as above. */
export function schemaValue(examples: Examples, key: string, most = Infinity): unknown {
  return examples.schemas.has(key) ? within(examples, ["ref", key], most) : undefined;
}

/** Deeper than people read; examples of large documents have no end otherwise. */
const DEEPEST = 12;

/** The deepest value that has so many values at most. */
function within(examples: Examples, whole: Template, most: number): unknown {
  if (most === Infinity) return valueOf(examples, whole, { values: most, depth: Infinity });
  for (let depth = DEEPEST; depth > 1; depth--) {
    const value = valueOf(examples, whole, { values: most, depth });
    if (value !== TOO_MANY) return value;
  }
  return valueOf(examples, whole, { values: Infinity, depth: 1 });
}

interface Bounds {
  readonly values: number;
  /** Of objects and arrays. */
  readonly depth: number;
}

/** Stops the making of a value that is out of bounds. */
const TOO_MANY = Symbol("too many");

function valueOf({ schemas, rules }: Examples, whole: Template, bounds: Bounds): unknown {
  let count = 0;
  let depth = 0;
  try {
    const made = make(whole, []);
    return made === ENDLESS ? {} : made;
  } catch (error) {
    if (error === TOO_MANY) return TOO_MANY;
    throw error;
  }

  /** One level deeper; `empty` where that is too deep. */
  function deeper<T>(empty: T, work: () => T): T {
    if (depth >= bounds.depth) return empty;
    depth++;
    const value = work();
    depth--;
    return value;
  }

  function make(template: Template, parents: readonly string[]): unknown {
    // oxlint-disable-next-line no-throw-literal
    if (++count > bounds.values) throw TOO_MANY;
    if (!isList(template)) {
      return isScalar(template) ? template : makeObject(template, parents);
    }
    switch (template[0]) {
      case "ref": {
        const [, key] = template;
        return parents.includes(key) ? ENDLESS : make(schemas.get(key) ?? null, [...parents, key]);
      }
      case "id":
        return idOf(template);
      case "array": {
        const [, ...items] = template;
        return deeper<unknown>([], () => finite(items.map((item) => make(item, parents))));
      }
      case "tuple": {
        const [, ...items] = template;
        return items.map((item) => make(item, parents));
      }
      case "or": {
        const [, ...options] = template;
        return finite(options.map((option) => make(option, parents)))[0] ?? ENDLESS;
      }
      case "and":
        return makeObject(objectOf(template) ?? {}, parents);
      case "null": {
        const inner = make(template[1], parents);
        return inner === ENDLESS ? null : inner;
      }
      case "?":
      case "ask":
        return make(template[1], parents);
      case "when":
        return make(template[2], parents);
    }
  }

  function makeObject(template: TemplateObject, parents: readonly string[]): unknown {
    return deeper<unknown>({}, () => members(template, parents));
  }

  function members(template: TemplateObject, parents: readonly string[]): unknown {
    const result: [string, unknown][] = [];
    for (const [name, inner] of Object.entries(template)) {
      const [tag, property] = isList(inner) ? inner : [];
      if (tag === "ask" || (tag === "when" && template[String(property)] !== name)) {
        if (isList(inner) && inner.length > 2 && inner.at(-1) === null) result.push([name, null]);
        continue;
      }
      const value = make(inner, parents);
      if (value !== ENDLESS) result.push([name, value]);
      else if (tag !== "?") return ENDLESS;
    }
    return Object.fromEntries(result);
  }

  function idOf([, ...keys]: readonly ["id", ...string[]]): unknown {
    const objects = keys.map((key) => objectOf(["ref", key]));
    return objects.find((object) => object !== undefined)?.[rules.id] ?? "string";
  }

  /** The first object that a template may be. */
  function objectOf(template: Template): TemplateObject | undefined {
    if (!isList(template)) {
      return isScalar(template) ? undefined : template;
    }
    switch (template[0]) {
      case "ref":
        return objectOf(schemas.get(template[1]) ?? null);
      case "and": {
        const [, ...parts] = template;
        return Object.assign({}, ...parts.map(objectOf)) as TemplateObject;
      }
      case "or": {
        const [, ...options] = template;
        for (const option of options) {
          const found = objectOf(option);
          if (found !== undefined) return found;
        }
        return undefined;
      }
      case "null":
      case "?":
      case "ask":
        return objectOf(template[1]);
      case "when":
        return objectOf(template[2]);
      default:
        return undefined;
    }
  }
}

function finite(values: readonly unknown[]): readonly unknown[] {
  return values.filter((value) => value !== ENDLESS);
}
