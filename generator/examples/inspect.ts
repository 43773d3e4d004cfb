/** What a template is. */
import type { Scalar, Template } from "./types.js";

export type TaggedTemplate = Extract<Template, readonly unknown[]>;

export function isScalar(value: Template): value is Scalar {
  return typeof value !== "object" || value === null;
}

export function isTagged(value: Template, tag: string): boolean {
  return isList(value) && value[0] === tag;
}

export function isList(value: Template): value is TaggedTemplate {
  return Array.isArray(value);
}
