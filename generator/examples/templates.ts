/** Shapes → how their examples are made. References stay references, so that each schema is here once. */
import { schemasByKey } from "../model/types/by-key.js";
import type { ExpandNode, Model, NamedSchema, Shape } from "../model/types/index.js";
import { keyOf } from "../model/types/references.js";
import { member } from "../openapi/pointer.js";
import { arrayTemplate } from "./arrays.js";
import { endlessKeys } from "./endless.js";
import { isList, isScalar } from "./inspect.js";
import { containerTemplate, objectTemplate } from "./objects.js";
import { isNever, type ShapePlace, type TemplateTools } from "./place.js";
import { sampleScalar } from "./scalar.js";
import type { ExampleRules, Template } from "./types.js";

export interface Templates extends TemplateTools {
  /** Of every schema that has been referred to, in the model's order. */
  finish(): ReadonlyMap<string, Template>;
}

export function createTemplates({ schemas, expand }: Model, rules: ExampleRules): Templates {
  const known = schemasByKey(schemas);
  const endless = endlessKeys(schemas, expand);
  /** Grows while templates are made. */
  const wanted = new Set<string>();
  const tools: TemplateTools = { rules, template, reference, mayBeEndless };

  function template(shape: Shape, around: ShapePlace): Template {
    const place = shape.example === undefined ? around : { ...around, shown: shape.example };
    const value = plainTemplate(tools, shape, place);
    return shape.nullable === true && mayBeEndless(value) ? ["null", value] : value;
  }

  function reference(key: string): Template {
    wanted.add(key);
    return ["ref", key];
  }

  function mayBeEndless(value: Template): boolean {
    if (isScalar(value)) return false;
    if (!isList(value)) return Object.values(value).some(mayBeEndless);
    const [tag, ...parts] = value;
    if (tag === "ref") return endless.has(value[1]);
    if (tag === "id" || tag === "array") return false;
    return (parts as readonly Template[]).some(mayBeEndless);
  }

  function finish(): ReadonlyMap<string, Template> {
    const done = new Map<string, Template>();
    for (const key of wanted) {
      const schema = known.get(key);
      if (schema !== undefined) done.set(key, namedTemplate(tools, schema, expand.get(key)));
    }
    const order = new Map([...known.keys()].map((key, n) => [key, n]));
    const place = (key: string): number => order.get(key) ?? 0;
    return new Map([...done].sort(([a], [b]) => place(a) - place(b)));
  }

  return { ...tools, finish };
}

function plainTemplate(tools: TemplateTools, shape: Shape, place: ShapePlace): Template {
  const { symbol, allOf = [], anyOf, oneOf, type } = shape;
  const key = keyOf(shape);
  if (key !== undefined) return tools.reference(key);
  if (symbol !== undefined) {
    return symbol.kind === "list" ? containerTemplate(tools, symbol, place) : null;
  }
  const parts = allOf.map((part) => tools.template(part, place));
  const options = oneOf ?? anyOf;
  if (options !== undefined) parts.push(union(tools, options, place));
  if (shape.properties !== undefined) parts.push(objectTemplate(tools, shape, place));
  const [only, ...more] = parts.filter((part) => part !== null);
  if (only !== undefined) return more.length === 0 ? only : ["and", only, ...more];
  if (type === "array") return arrayTemplate(tools, shape, place);
  return type === "object" ? {} : sampleScalar(shape, place, tools.rules);
}

/** Of single values, only the first is ever made. */
function union(tools: TemplateTools, options: readonly Shape[], place: ShapePlace): Template {
  const members = options.filter((option) => !isNever(option));
  const [only = null, ...more] = members.map((option) => tools.template(option, place));
  return [only, ...more].every(isScalar) || more.length === 0 ? only : ["or", only, ...more];
}

/** A schema, with what is present only when it is asked for. */
function namedTemplate(
  { template }: TemplateTools,
  { key, shape }: NamedSchema,
  node: ExpandNode | undefined,
): Template {
  const value = template(shape, { name: "", key, node });
  const asked = [...(node?.includable ?? [])].filter(
    ([name]) => member(shape.properties, name) === undefined,
  );
  if (asked.length === 0) return value;
  const more = asked.map(([name, property]): [string, Template] => {
    return [name, ["ask", template(property, { name, key })]];
  });
  const rest: Template = Object.fromEntries(more);
  return isList(value) || isScalar(value) ? ["and", value, rest] : { ...value, ...rest };
}
