/**
 * openapi-typescript decodes names and references as if they were in a URL, and stumbles over a percent sign.
 * Another character stands in for it meanwhile, one that nobody's names have (Unicode, "Private-Use Characters").
 */
import { mapShape, someShape } from "../../model/types/walk.js";
import type { Shape } from "../../model/types/index.js";

const STAND_IN = "\ue025";

/** The shape itself where no name in it has a percent sign. */
export function hidePercent(shape: Shape): Shape {
  return someShape(shape, hasPercent) ? hidden(shape) : shape;
}

/** What was printed of a shape or of a name in it. */
export function showPercent(text: string): string {
  return text.replaceAll(STAND_IN, "%").replaceAll("\\uE025", "%");
}

function hasPercent({ $ref, properties }: Shape): boolean {
  if ($ref?.includes("%") === true) return true;
  for (const name in properties) if (name.includes("%")) return true;
  return false;
}

function hidden(shape: Shape): Shape {
  const { $ref, properties, required } = shape;
  const entries = Object.entries(properties ?? {}).map(([name, inner]) => [hide(name), inner]);
  return mapShape(
    {
      ...shape,
      ...($ref === undefined ? {} : { $ref: hide($ref) }),
      ...(properties === undefined ? {} : { properties: Object.fromEntries(entries) }),
      ...(required === undefined ? {} : { required: required.map(hide) }),
    },
    hidden,
  );
}

function hide(name: string): string {
  return name.replaceAll("%", STAND_IN);
}
