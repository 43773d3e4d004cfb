/** Where a shape stands, and what its example is made with. */
import type { ExpandNode, Shape } from "../model/types/index.js";
import { member } from "../openapi/pointer.js";
import type { ExampleRules, Template } from "./types.js";

export interface ShapePlace {
  /** Of the property. */
  readonly name: string;
  /** Of the schema around it. */
  readonly key: string;
  /** What can be expanded in the object that the shape is; undefined inside of it. */
  readonly node?: ExpandNode | undefined;
  /** What the document shows here. */
  readonly shown?: unknown;
}

export interface TemplateTools {
  readonly rules: ExampleRules;
  template(shape: Shape, place: ShapePlace): Template;
  /** The example of a named schema. */
  reference(key: string): Template;
  /** Whether an example may hold another of itself, and so on. An array may be empty. */
  mayBeEndless(value: Template): boolean;
}

/** The place of a member or an item. */
export function inside({ name, key, shown }: ShapePlace, token: string | number): ShapePlace {
  return { name, key, shown: shown === undefined ? undefined : member(shown, String(token)) };
}

/** Whether no value fits. */
export function isNever({ enum: values }: Shape): boolean {
  return values?.length === 0;
}
