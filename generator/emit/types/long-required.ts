/** openapi-typescript searches `required` for each property, which takes time with the square of a long list. */
import { mapShape, someShape } from "../../model/types/walk.js";
import type { Shape } from "../../model/types/index.js";

/** From how many names a search through them is noticed. */
const LONG = 100;

/** The shape with lists that look a name up instead; itself where none is long. */
export function indexRequired(shape: Shape): Shape {
  return someShape(shape, isLong) ? indexed(shape) : shape;
}

function isLong({ required = [] }: Shape): boolean {
  return required.length > LONG;
}

function indexed(shape: Shape): Shape {
  const own = isLong(shape) ? { ...shape, required: new Names(shape.required ?? []) } : shape;
  return mapShape(own, indexed);
}

class Names extends Array<string> {
  readonly #names: ReadonlySet<string>;

  constructor(names: readonly string[]) {
    super();
    for (const name of names) this.push(name);
    this.#names = new Set(names);
  }

  override includes(name: string): boolean {
    return this.#names.has(name);
  }
}
