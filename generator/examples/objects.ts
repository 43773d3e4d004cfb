/** Objects, and the containers of the dialect. */
import type { ListSymbol, Shape } from "../model/types/index.js";
import { requires } from "../openapi/required.js";
import { arrayOf } from "./arrays.js";
import { isScalar, isTagged } from "./inspect.js";
import { inside, isNever, type ShapePlace, type TemplateTools } from "./place.js";
import type { Template } from "./types.js";
import { type Variants, variantsOf } from "./variants.js";

export function objectTemplate(tools: TemplateTools, shape: Shape, place: ShapePlace): Template {
  const { properties = {} } = shape;
  const variants = variantsOf(shape, tools.rules.variants);
  const entries = Object.entries(properties).flatMap(([name, property]): [string, Template][] => {
    if (isNever(property)) return [];
    const asked = place.node?.includable.get(name);
    const value = expandable(tools, asked ?? property, name, place);
    if (asked !== undefined)
      return [[name, property.type === "null" ? ["ask", value, null] : ["ask", value]]];
    const isPresent = requires(shape, name);
    return [[name, variant(variants, name, value, isPresent) ?? optional(tools, value, isPresent)]];
  });
  return Object.fromEntries(entries);
}

/** A property, with ids where it takes what an expand path puts in their place. */
function expandable(
  { template, reference }: TemplateTools,
  shape: Shape,
  name: string,
  place: ShapePlace,
): Template {
  const targets = place.node?.targets.get(name);
  if (targets === undefined) return template(shape, { ...inside(place, name), name });
  for (const key of targets) reference(key);
  const id: Template = ["id", ...targets];
  return shape.type === "array" ? arrayOf(id, shape.limits) : id;
}

function variant(
  variants: Variants | undefined,
  name: string,
  value: Template,
  isPresent: boolean,
): Template | undefined {
  if (variants?.names.has(name) === true) {
    const when = ["when", variants.property, value] as const;
    return isPresent ? [...when, null] : when;
  }
  return variants?.property === name ? variants.value : undefined;
}

function optional({ mayBeEndless }: TemplateTools, value: Template, isPresent: boolean): Template {
  const isSafe = isPresent || !mayBeEndless(value) || isTagged(value, "null");
  return isSafe ? value : ["?", value];
}

/** What a container says besides its items is for the way to the next ones, of which there are none. */
export function containerTemplate(
  { template }: TemplateTools,
  { items, item, container }: Omit<ListSymbol, "kind" | "name">,
  place: ShapePlace,
): Template {
  const { properties = {} } = container;
  const entries = Object.entries(properties).flatMap(([name, property]): [string, Template][] => {
    const here = { ...inside(place, name), name: "" };
    if (name === items) return [[name, ["array", template(item, inside(here, 0))]]];
    const value = template(property, here);
    if (!isScalar(value)) return [[name, value]];
    if (property.nullable === true) return [[name, null]];
    return requires(container, name) ? [[name, value]] : [];
  });
  return Object.fromEntries(entries);
}
