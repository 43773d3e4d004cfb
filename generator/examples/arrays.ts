import type { Limits, Shape } from "../model/types/index.js";
import { isScalar } from "./inspect.js";
import { inside, isNever, type ShapePlace, type TemplateTools } from "./place.js";
import type { Template } from "./types.js";

export function arrayTemplate(
  { template }: TemplateTools,
  { items, prefixItems, limits = {} }: Shape,
  place: ShapePlace,
): Template {
  if (prefixItems !== undefined) {
    return ["tuple", ...prefixItems.map((item, n) => template(item, inside(place, n)))];
  }
  if (items === undefined || isNever(items) || limits.maxItems === 0) return ["array"];
  return arrayOf(template(items, inside(place, 0)), limits);
}

/** No example is worth more: arrays in arrays multiply. */
const MOST_VALUES = 200;

export function arrayOf(item: Template, { minItems = 1 }: Limits = {}): Template {
  const most = minItems > 1 ? Math.floor(MOST_VALUES / sizeOf(item)) : 1;
  const length = Math.max(1, Math.min(minItems, most));
  return ["array", ...Array.from({ length }, () => item)];
}

function sizeOf(value: Template): number {
  if (isScalar(value)) return 1;
  const inner: readonly Template[] = Object.values(value);
  return inner.reduce<number>((sum, one) => sum + sizeOf(one), 1);
}
