import { type ModelContext, warn } from "../context/index.js";
import type { NameRegistry } from "./identifiers.js";

/** Claims a type's name that is made of another one, and warns where it has to be a different one. */
export function claimType(
  context: ModelContext,
  types: NameRegistry,
  wanted: string,
  pointer: string,
): string {
  const name = types.claim(wanted);
  if (name !== wanted) {
    warn(context, {
      code: "duplicate-type-name",
      message: `there is a type ${wanted} already`,
      pointer,
      hint: `The one that is made for this place is called ${name}.`,
    });
  }
  return name;
}
